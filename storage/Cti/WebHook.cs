namespace CrmUms.Storage.Cti;

/// <summary>To whom the feed is delivered.</summary>
public sealed record WebHook
{
    public Guid WebHookId { get; init; }

    public string Name { get; init; } = "";

    public string Url { get; init; } = "";

    /// <summary>What it signs with, sealed by the host: a copy of the database gives it to nobody.</summary>
    public string SealedSecret { get; init; } = "";

    public string[] Types { get; init; } = [];

    public bool IsEnabled { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last event that was taken, or set aside.</summary>
    public long Position { get; init; }

    /// <summary>How often the next one was tried in vain.</summary>
    public int Attempts { get; init; }

    /// <summary>When it is tried again; null: at once.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Why the last attempt failed; null when it did not.</summary>
    public string? Failure { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>How many it did not take.</summary>
    public int DeadLetters { get; init; }

    // No secret in a log, not even a sealed one.
    public override string ToString() => WebHookId.ToString("n");
}

/// <summary>An event that a web hook did not take.</summary>
public sealed record DeadLetter
{
    public long Sequence { get; init; }

    public Guid SubjectId { get; init; }

    public string Type { get; init; } = "";

    public string Body { get; init; } = "";

    public string Failure { get; init; } = "";

    public DateTimeOffset FailedAt { get; init; }

    public bool IsWantedAgain { get; init; }
}

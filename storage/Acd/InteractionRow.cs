namespace CrmUms.Storage.Acd;

/// <summary>A row of acd.interaction. Written by <see cref="InteractionFigures"/>, in the words of the table.</summary>
internal sealed record InteractionRow
{
    public Guid InteractionId { get; init; }

    public string Direction { get; init; } = "inbound";

    public DateTimeOffset ArrivedAt { get; init; }

    public string CallerLeg { get; init; } = "";

    public string Dialled { get; init; } = "";

    public string NumberKind { get; init; } = "anonymous";

    public string? NumberE164 { get; init; }

    public string NumberShown { get; init; } = "";

    public string RecordingFile { get; init; } = "";

    public Guid? ClientId { get; init; }

    public string? QueueId { get; init; }

    public Guid? AgentId { get; init; }

    public string? RoutingReason { get; init; }

    public DateTimeOffset? GreetingAt { get; init; }

    public DateTimeOffset? QueuedAt { get; init; }

    public DateTimeOffset? ConnectedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public string? Ending { get; init; }

    public string? Running { get; init; }

    public DateTimeOffset? RunningSince { get; init; }

    public long GreetingMs { get; init; }

    public long WaitMs { get; init; }

    public long TalkMs { get; init; }

    public long HoldMs { get; init; }

    public long AudioLostMs { get; init; }

    public long WrapUpMs { get; init; }

    public int Offers { get; init; }
}

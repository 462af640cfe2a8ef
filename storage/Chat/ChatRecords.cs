namespace CrmUms.Storage.Chat;

/// <summary>A message on its way in.</summary>
/// <param name="Id">Made by the author's page.</param>
/// <param name="Room">Where it is said.</param>
/// <param name="Author">Who says it.</param>
/// <param name="Text">What.</param>
/// <param name="Peer">The other one, in a room for two.</param>
public sealed record ChatDraft(Guid Id, string Room, Guid Author, string Text, Guid? Peer)
{
    // What people write to each other stays out of every log.
    public override string ToString() => $"{Room}/{Id:n}";
}

/// <summary>A message that stands.</summary>
public sealed record ChatMessage
{
    public Guid MessageId { get; init; }

    public long Position { get; init; }

    public string Room { get; init; } = "";

    public Guid AuthorId { get; init; }

    public string Author { get; init; } = "";

    public string Text { get; init; } = "";

    public DateTimeOffset SentAt { get; init; }

    public override string ToString() => $"{Room}/{MessageId:n}";
}

/// <summary>A message that stands, and whether this time has made it so.</summary>
public sealed record ChatPosted(ChatMessage Message, bool IsNew);

/// <summary>A room as one of those sees it who are in it.</summary>
public sealed record ChatRoomState
{
    public string Room { get; init; } = "";

    /// <summary>The other one, in a room for two.</summary>
    public Guid? PeerId { get; init; }

    public string? Peer { get; init; }

    public long ReadTo { get; init; }

    public int Unread { get; init; }

    /// <summary>The last message, where there is one.</summary>
    public Guid? LastId { get; init; }

    public long? LastPosition { get; init; }

    public Guid? LastAuthorId { get; init; }

    public string? LastAuthor { get; init; }

    public string? LastText { get; init; }

    public DateTimeOffset? LastSentAt { get; init; }

    public override string ToString() => Room;
}

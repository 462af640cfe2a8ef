namespace CrmUms.AgentWeb.Contracts;

/// <summary>What somebody wrote.</summary>
/// <param name="Id">Made by the author's page.</param>
/// <param name="Position">Grows within a room.</param>
/// <param name="Room">Where.</param>
/// <param name="AuthorId">Who.</param>
/// <param name="Author">His name.</param>
/// <param name="Text">What.</param>
/// <param name="SentAt">When it came to the server.</param>
public sealed record ChatMessageView(
    string Id, long Position, string Room, string AuthorId, string Author, string Text, DateTimeOffset SentAt)
{
    // What people write to each other stays out of every log.
    public override string ToString() => $"{Room}/{Id}";
}

/// <summary>A room as one of those sees it who are in it.</summary>
/// <param name="Room">Its name on the wire.</param>
/// <param name="Name">Of the group, or the other one; empty: the common room.</param>
/// <param name="PersonId">The other one, in a room for two.</param>
/// <param name="Unread">What others wrote since; 100 means 100 or more.</param>
/// <param name="ReadTo">The position up to which he has read.</param>
/// <param name="Last">The last message.</param>
internal sealed record ChatRoomView(
    string Room, string Name, string? PersonId, int Unread, long ReadTo, ChatMessageView? Last);

/// <param name="Messages">The oldest first.</param>
/// <param name="HasOlder">Whether there is something before them.</param>
internal sealed record ChatPageView(IReadOnlyList<ChatMessageView> Messages, bool HasOlder);

internal sealed record ChatPersonView(string Id, string Name, bool IsSupervisor);

/// <param name="Text">1 to 2,000 characters.</param>
internal sealed record ChatTextRequest(string Text)
{
    public override string ToString() => nameof(ChatTextRequest);
}

/// <param name="Position">Up to there he has read.</param>
internal sealed record ChatReadRequest(long Position);

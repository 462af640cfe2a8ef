using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Feed;

/// <summary>What is known of an interaction and said with everything that happens to it.</summary>
public sealed record FeedContext
{
    /// <summary>Of an interaction whose beginning nobody has seen.</summary>
    public static FeedContext Unknown { get; } = new();

    public CallKind? Kind { get; init; }

    public string? Dialled { get; init; }

    public string? Number { get; init; }

    public ClientId? Client { get; init; }

    public QueueId? Queue { get; init; }

    /// <summary>The agent whose it is, or who is rung.</summary>
    public AgentId? Agent { get; init; }

    /// <summary>Where a transfer that is under way leads, when that is a queue.</summary>
    public QueueId? ToQueue { get; init; }

    /// <summary>The skill to which a transfer that is under way leads.</summary>
    public string? ToSkill { get; init; }

    /// <summary>Who outside was brought in last.</summary>
    public string? ToNumber { get; init; }
}

using System.Text.Json.Serialization;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Feed;

/// <summary>
/// What other systems are told: small, flat, and only ever added to. Its JSON is the contract (agent-web/CTI.md); what
/// is null is left out.
/// </summary>
/// <param name="Type">One of <see cref="FeedTypes"/>.</param>
/// <param name="At">When it happened.</param>
public sealed record FeedEvent(string Type, DateTimeOffset At)
{
    /// <summary>Its place among all that other systems are told; grows, with gaps.</summary>
    [JsonPropertyOrder(-1)]
    public long Sequence { get; init; }

    /// <summary>Which interaction; of an agent's state: the one he has in hand.</summary>
    public InteractionId? InteractionId { get; init; }

    /// <summary>What it is: a call, a call-back, a message, a call that an agent made.</summary>
    public CallKind? Kind { get; init; }

    /// <summary>The number called; of a call that an agent made: what the client sees.</summary>
    public string? Dialled { get; init; }

    /// <summary>The client's number; null when he hides it.</summary>
    public string? Number { get; init; }

    /// <summary>Who he is, once known.</summary>
    public ClientId? ClientId { get; init; }

    /// <summary>Where it waits, or came through.</summary>
    public QueueId? QueueId { get; init; }

    /// <summary>The agent whom it is about.</summary>
    public AgentId? AgentId { get; init; }

    /// <summary>Of an offer: until when it rings.</summary>
    public DateTimeOffset? AnswerBy { get; init; }

    /// <summary>Of an offer: what the agent's screen opens, when the rules say so.</summary>
    public string? ScreenPopUrl { get; init; }

    /// <summary>Why, in camelCase: an offer's end, a party's leaving, an agent's not being ready.</summary>
    public string? Reason { get; init; }

    /// <summary>How it ended.</summary>
    public InteractionEnding? Ending { get; init; }

    /// <summary>Of an agent: his state.</summary>
    public AgentStatus? State { get; init; }

    /// <summary>Of a transfer: whose it is now.</summary>
    public AgentId? ToAgentId { get; init; }

    /// <summary>Of a transfer: where it waits now.</summary>
    public QueueId? ToQueueId { get; init; }

    /// <summary>Of a transfer: the skill that whoever takes it must have.</summary>
    public string? ToSkill { get; init; }

    /// <summary>Of a transfer: who outside goes on with the client.</summary>
    public string? ToNumber { get; init; }

    /// <summary>Of a party: his name within the interaction.</summary>
    public string? PartyId { get; init; }

    /// <summary>Of an invited party: who, when he is an agent.</summary>
    public AgentId? PartyAgentId { get; init; }

    /// <summary>Of an invited party: his number, when he is outside.</summary>
    public string? PartyNumber { get; init; }

    /// <summary>Of an invited party: what for.</summary>
    public PartyPurpose? Purpose { get; init; }

    /// <summary>Of a result: the topic.</summary>
    public string? Topic { get; init; }

    /// <summary>Of a result: its code.</summary>
    public string? Result { get; init; }

    /// <summary>Whose order is kept: the interaction's, or the agent's when it is about his state.</summary>
    [JsonIgnore]
    public Guid Subject => Type == FeedTypes.AgentStateChanged
        ? AgentId!.Value.Value
        : InteractionId!.Value.Value;
}

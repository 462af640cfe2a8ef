using System.Text.Json.Serialization;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Agents;

// What has happened to an agent: journalled; presence, adherence and reports are projections of these.

/// <summary>What all events of an agent have.</summary>
public interface IAgentEvent
{
    AgentId Agent { get; }

    DateTimeOffset At { get; }
}

/// <summary>Event: the agent opened his desk. He is not ready until he says so.</summary>
public sealed record AgentSignedIn(AgentId Agent, DateTimeOffset At) : IAgentEvent;

/// <summary>Event: the agent left, or was signed out.</summary>
public sealed record AgentSignedOut(AgentId Agent, DateTimeOffset At) : IAgentEvent;

/// <summary>Event: the agent can take the next interaction.</summary>
public sealed record AgentBecameReady(AgentId Agent, DateTimeOffset At) : IAgentEvent;

/// <summary>Event: the agent takes no interactions, for a reason from the list.</summary>
public sealed record AgentBecameNotReady(AgentId Agent, string Reason, DateTimeOffset At) : IAgentEvent;

/// <summary>
/// Event: an interaction is offered to the agent; nobody else may offer him another. When it is auto-answered, his page
/// does not ring: he hears a tone and then the caller.
/// </summary>
public sealed record AgentReserved(
    AgentId Agent,
    InteractionId Interaction,
    DateTimeOffset At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsAutoAnswered = false)
    : IAgentEvent;

/// <summary>
/// Event: the agent calls somebody himself; nobody may offer him another. When he was not ready he is so again
/// afterwards, for the same reason.
/// </summary>
public sealed record AgentStartedCall(AgentId Agent, InteractionId Interaction, DateTimeOffset At) : IAgentEvent;

/// <summary>Event: an offer rang out at the agent; what becomes of him follows.</summary>
/// <param name="Agent">Whose page rang.</param>
/// <param name="Interaction">For whom.</param>
/// <param name="InARow">How many offers he has left unanswered since he answered one, with this one.</param>
/// <param name="At">When.</param>
public sealed record AgentMissedOffer(AgentId Agent, InteractionId Interaction, int InARow, DateTimeOffset At)
    : IAgentEvent;

/// <summary>Event: the agent talks.</summary>
public sealed record AgentStartedTalking(AgentId Agent, InteractionId Interaction, DateTimeOffset At) : IAgentEvent;

/// <summary>Event: the agent put his caller on hold.</summary>
public sealed record AgentHeldCaller(AgentId Agent, InteractionId Interaction, DateTimeOffset At) : IAgentEvent;

/// <summary>Event: the agent talks with his caller again.</summary>
public sealed record AgentResumedCaller(AgentId Agent, InteractionId Interaction, DateTimeOffset At) : IAgentEvent;

/// <summary>Event: the agent records the result; at <paramref name="Until"/> he becomes ready by himself.</summary>
public sealed record AgentStartedWrapUp(
    AgentId Agent, InteractionId Interaction, DateTimeOffset Until, DateTimeOffset At) : IAgentEvent;

/// <summary>Event: the agent asked not to be ready after the interaction in hand; null takes that back.</summary>
public sealed record AgentPlannedNotReady(AgentId Agent, string? Reason, DateTimeOffset At) : IAgentEvent;

/// <summary>Event: the agent prolonged the wrap-up of this interaction, once, and says why.</summary>
public sealed record AgentExtendedWrapUp(
    AgentId Agent, InteractionId Interaction, DateTimeOffset Until, string Reason, DateTimeOffset At) : IAgentEvent;

/// <summary>Event: the agent has been not ready for longer than the rules allow for his reason.</summary>
public sealed record AgentOverstayed(AgentId Agent, string Reason, int LimitMinutes, DateTimeOffset At) : IAgentEvent;

/// <summary>
/// Event: what the agent's page measures has become good or bad. While one of the two holds, he is offered nobody.
/// </summary>
/// <param name="Agent">Whose page.</param>
/// <param name="MicrophoneSilent">His microphone hears nothing whatever.</param>
/// <param name="NetworkBad">His audio leg loses or delays too much.</param>
/// <param name="Loss">Share of packets lost, 0 to 1; null when it is not known.</param>
/// <param name="JitterMs">Jitter in milliseconds; null when it is not known.</param>
/// <param name="RttMs">Round trip in milliseconds; null when it is not known.</param>
/// <param name="At">When.</param>
public sealed record AgentQualityChanged(
    AgentId Agent,
    bool MicrophoneSilent,
    bool NetworkBad,
    double? Loss,
    double? JitterMs,
    double? RttMs,
    DateTimeOffset At) : IAgentEvent;

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

/// <summary>Event: an interaction is offered to the agent; nobody else may offer him another.</summary>
public sealed record AgentReserved(AgentId Agent, InteractionId Interaction, DateTimeOffset At) : IAgentEvent;

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

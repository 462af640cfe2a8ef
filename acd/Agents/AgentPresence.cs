using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Agents;

/// <summary>The state that an event puts an agent into, in one place for whoever tells or shows it.</summary>
/// <param name="Status">The word of the state.</param>
/// <param name="Reason">Why not ready; null otherwise.</param>
/// <param name="Interaction">What he has in hand; null for nothing.</param>
public sealed record AgentPresence(AgentStatus Status, string? Reason, InteractionId? Interaction)
{
    /// <summary>Null when the event leaves the agent in his state.</summary>
    public static AgentPresence? After(IAgentEvent happened) => happened switch
    {
        AgentSignedIn => new(AgentStatus.NotReady, NotReadyReasons.SignedIn, null),
        AgentSignedOut => new(AgentStatus.SignedOut, null, null),
        AgentBecameReady => new(AgentStatus.Ready, null, null),
        AgentBecameNotReady notReady => new(AgentStatus.NotReady, notReady.Reason, null),
        AgentReserved reserved => new(AgentStatus.Reserved, null, reserved.Interaction),
        AgentStartedCall call => new(AgentStatus.Reserved, null, call.Interaction),
        AgentStartedTalking talking => new(AgentStatus.Talking, null, talking.Interaction),
        AgentHeldCaller held => new(AgentStatus.Held, null, held.Interaction),
        AgentResumedCaller resumed => new(AgentStatus.Talking, null, resumed.Interaction),
        AgentStartedWrapUp wrapUp => new(AgentStatus.WrapUp, null, wrapUp.Interaction),
        AgentPlannedNotReady or AgentMissedOffer or AgentExtendedWrapUp or AgentOverstayed
            or AgentQualityChanged => null,
        _ => throw new NotSupportedException($"{happened.GetType().Name} puts an agent into no known state."),
    };
}

using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Agents;

/// <summary>What is journalled of an agent: the fold of his events, and his snapshot.</summary>
/// <param name="Status">The state.</param>
/// <param name="Reason">Why not ready; null otherwise.</param>
/// <param name="Since">When the state began.</param>
/// <param name="Interaction">What he is reserved for, talks about or wraps up; null otherwise.</param>
/// <param name="WrapUpUntil">When wrap-up ends by itself; null in other states.</param>
/// <param name="NextReason">Not ready for this reason after the interaction in hand; null: ready.</param>
public sealed record AgentState(
    AgentStatus Status,
    string? Reason,
    DateTimeOffset Since,
    InteractionId? Interaction,
    DateTimeOffset? WrapUpUntil,
    string? NextReason
)
{
    public static AgentState SignedOut { get; } = new(AgentStatus.SignedOut, null, default, null, null, null);

    public bool HasInteraction => Interaction is not null;

    /// <exception cref="IllegalMoveException">The life cycle has no such move.</exception>
    public AgentState After(IAgentEvent happening)
    {
        if (happening is AgentPlannedNotReady planned)
        {
            return this with { NextReason = planned.Reason };
        }

        var status = AgentLifecycle.Advance(Status, happening);
        return happening switch
        {
            AgentSignedIn => new AgentState(status, NotReadyReasons.SignedIn, happening.At, null, null, null),
            AgentBecameNotReady notReady => new AgentState(status, notReady.Reason, happening.At, null, null, null),
            AgentReserved reserved => this with
            {
                Status = status,
                Since = happening.At,
                Interaction = reserved.Interaction,
            },
            AgentStartedWrapUp wrapUp => this with
            {
                Status = status,
                Since = happening.At,
                WrapUpUntil = wrapUp.Until,
            },
            AgentStartedTalking or AgentHeldCaller or AgentResumedCaller => this with
            {
                Status = status,
                Since = happening.At,
            },
            _ => new AgentState(status, null, happening.At, null, null, null), // Ready, signed out: nothing in hand.
        };
    }
}

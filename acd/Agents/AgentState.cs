using System.Text.Json.Serialization;
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

    // Snapshots of earlier versions have none of what follows.

    /// <summary>Not ready for too long; it is said once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsOverLimit { get; init; }

    /// <summary>Offers he has left unanswered since he answered one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int UnansweredInARow { get; init; }

    /// <summary>The interaction in hand is answered for him, after a tone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsAutoAnswered { get; init; }

    /// <summary>Why he has prolonged this wrap-up; null when he has not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? ExtensionReason { get; init; }

    /// <summary>How much he works; null: not counted yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public WorkFigures? Work { get; init; }

    /// <summary>The state after an event, and the work that it means where the centre lives.</summary>
    /// <exception cref="IllegalMoveException">The life cycle has no such move.</exception>
    public AgentState After(IAgentEvent happening, TimeZoneInfo zone)
    {
        var after = After(happening);
        var work = Work ?? WorkFigures.None;
        return after with { Work = work.After(after.Status, happening is AgentStartedTalking, happening.At, zone) };
    }

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
            AgentSignedIn => Idle(status, NotReadyReasons.SignedIn, happening.At) with { UnansweredInARow = 0 },
            AgentBecameNotReady { Reason: NotReadyReasons.NoAnswer } notReady =>
                Idle(status, notReady.Reason, happening.At) with { UnansweredInARow = 0 }, // He starts afresh.
            AgentBecameNotReady notReady => Idle(status, notReady.Reason, happening.At),
            AgentReserved reserved => this with
            {
                Status = status,
                Since = happening.At,
                Interaction = reserved.Interaction,
                IsAutoAnswered = reserved.IsAutoAnswered,
            },
            AgentStartedCall call => this with
            {
                Status = status,
                Reason = null,
                Since = happening.At,
                Interaction = call.Interaction,
                NextReason = Reason ?? NextReason,
                IsOverLimit = false,
            },
            AgentMissedOffer missed => this with { UnansweredInARow = missed.InARow },
            AgentStartedTalking => this with { Status = status, Since = happening.At, UnansweredInARow = 0 },
            AgentHeldCaller or AgentResumedCaller => this with { Status = status, Since = happening.At },
            AgentStartedWrapUp wrapUp => this with
            {
                Status = status,
                Since = happening.At,
                WrapUpUntil = wrapUp.Until,
            },
            AgentExtendedWrapUp extended => this with
            {
                WrapUpUntil = extended.Until,
                ExtensionReason = extended.Reason,
            },
            AgentOverstayed => this with { IsOverLimit = true },
            AgentQualityChanged => this, // Measured anew by every page.
            _ => Idle(status, null, happening.At), // Ready, signed out: nothing in hand.
        };
    }

    private AgentState Idle(AgentStatus status, string? reason, DateTimeOffset at) =>
        new(status, reason, at, null, null, null) { UnansweredInARow = UnansweredInARow, Work = Work };
}

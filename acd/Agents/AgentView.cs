using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Agents;

/// <summary>What a screen shows of an agent. Published on the event stream at every change.</summary>
/// <param name="Agent">Who.</param>
/// <param name="DisplayName">Name shown to colleagues.</param>
/// <param name="Status">The word of the state.</param>
/// <param name="Reason">Why not ready; null otherwise.</param>
/// <param name="Since">When the state began.</param>
/// <param name="Until">When the state ends by itself (ring time, wrap-up); null when it does not.</param>
/// <param name="NextReason">Not ready for this reason after the present interaction; null: ready.</param>
/// <param name="Audio">The audio leg.</param>
/// <param name="Call">The interaction in hand; null when there is none.</param>
public sealed record AgentView(
    AgentId Agent,
    string DisplayName,
    AgentStatus Status,
    string? Reason,
    DateTimeOffset Since,
    DateTimeOffset? Until,
    string? NextReason,
    AudioStatus Audio,
    CallView? Call)
{
    /// <summary>When he has been not ready for too long; null when the rules set his reason no limit.</summary>
    public DateTimeOffset? LimitAt { get; init; }

    /// <summary>Why a ready agent is offered nobody (<see cref="AgentObstacles"/>); null: nothing is.</summary>
    public string? Obstacle { get; init; }

    /// <summary>The interaction in hand was answered for him, after a tone.</summary>
    public bool IsAutoAnswered { get; init; }

    /// <summary>By how many seconds this wrap-up can still be prolonged; 0: not, or not any more.</summary>
    public int WrapUpExtensionSeconds { get; init; }

    /// <summary>Offers he has left unanswered since he answered one.</summary>
    public int UnansweredInARow { get; init; }

    /// <summary>After so many minutes without a sign of life he is made not ready; 0: never.</summary>
    public int InactivityMinutes { get; init; }

    /// <summary>Busy share of the last hour, 0 to 1, when this view was made.</summary>
    public double Occupancy { get; init; }

    /// <summary>With how many he has talked today.</summary>
    public int ContactsToday { get; init; }

    /// <summary>The last call that he made in vain; null when none, or when another came since.</summary>
    public FailedDialView? FailedDial { get; init; }

    /// <summary>The last talk, when it ended for him by no doing of his; null when another came since.</summary>
    public EndedTalkView? EndedTalk { get; init; }

    /// <summary>Whether he may go into other agents' talks.</summary>
    public bool IsSupervisor { get; init; }

    /// <summary>The other agent's talk that he is in; null: none.</summary>
    public SupervisionView? Supervision { get; init; }

    /// <summary>How much of today he has worked, when this view was made.</summary>
    public WorkToday Work { get; init; }
}

/// <summary>How much of a day an agent has worked.</summary>
/// <param name="Busy">Talk, hold and wrap-up, without the present span.</param>
/// <param name="Idle">Ready or rung, without the present span.</param>
/// <param name="Kind">As what the present span counts.</param>
/// <param name="Since">When it began, or at midnight if that was later.</param>
public readonly record struct WorkToday(TimeSpan Busy, TimeSpan Idle, WorkKind Kind, DateTimeOffset Since);

/// <summary>What the agent sees of the interaction in hand.</summary>
/// <param name="Interaction">Which.</param>
/// <param name="Stage">The word of its stage.</param>
/// <param name="Queue">Through which queue it came.</param>
/// <param name="QueueName">Its name.</param>
/// <param name="Dialled">The number called.</param>
/// <param name="Number">The caller's number.</param>
/// <param name="Client">Who calls, once known.</param>
/// <param name="ArrivedAt">First ring.</param>
/// <param name="OfferedAt">When this agent's page began to ring.</param>
/// <param name="ConnectedAt">When talk began; null before.</param>
/// <param name="HeldSince">When the caller was put on hold; null when he is not.</param>
/// <param name="AudioLostSince">When the agent's audio was lost in this talk; null when it is there.</param>
/// <param name="IsMuted">Whether the agent's microphone is silenced.</param>
/// <param name="EndedAt">When talk ended; null before.</param>
/// <param name="Ending">How, in kebab-case; null before.</param>
public sealed record CallView(
    InteractionId Interaction,
    string Stage,
    QueueId Queue,
    string QueueName,
    string Dialled,
    CallerNumber Number,
    CallerIdentity? Client,
    DateTimeOffset ArrivedAt,
    DateTimeOffset OfferedAt,
    DateTimeOffset? ConnectedAt,
    DateTimeOffset? HeldSince,
    DateTimeOffset? AudioLostSince,
    bool IsMuted,
    DateTimeOffset? EndedAt,
    string? Ending)
{
    /// <summary>What it is to the agent.</summary>
    public CallKind Kind { get; init; }

    /// <summary>What an assistant learnt from the caller before, or null.</summary>
    public string? AssistantSummary { get; init; }

    /// <summary>What somebody has added to his priority by hand.</summary>
    public int PointsGiven { get; init; }

    /// <summary>All who take part, this agent among them; empty before anybody was brought in.</summary>
    public IReadOnlyList<PartyView> Parties { get; init; } = [];

    /// <summary>Whether the call is this agent's; false: he was brought in.</summary>
    public bool IsOwner { get; init; } = true;

    /// <summary>The last attempt to bring somebody in; null when there was none, or it succeeded.</summary>
    public TransferView? Transfer { get; init; }

    /// <summary>What the agent before says; null when nobody handed the call on.</summary>
    public HandOverView? HandOver { get; init; }

    /// <summary>The supervisor who is in this talk; of several, whoever is heard by most. Null: none.</summary>
    public CallSupervisor? Supervisor { get; init; }

    /// <summary>The help that the agent asks for; null: none.</summary>
    public HelpView? Help { get; init; }

    /// <summary>What the PBX has not done of what this view says; null: people hear each other as it says.</summary>
    public TroubleView? Trouble { get; init; }

    /// <summary>What the agent's screen opens for this caller; null: nothing.</summary>
    public ScreenPopView? ScreenPop { get; init; }
}

/// <summary>What another program's page shows of a caller.</summary>
/// <param name="Url">Its address.</param>
/// <param name="IsAutomatic">It opens by itself when the offer comes.</param>
public sealed record ScreenPopView(string Url, bool IsAutomatic);

/// <summary>The help that an agent asks for.</summary>
/// <param name="Reason">Why, in his words.</param>
/// <param name="AskedAt">Since when.</param>
/// <param name="Helper">Name of the supervisor who is in the talk; null: nobody has come yet.</param>
public sealed record HelpView(string Reason, DateTimeOffset AskedAt, string? Helper);

/// <summary>What the PBX has not done.</summary>
/// <param name="Arrangement">What.</param>
/// <param name="Since">Since when.</param>
/// <param name="IsTriedAgain">It is tried again by itself; false: the agent must do something else.</param>
public sealed record TroubleView(Arrangement Arrangement, DateTimeOffset Since, bool IsTriedAgain);

/// <summary>What an interaction is to the agent who has it in hand.</summary>
public enum CallKind
{
    /// <summary>Somebody has called and waits.</summary>
    Call,

    /// <summary>Somebody waits to be called back: whoever accepts has him called.</summary>
    Callback,

    /// <summary>A message that somebody has left: whoever accepts listens to it.</summary>
    Voicemail,

    /// <summary>The agent has called somebody outside.</summary>
    Outbound,

    /// <summary>An agent has called another.</summary>
    Internal,
}

/// <summary>Event on the event stream: this agent's view has changed.</summary>
public sealed record AgentViewChanged(AgentView View);

/// <summary>The states of an agent, as words.</summary>
public enum AgentStatus
{
    SignedOut,
    NotReady,
    Ready,
    Reserved,
    Talking,
    Held,
    WrapUp,
}

/// <summary>The agent's audio leg, as words.</summary>
public enum AudioStatus
{
    Closed,
    Opening,
    Open,
}

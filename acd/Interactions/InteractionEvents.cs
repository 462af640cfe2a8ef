using System.Text.Json.Serialization;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// What has happened to an interaction: journalled, and the source of every read model. Released names and fields are
// never changed; a new meaning gets a new record.

/// <summary>What all events of an interaction have.</summary>
public interface IInteractionEvent
{
    InteractionId Interaction { get; }

    DateTimeOffset At { get; }
}

/// <summary>Event: somebody calls.</summary>
public sealed record InteractionArrived(
    InteractionId Interaction,
    LegId Caller,
    string Dialled,
    CallerNumber Number,
    string RecordingFile,
    DateTimeOffset At
) : IInteractionEvent;

/// <summary>Event: the caller was recognised by his number.</summary>
public sealed record CallerIdentified(InteractionId Interaction, CallerIdentity Identity, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>
/// Event: the caller stands in the black list; <paramref name="Entry"/> names which entry turns him away.
/// </summary>
public sealed record CallerBarred(
    InteractionId Interaction, string Entry, BlackListTreatment Treatment, string Prompt, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>Event: the caller begins to walk through a flow.</summary>
public sealed record FlowStarted(InteractionId Interaction, string Flow, DateTimeOffset At) : IInteractionEvent;

/// <summary>Event: a supervisor wants him served sooner, or later.</summary>
public sealed record PriorityGiven(InteractionId Interaction, int Points, AgentId By, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>Event: something worth remembering happened on his walk.</summary>
public sealed record FlowNoted(InteractionId Interaction, FlowNote Note, DateTimeOffset At) : IInteractionEvent;

/// <summary>Event: the caller left the queue unserved and is in his flow again.</summary>
public sealed record QueueLeft(InteractionId Interaction, QueueId Queue, FlowQueueLeaving Reason, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>
/// Event: the agent has hung up and wraps up; the caller goes on in his flow, to be asked what he thinks.
/// </summary>
public sealed record TalkCompleted(InteractionId Interaction, AgentId Agent, DateTimeOffset At) : IInteractionEvent;

/// <summary>Event: by its rules the queue sends the caller elsewhere; whatever comes next is there.</summary>
/// <param name="Interaction">Which.</param>
/// <param name="Queue">Which queue sends him.</param>
/// <param name="When">Why.</param>
/// <param name="Target">Whither.</param>
/// <param name="Prompt">What he hears before; empty for nothing.</param>
/// <param name="At">When.</param>
public sealed record CallerOverflowed(
    InteractionId Interaction, QueueId Queue, OverflowWhen When, RuleTarget Target, string Prompt, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>Event: a supervisor takes the caller out of his line; whatever comes next is there, or the end.</summary>
/// <param name="Interaction">Which.</param>
/// <param name="Queue">Where he stood.</param>
/// <param name="Target">Where he waits instead; null: nowhere.</param>
/// <param name="By">Who wants it.</param>
/// <param name="At">When.</param>
public sealed record CallerTakenOut(
    InteractionId Interaction, QueueId Queue, QueueId? Target, AgentId By, DateTimeOffset At) : IInteractionEvent;

/// <summary>Event: a supervisor gives the caller to this agent: until then he waits for nobody else.</summary>
/// <param name="Interaction">Which.</param>
/// <param name="Agent">Who shall have him.</param>
/// <param name="Until">Afterwards he waits as before.</param>
/// <param name="By">Who wants it.</param>
/// <param name="At">When.</param>
public sealed record CallerAssigned(
    InteractionId Interaction, AgentId Agent, DateTimeOffset Until, AgentId By, DateTimeOffset At) : IInteractionEvent;

/// <summary>Event: an agent takes the caller to himself, out of turn.</summary>
/// <param name="Interaction">Which.</param>
/// <param name="Agent">Who wants him.</param>
/// <param name="Until">Afterwards it was too late.</param>
/// <param name="At">When.</param>
public sealed record CallerPicked(
    InteractionId Interaction, AgentId Agent, DateTimeOffset Until, DateTimeOffset At) : IInteractionEvent;

/// <summary>Event: the interaction waits in a queue.</summary>
/// <param name="Interaction">Which.</param>
/// <param name="Queue">Where.</param>
/// <param name="At">From when on it waits here.</param>
/// <param name="Since">When it was queued first, if that was earlier and elsewhere: its place goes by that.</param>
public sealed record InteractionQueued(
    InteractionId Interaction,
    QueueId Queue,
    DateTimeOffset At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Since = null)
    : IInteractionEvent
{
    /// <summary>What is asked of an agent besides what the queue asks; null for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Skills { get; init; }

    /// <summary>It was handed on to a skill: nothing else is asked, also not that one serves the queue.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SkillsOnly { get; init; }
}

/// <summary>Event: this is a message that a caller has left; nobody is on the line.</summary>
/// <param name="Interaction">The message.</param>
/// <param name="From">The call in which it was left.</param>
/// <param name="Queue">For whom.</param>
/// <param name="Recording">Its name in the PBX.</param>
/// <param name="Duration">How long it is.</param>
/// <param name="At">When.</param>
public sealed record VoicemailArrived(
    InteractionId Interaction,
    InteractionId From,
    QueueId Queue,
    string Recording,
    TimeSpan Duration,
    DateTimeOffset At) : IInteractionEvent;

/// <summary>Event: the caller would rather be called back under this number than wait.</summary>
public sealed record CallbackAgreed(InteractionId Interaction, QueueId Queue, PhoneNumber Number, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>Event: the caller has hung up; his place is kept, and he is called when it is his turn.</summary>
/// <param name="Interaction">Which.</param>
/// <param name="Queue">Where.</param>
/// <param name="At">When he hung up.</param>
/// <param name="Since">When he was queued first; null: now.</param>
public sealed record CallbackQueued(
    InteractionId Interaction, QueueId Queue, DateTimeOffset At, DateTimeOffset? Since) : IInteractionEvent;

/// <summary>Event: an agent has accepted; the client is being called for him.</summary>
public sealed record CallbackDialled(
    InteractionId Interaction, AgentId Agent, LegId AgentLeg, LegId Leg, DateTimeOffset At) : IInteractionEvent
{
    /// <summary>The number that the client sees.</summary>
    public string? CallerId { get; init; }

    /// <summary>The name of the rule by which he sees it; null: the number that he has called.</summary>
    public string? CallerIdRule { get; init; }
}

/// <summary>Event: the agent whose talk it is has silenced himself, or speaks again.</summary>
public sealed record AgentMuted(InteractionId Interaction, AgentId Agent, bool Muted, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>Event: the client has answered our call.</summary>
public sealed record CallbackAnswered(InteractionId Interaction, LegId Leg, string RecordingFile, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>Event: the client could not be reached; the agent is free. Null: it was the last attempt.</summary>
public sealed record CallbackUnreached(
    InteractionId Interaction, AgentId Agent, OutboundOutcome Outcome, DateTimeOffset? AgainAt, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>Event: an agent's page rings. <paramref name="Decision"/> says why this agent.</summary>
public sealed record InteractionOffered(
    InteractionId Interaction,
    AgentId Agent,
    RoutingReason Decision,
    DateTimeOffset AnswerBy,
    DateTimeOffset At
) : IInteractionEvent
{
    /// <summary>What his screen opens for this caller; null when the rules name nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ScreenPopUrl { get; init; }
}

/// <summary>Event: an offer ended without an answer; the interaction is at the head of its queue again.</summary>
public sealed record OfferEnded(InteractionId Interaction, AgentId Agent, OfferEnding Ending, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>Event: caller and agent hear each other.</summary>
public sealed record InteractionConnected(
    InteractionId Interaction,
    AgentId Agent,
    LegId AgentLeg,
    int Segment,
    DateTimeOffset At
) : IInteractionEvent;

/// <summary>Event: the caller hears music, the agent may consult.</summary>
public sealed record InteractionHeld(InteractionId Interaction, DateTimeOffset At) : IInteractionEvent;

/// <summary>Event: the talk goes on after a hold.</summary>
public sealed record InteractionResumed(InteractionId Interaction, int Segment, DateTimeOffset At) : IInteractionEvent;

/// <summary>
/// Event: the agent's audio is gone in a talk (page reloaded, browser crashed); the caller hears soft music.
/// </summary>
public sealed record AgentAudioLost(InteractionId Interaction, AgentId Agent, DateTimeOffset At) : IInteractionEvent;

/// <summary>Event: the agent is back in the same talk.</summary>
public sealed record AgentAudioRestored(
    InteractionId Interaction,
    AgentId Agent,
    LegId AgentLeg,
    int Segment,
    DateTimeOffset At
) : IInteractionEvent;

/// <summary>Event: the agent did not come back in time; the interaction is at the head of its queue again.</summary>
public sealed record AgentGivenUp(InteractionId Interaction, AgentId Agent, DateTimeOffset At) : IInteractionEvent;

/// <summary>Event: a supervisor is in the talk, or is heard by others than before.</summary>
/// <param name="Interaction">Which.</param>
/// <param name="By">The supervisor.</param>
/// <param name="Agent">Whose talk it is.</param>
/// <param name="Mode">Who hears him.</param>
/// <param name="At">From when on.</param>
public sealed record TalkSupervised(
    InteractionId Interaction, AgentId By, AgentId Agent, SupervisionMode Mode, DateTimeOffset At) : IInteractionEvent
{
    /// <summary>Whether the agent saw it; null: written before that was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsSeen { get; init; }
}

/// <summary>Event: a supervisor has left the talk. When it ends with him in it, that is not said.</summary>
public sealed record TalkUnsupervised(InteractionId Interaction, AgentId By, DateTimeOffset At) : IInteractionEvent;

/// <summary>Event: the interaction is a supervisor's; the agent who had it wraps up.</summary>
/// <param name="Interaction">Which.</param>
/// <param name="Agent">Who had it.</param>
/// <param name="By">Whose it is.</param>
/// <param name="AgentLeg">The supervisor's leg.</param>
/// <param name="Segment">In which talk.</param>
/// <param name="At">When.</param>
public sealed record TalkTakenOver(
    InteractionId Interaction, AgentId Agent, AgentId By, LegId AgentLeg, int Segment, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>Event: the communication is over. When it was talked in, wrap-up follows.</summary>
public sealed record InteractionEnded(InteractionId Interaction, InteractionEnding Ending, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>Event: the agent has recorded the result.</summary>
public sealed record WrapUpRecorded(InteractionId Interaction, AgentId Agent, WrapUpResult Result, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>Event: the agent needs more time for the result; he says why.</summary>
public sealed record WrapUpExtended(
    InteractionId Interaction, AgentId Agent, DateTimeOffset Until, string Reason, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>Event: nothing more will happen to this interaction.</summary>
public sealed record InteractionClosed(InteractionId Interaction, DateTimeOffset At) : IInteractionEvent;

/// <summary>What the agent records of an interaction.</summary>
/// <param name="Topic">A leaf of the topic tree, or null.</param>
/// <param name="Result">A code of the list of results, or null.</param>
/// <param name="Note">Free text, at most 4,000 characters.</param>
public sealed record WrapUpResult(string? Topic, string? Result, string Note);

/// <summary>Why an offer ended without an answer.</summary>
public enum OfferEnding
{
    /// <summary>It rang out.</summary>
    NoAnswer,

    /// <summary>The agent could not take it after all: page closed, phone gone, state changed.</summary>
    AgentUnavailable,

    /// <summary>The agent answered, but his audio leg was gone.</summary>
    AudioFailed,
}

/// <summary>Every way an interaction can end.</summary>
public enum InteractionEnding
{
    /// <summary>The caller hung up after a talk.</summary>
    CallerHungUp,

    /// <summary>The agent hung up.</summary>
    AgentHungUp,

    /// <summary>The caller left before he was queued.</summary>
    LeftInGreeting,

    /// <summary>The caller left while he waited.</summary>
    Abandoned,

    /// <summary>The caller left while an agent's page rang.</summary>
    AbandonedRinging,

    /// <summary>The number called belongs to no queue.</summary>
    UnknownNumber,

    /// <summary>The queue was full.</summary>
    QueueFull,

    /// <summary>It ended while the server was away; found by comparison with the PBX.</summary>
    EndedWhileAway,

    /// <summary>The caller stands in the black list.</summary>
    BlackListed,

    /// <summary>The flow was over, and no agent had talked with the caller.</summary>
    FlowEnded,

    /// <summary>The queue was closed.</summary>
    QueueClosed,

    /// <summary>Nobody was signed in who could have served the caller.</summary>
    NoAgents,

    /// <summary>The caller waited longer, or would have, than the queue allows.</summary>
    WaitedTooLong,

    /// <summary>The caller wanted to be called back, and could not be reached.</summary>
    CallbackFailed,

    /// <summary>It was a message, and an agent has listened to it.</summary>
    MessageHeard,

    /// <summary>Our agents had left; those outside talked on, and it is over.</summary>
    TransferredOut,

    /// <summary>Whom an agent called did not answer.</summary>
    NotAnswered,

    /// <summary>Whom an agent called was on the telephone.</summary>
    Busy,

    /// <summary>Whom an agent called did not want the call.</summary>
    Refused,

    /// <summary>Whom an agent called could not be reached: no such number, switched off, not at his desk.</summary>
    Unreachable,

    /// <summary>The agent hung up before whom he called had answered.</summary>
    GivenUp,

    /// <summary>A supervisor took the caller out of the queue.</summary>
    TakenOut,
}

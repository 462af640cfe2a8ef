using CrmUms.Acd.Agents;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

/// <summary>
/// What an agent says to the interaction in hand, through the <c>interactions</c> actor. Those that carry out a wish of
/// his page are answered by <see cref="AgentReply"/> to whoever asked.
/// </summary>
public interface IInteractionCommand
{
    /// <summary>Which interaction.</summary>
    InteractionId Interaction { get; }

    /// <summary>Who says so.</summary>
    AgentId Agent { get; }
}

/// <summary>The agent cannot take the offer: he is not free, or his page is gone.</summary>
public sealed record RefuseOffer(InteractionId Interaction, AgentId Agent) : IInteractionCommand;

/// <summary>Wish: join me with the caller.</summary>
public sealed record AnswerCaller(InteractionId Interaction, AgentId Agent, LegId AgentLeg) : IInteractionCommand;

/// <summary>Wish: the caller hears music.</summary>
public sealed record HoldTalk(InteractionId Interaction, AgentId Agent) : IInteractionCommand;

/// <summary>Wish: join me with the caller again.</summary>
public sealed record ResumeTalk(InteractionId Interaction, AgentId Agent, LegId AgentLeg) : IInteractionCommand;

/// <summary>Wish: silence my microphone, or open it.</summary>
public sealed record MuteTalk(InteractionId Interaction, AgentId Agent, LegId AgentLeg, bool Muted)
    : IInteractionCommand;

/// <summary>Wish: send digits to the caller's side.</summary>
public sealed record SendTalkDigits(InteractionId Interaction, AgentId Agent, string Digits) : IInteractionCommand;

/// <summary>Wish: hang up.</summary>
public sealed record EndTalk(InteractionId Interaction, AgentId Agent) : IInteractionCommand;

/// <summary>Wish: a supervisor shall help me.</summary>
public sealed record AskHelp(InteractionId Interaction, AgentId Agent, string? Reason) : IInteractionCommand;

/// <summary>Wish: nobody needs to help me any more.</summary>
public sealed record WithdrawHelp(InteractionId Interaction, AgentId Agent) : IInteractionCommand;

/// <summary>Wish: keep how well my talk was heard.</summary>
public sealed record KeepTalkQuality(InteractionId Interaction, AgentId Agent, TalkQuality Quality)
    : IInteractionCommand;

/// <summary>Wish: keep this result.</summary>
public sealed record RecordResult(InteractionId Interaction, AgentId Agent, WrapUpResult Result) : IInteractionCommand;

/// <summary>News: the agent's audio leg is gone.</summary>
public sealed record AgentAudioGone(InteractionId Interaction, AgentId Agent) : IInteractionCommand;

/// <summary>Wish: this one who waits is mine, before his turn. Answered by <see cref="AgentReply"/>.</summary>
/// <param name="Interaction">Who waits.</param>
/// <param name="Agent">Who is free.</param>
/// <param name="Rules">In force now: the interaction knows those of its arrival.</param>
public sealed record PickWaiting(InteractionId Interaction, AgentId Agent, CentreRules Rules) : IInteractionCommand;

/// <summary>News: the agent has an audio leg again.</summary>
public sealed record AgentAudioBack(InteractionId Interaction, AgentId Agent, LegId AgentLeg) : IInteractionCommand;

/// <summary>News: the agent has prolonged his wrap-up. Repeating it changes nothing.</summary>
public sealed record WrapUpProlonged(InteractionId Interaction, AgentId Agent, DateTimeOffset Until, string Reason)
    : IInteractionCommand;

/// <summary>News: the agent's wrap-up is over, with or without a result.</summary>
public sealed record WrapUpOver(InteractionId Interaction, AgentId Agent) : IInteractionCommand;

/// <summary>
/// Question of an agent who recovered with this interaction in hand. Answered by <see cref="CallChanged"/> when it is
/// his, by <see cref="CallTaken"/> when it is not (any more).
/// </summary>
public sealed record ClaimInteraction(InteractionId Interaction, AgentId Agent) : IInteractionCommand;

/// <summary>From the parent: a new call.</summary>
internal sealed record TakeCall(CallArrived Call, NumberPlan Plan);

/// <summary>To the parent: a caller has left a message; it becomes an interaction, once.</summary>
internal sealed record VoicemailLeft(
    InteractionId Message,
    InteractionId From,
    QueueId Queue,
    string Recording,
    TimeSpan Duration,
    string Dialled,
    CallerNumber Number,
    CallerIdentity? Identity);

/// <summary>From the parent: a message to be listened to.</summary>
internal sealed record TakeVoicemail(VoicemailLeft Message, NumberPlan Plan);

/// <summary>
/// From the parent, after every (re)connect to the PBX: what it has of this caller, or null when he is gone.
/// </summary>
internal sealed record CallerPresence(
    PbxCaller? Caller, IReadOnlyList<PbxOutboundLeg> Dialled, NumberPlan Plan)
{
    /// <summary>Agents' legs that talk about this interaction.</summary>
    public IReadOnlyList<PbxAgentLeg> AgentLegs { get; init; } = [];
}

/// <summary>To the parent: recovered; null when the journal has nothing of it.</summary>
internal sealed record InteractionRecovered(InteractionId Interaction, LegId? Caller);

/// <summary>To the parent: the comparison with the PBX is done.</summary>
internal sealed record PresenceSettled(InteractionId Interaction);

/// <summary>To the parent: nothing more will happen here, unless it is in my mailbox already.</summary>
internal sealed record InteractionIsClosed(InteractionId Interaction);

/// <summary>What an interaction says to an agent, through the <c>agents</c> actor.</summary>
public interface IAgentNews
{
    /// <summary>To whom.</summary>
    AgentId Agent { get; }
}

/// <summary>
/// News: this caller is yours if you can take him. Answered by <see cref="RefuseOffer"/>, or not at all.
/// </summary>
public sealed record OfferInteraction(AgentId Agent, CallView Call, DateTimeOffset AnswerBy) : IAgentNews
{
    /// <summary>He has taken the caller himself: nothing need ring.</summary>
    public bool IsPicked { get; init; }
}

/// <summary>News: the interaction in your hand has changed.</summary>
public sealed record CallChanged(AgentId Agent, CallView Call) : IAgentNews;

/// <summary>News: the talk is over; record the result within this time.</summary>
public sealed record TalkEnded(AgentId Agent, CallView Call, TimeSpan WrapUpFor) : IAgentNews;

/// <summary>News: the result was kept.</summary>
public sealed record ResultRecorded(AgentId Agent, InteractionId Interaction) : IAgentNews;

/// <summary>News: this interaction is not yours any more.</summary>
public sealed record CallTaken(AgentId Agent, InteractionId Interaction, CallTakenReason Reason) : IAgentNews
{
    /// <summary>The call that he made in vain; null for all others.</summary>
    public FailedDialView? Failed { get; init; }
}

/// <summary>Why an interaction left an agent's hand without wrap-up.</summary>
public enum CallTakenReason
{
    /// <summary>It rang out.</summary>
    NoAnswer,

    /// <summary>The caller hung up while it rang.</summary>
    CallerLeft,

    /// <summary>The agent's audio leg was gone when he answered, or did not come back in a talk.</summary>
    AudioFailed,

    /// <summary>A client who was to be called back was not reached.</summary>
    NotReached,

    /// <summary>The offer was taken back for another reason, or never was his.</summary>
    Withdrawn,
}

/// <summary>
/// To the <c>interactions</c> actor: the assistant hands a caller back. Answered by <see cref="HandBackReply"/>, after
/// it has been written.
/// </summary>
public sealed record HandCallerBack(InteractionId Interaction, FlowEvent.AssistantReturned Returned);

/// <param name="IsTaken">False: the caller is not with that assistant any more.</param>
public sealed record HandBackReply(bool IsTaken);

/// <summary>
/// To the <c>interactions</c> actor: somebody wants a caller served sooner, or later. It takes the place of what was
/// given before. Answered by <see cref="PriorityReply"/>.
/// </summary>
/// <param name="Interaction">Who waits.</param>
/// <param name="Points">From -100 to 100, besides what rules and flows say.</param>
/// <param name="By">Who wants it.</param>
public sealed record GivePriority(InteractionId Interaction, int Points, AgentId By);

/// <param name="IsGiven">False: he does not wait any more.</param>
public sealed record PriorityReply(bool IsGiven);

/// <summary>
/// To the <c>interactions</c> actor: a supervisor takes a caller out of his line. Answered by
/// <see cref="TakeOutReply"/>.
/// </summary>
/// <param name="Interaction">Who waits.</param>
/// <param name="Queue">Where he waits instead, however full it is; null: he is let go.</param>
/// <param name="By">Who wants it.</param>
public sealed record TakeOutCaller(InteractionId Interaction, QueueId? Queue, AgentId By);

/// <param name="IsTaken">False: he does not wait any more, is just being offered, or there is no such queue.</param>
public sealed record TakeOutReply(bool IsTaken);

/// <summary>
/// To the <c>agents</c> actor: a supervisor gives a waiting caller to this agent, who is offered him next. Answered by
/// <see cref="AssignReply"/>.
/// </summary>
/// <param name="Interaction">Who waits.</param>
/// <param name="Agent">Who shall have him.</param>
/// <param name="By">Who wants it.</param>
public sealed record AssignCaller(InteractionId Interaction, AgentId Agent, AgentId By)
{
    /// <summary>Queues that the agent serves: the <c>agents</c> actor says it on the way.</summary>
    public IReadOnlyList<string> Serves { get; init; } = [];
}

/// <param name="Refusal">Null: the caller waits for that agent.</param>
public sealed record AssignReply(AssignRefusal? Refusal);

/// <summary>Why a caller cannot be given to an agent.</summary>
public enum AssignRefusal
{
    /// <summary>He does not wait any more, is just being offered, or is called back later.</summary>
    NotWaiting,

    /// <summary>Nobody here is called that.</summary>
    UnknownAgent,

    /// <summary>The agent is not here.</summary>
    SignedOut,

    /// <summary>The agent has a caller, or is being rung.</summary>
    Busy,

    /// <summary>The agent is ready, and something is in the way: his microphone, his network.</summary>
    Unavailable,

    /// <summary>The agent does not serve the queue.</summary>
    CannotServe,
}

/// <summary>Query to the <c>interactions</c> actor: who are these? Answered by <see cref="CallViews"/>.</summary>
public sealed record GetCallViews(IReadOnlyList<InteractionId> Interactions);

/// <summary>Reply: those that are still open, in no order.</summary>
public sealed record CallViews(IReadOnlyList<CallView> Calls);

/// <summary>Query to an interaction. Answered by <see cref="OneCallView"/>.</summary>
internal sealed record GetCallView;

/// <param name="Call">Null before he has been in a queue.</param>
internal sealed record OneCallView(CallView? Call);

using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

/// <summary>What is journalled of an interaction: the fold of its events.</summary>
internal sealed partial record InteractionState(
    InteractionId Id,
    InteractionStage Stage,
    LegId Caller,
    string Dialled,
    CallerNumber Number,
    DateTimeOffset ArrivedAt)
{
    public CallerIdentity? Identity { get; init; }

    /// <summary>Why he is not let in; null when he is.</summary>
    public CallerBarred? Barred { get; init; }

    /// <summary>His walk through flows, as far as it is written down; null for a caller without one.</summary>
    public FlowState? Flow { get; init; }

    /// <summary>Legs that his flow has dialled so far; the last one may stand now.</summary>
    public int Dials { get; init; }

    /// <summary>Flows begun so far.</summary>
    public int Walks { get; init; }

    public QueueId? Queue { get; init; }

    /// <summary>What is asked of an agent for him in this queue.</summary>
    public SkillWish Wish { get; init; }

    /// <summary>Queued first; his place goes by this, wherever he waits.</summary>
    public DateTimeOffset? QueuedAt { get; init; }

    /// <summary>Since when he waits in the present queue.</summary>
    public DateTimeOffset? InQueueSince { get; init; }

    /// <summary>Where a queue is sending him, until he is there; null when none does.</summary>
    public CallerOverflowed? Overflow { get; init; }

    /// <summary>How often queues have sent him elsewhere.</summary>
    public int Overflows { get; init; }

    /// <summary>The call-back that he asked for; null for most.</summary>
    public CallbackAgreed? Callback { get; init; }

    /// <summary>He has hung up, and waits for the call-back.</summary>
    public bool IsCallbackQueued { get; init; }

    /// <summary>Whether <see cref="Caller"/> stands.</summary>
    public bool HasCaller { get; init; } = true;

    /// <summary>The message that this is; null when it is a call.</summary>
    public VoicemailArrived? Voicemail { get; init; }

    /// <summary>The message that the caller has left last; null when he has left none.</summary>
    public FlowNote.VoicemailLeft? LastMessage { get; init; }

    /// <summary>The request of the flow for which somebody was dialled last.</summary>
    public string? LastDial { get; init; }

    /// <summary>What somebody has added to his priority by hand.</summary>
    public int PointsGiven { get; init; }

    /// <summary>To whom a supervisor has given him; null when to nobody.</summary>
    public CallerAssigned? Assigned { get; init; }

    /// <summary>Which agent has taken him to himself; null when none has.</summary>
    public CallerPicked? Picked { get; init; }

    /// <summary>What an assistant learnt from him; null when he spoke with none.</summary>
    public string? AssistantSummary { get; init; }

    /// <summary>How often he was called.</summary>
    public int CallbackAttempts { get; init; }

    /// <summary>Not called again before; null: as soon as it is his turn.</summary>
    public DateTimeOffset? CallbackDueAt { get; init; }

    /// <summary>The agent who is rung, talks or wraps up.</summary>
    public AgentId? Agent { get; init; }

    public DateTimeOffset? OfferedAt { get; init; }

    public DateTimeOffset? AnswerBy { get; init; }

    public LegId? AgentLeg { get; init; }

    /// <summary>Talk segments so far; the last one is the conversation that stands now.</summary>
    public int Segment { get; init; }

    public DateTimeOffset? ConnectedAt { get; init; }

    public DateTimeOffset? HeldSince { get; init; }

    public DateTimeOffset? AudioLostSince { get; init; }

    /// <summary>The agent has silenced himself. A new leg of his is not silenced.</summary>
    public bool IsAgentMuted { get; init; }

    /// <summary>When the agent hung up while the caller went on in his flow.</summary>
    public DateTimeOffset? TalkCompletedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public InteractionEnding? Ending { get; init; }

    public bool HasResult { get; init; }

    public bool IsWrapUpExtended { get; init; }

    /// <summary>The agent wants a supervisor in his talk; null when he does not.</summary>
    public HelpAsked? Help { get; init; }

    /// <summary>People do not hear each other as this state says; null when they do.</summary>
    public ArrangementFailed? Trouble { get; init; }

    public bool IsLive => Stage < InteractionStage.WrappingUp;

    public ConversationId Conversation => new(Id, Segment);

    public ConversationId NextConversation => new(Id, Segment + 1);

    /// <summary>The first event of an interaction begins it; null for any other.</summary>
    public static InteractionState? Begun(IInteractionEvent happening) => happening switch
    {
        InteractionArrived arrived => From(arrived),
        OutboundCallStarted outbound => From(outbound),
        InternalCallStarted started => From(started),
        _ => null,
    };

    public static InteractionState From(InteractionArrived arrived) => new(
        arrived.Interaction, InteractionStage.Arrived, arrived.Caller, arrived.Dialled, arrived.Number, arrived.At);

    /// <exception cref="IllegalMoveException">The life cycle has no such move.</exception>
    public InteractionState After(IInteractionEvent happening)
    {
        var moved = this with { Stage = InteractionLifecycle.Advance(Stage, happening) };
        return moved.Fold(happening).WithoutIdleHelp().WithoutOldTrouble(happening);
    }

    private InteractionState Fold(IInteractionEvent happening)
    {
        var moved = this;
        return happening switch
        {
            CallerIdentified identified => moved with { Identity = identified.Identity },
            CallerBarred barred => moved with { Barred = barred },
            FlowStarted started => moved with
            {
                Flow = FlowState.Before(started.Flow), Walks = Walks + 1, Overflow = null,
            },
            CallerOverflowed overflowed => moved with { Overflow = overflowed, Overflows = Overflows + 1 },
            PriorityGiven given => moved with { PointsGiven = given.Points },
            CallerAssigned assigned => moved with { Assigned = assigned },
            CallerPicked picked => moved with { Picked = picked, Assigned = null },
            CallerTakenOut => moved with { Assigned = null, Picked = null },
            FlowNoted noted => moved.WithNote(noted.Note),
            TalkCompleted completed => moved with
            {
                TalkCompletedAt = completed.At, HeldSince = null, AudioLostSince = null, IsAgentMuted = false,
            },
            InteractionQueued queued => moved with
            {
                Queue = queued.Queue,
                Wish = new SkillWish(queued.Skills, queued.SkillsOnly),
                QueuedAt = queued.Since ?? queued.At,
                InQueueSince = queued.At,
                Overflow = null,
            },
            VoicemailArrived voicemail => moved with { Voicemail = voicemail, HasCaller = false },
            CallbackAgreed agreed => moved with { Callback = agreed },
            CallbackQueued queued => moved with
            {
                Queue = queued.Queue,
                Wish = queued.Queue == Queue ? Wish : default,
                QueuedAt = queued.Since ?? queued.At,
                InQueueSince = queued.At,
                Flow = null,
                Overflow = null,
                HasCaller = false,
                IsCallbackQueued = true,
            },
            CallbackDialled dialled => moved with
            {
                AgentLeg = dialled.AgentLeg, Dials = Dials + 1, CallbackAttempts = CallbackAttempts + 1,
            },
            CallbackAnswered answered => moved with { Caller = answered.Leg, HasCaller = true },
            CallbackUnreached unreached => moved.WithoutAgent() with
            {
                HasCaller = false, CallbackDueAt = unreached.AgainAt,
            },
            InteractionOffered offered => moved with
            {
                Agent = offered.Agent, OfferedAt = offered.At, AnswerBy = offered.AnswerBy, Overflow = null,
                Assigned = null, Picked = null,
            },
            OfferEnded => moved.WithoutAgent(),
            InteractionConnected connected => moved with
            {
                AgentLeg = connected.AgentLeg, Segment = connected.Segment, ConnectedAt = connected.At,
            },
            InteractionHeld held => moved with { HeldSince = held.At },
            InteractionResumed resumed => moved with { HeldSince = null, Segment = resumed.Segment },
            AgentMuted muted => moved with { IsAgentMuted = muted.Muted },
            AgentAudioLost lost => moved with { AudioLostSince = lost.At, AgentLeg = null, IsAgentMuted = false },
            AgentAudioRestored restored => moved with
            {
                AudioLostSince = null, AgentLeg = restored.AgentLeg, Segment = restored.Segment,
            },
            AgentGivenUp given => moved.WithoutAgent() with
            {
                InQueueSince = given.At,
                ConnectedAt = null, HeldSince = null, AudioLostSince = null,
            },
            InteractionEnded ended => moved with
            {
                EndedAt = ended.At,
                Ending = ended.Ending,
                HeldSince = null,
                AudioLostSince = null,
                IsAgentMuted = false,
            },
            HelpAsked asked => moved with { Help = asked },
            ArrangementFailed failed => moved with { Trouble = failed },
            ArrangementMade => moved with { Trouble = null },
            HelpWithdrawn or TalkUnsupervised => moved with { Help = null },
            WrapUpRecorded => moved with { HasResult = true },
            WrapUpExtended => moved with { IsWrapUpExtended = true },
            _ => moved.AfterParty(happening),
        };
    }

    private InteractionState WithNote(FlowNote note)
    {
        var dialled = (note as FlowNote.DialStarted)?.Request;
        var isNewDial = dialled is not null && dialled != LastDial; // One that rings on after a gap is noted again.
        return this with
        {
            LastDial = dialled ?? LastDial,
            Flow = Flow?.After(note),
            LastMessage = note as FlowNote.VoicemailLeft ?? LastMessage,
            AssistantSummary = (note as FlowNote.AssistantReturned)?.Summary ?? AssistantSummary,
            Dials = isNewDial ? Dials + 1 : Dials,
            Overflow = note is FlowNote.NodeEntered ? null : Overflow, // His flow knew what to do instead.
        };
    }

    // Nobody can be helped in a talk that is over, or somebody else's.
    private InteractionState WithoutIdleHelp() =>
        Help is { } help && (Agent != help.Agent || !InteractionLifecycle.HasAgentInTalk(Stage))
            ? this with { Help = null }
            : this;

    // The two hear each other, or music, as the PBX has just said; or there is no talk any more.
    private InteractionState WithoutOldTrouble(IInteractionEvent happening) =>
        Trouble is null || (IsInTalk && happening is not (InteractionHeld or InteractionResumed))
            ? this
            : this with { Trouble = null };

    private InteractionState WithoutAgent() =>
        this with { Agent = null, OfferedAt = null, AnswerBy = null, AgentLeg = null, IsAgentMuted = false };
}

using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

/// <summary>The stages of an interaction.</summary>
public enum InteractionStage
{
    Arrived,
    InFlow,
    Queued,
    Offered,

    /// <summary>An agent has accepted a call-back; the client's telephone rings.</summary>
    Dialling,
    Connected,
    Held,

    /// <summary>The agent hands the client on; it rings, and the client hears music.</summary>
    Transferring,

    /// <summary>The agent asks somebody; one of the two others hears music.</summary>
    Consulting,

    /// <summary>More than a client and an agent talk, or are about to; or agents among themselves.</summary>
    Conference,

    /// <summary>Those outside talk without an agent.</summary>
    Forwarded,

    /// <summary>The agent wraps up while the caller's flow asks him something.</summary>
    AfterTalk,
    WrappingUp,
    Closed,
}

/// <summary>
/// The legal moves of an interaction. Each row reads: at this stage, this may happen, and then it is at that.
/// </summary>
internal static class InteractionLifecycle
{
    private static readonly Dictionary<(InteractionStage, Type), InteractionStage> Moves = new()
    {
        [(InteractionStage.Arrived, typeof(FlowStarted))] = InteractionStage.InFlow,
        [(InteractionStage.Arrived, typeof(InteractionQueued))] = InteractionStage.Queued,
        [(InteractionStage.Arrived, typeof(CallerBarred))] = InteractionStage.Arrived,
        [(InteractionStage.Arrived, typeof(VoicemailArrived))] = InteractionStage.Arrived,
        [(InteractionStage.InFlow, typeof(InteractionQueued))] = InteractionStage.Queued,
        [(InteractionStage.Queued, typeof(QueueLeft))] = InteractionStage.InFlow,

        [(InteractionStage.Arrived, typeof(CallerOverflowed))] = InteractionStage.Arrived,
        [(InteractionStage.InFlow, typeof(CallerOverflowed))] = InteractionStage.InFlow,
        [(InteractionStage.Queued, typeof(CallerOverflowed))] = InteractionStage.Queued,
        [(InteractionStage.Queued, typeof(CallerTakenOut))] = InteractionStage.Queued,
        [(InteractionStage.Queued, typeof(CallerAssigned))] = InteractionStage.Queued,
        [(InteractionStage.Queued, typeof(CallerPicked))] = InteractionStage.Queued,
        [(InteractionStage.Queued, typeof(InteractionQueued))] = InteractionStage.Queued,
        [(InteractionStage.Queued, typeof(FlowStarted))] = InteractionStage.InFlow,
        [(InteractionStage.InFlow, typeof(FlowStarted))] = InteractionStage.InFlow,

        [(InteractionStage.Connected, typeof(TalkCompleted))] = InteractionStage.AfterTalk,
        [(InteractionStage.Held, typeof(TalkCompleted))] = InteractionStage.AfterTalk,
        [(InteractionStage.AfterTalk, typeof(WrapUpRecorded))] = InteractionStage.AfterTalk,

        [(InteractionStage.Queued, typeof(InteractionOffered))] = InteractionStage.Offered,
        [(InteractionStage.Offered, typeof(OfferEnded))] = InteractionStage.Queued,
        [(InteractionStage.Offered, typeof(InteractionConnected))] = InteractionStage.Connected,

        [(InteractionStage.InFlow, typeof(CallbackAgreed))] = InteractionStage.InFlow,
        [(InteractionStage.Queued, typeof(CallbackAgreed))] = InteractionStage.Queued,
        [(InteractionStage.InFlow, typeof(CallbackQueued))] = InteractionStage.Queued,
        [(InteractionStage.Queued, typeof(CallbackQueued))] = InteractionStage.Queued,
        [(InteractionStage.Offered, typeof(CallbackDialled))] = InteractionStage.Dialling,
        [(InteractionStage.Dialling, typeof(CallbackAnswered))] = InteractionStage.Dialling,
        [(InteractionStage.Dialling, typeof(CallbackUnreached))] = InteractionStage.Queued,
        [(InteractionStage.Dialling, typeof(InteractionConnected))] = InteractionStage.Connected,

        [(InteractionStage.Connected, typeof(InteractionHeld))] = InteractionStage.Held,
        [(InteractionStage.Held, typeof(InteractionResumed))] = InteractionStage.Connected,
        [(InteractionStage.Connected, typeof(AgentAudioLost))] = InteractionStage.Connected,
        [(InteractionStage.Connected, typeof(AgentAudioRestored))] = InteractionStage.Connected,
        [(InteractionStage.Connected, typeof(AgentGivenUp))] = InteractionStage.Queued,
        [(InteractionStage.Held, typeof(AgentGivenUp))] = InteractionStage.Queued,

        [(InteractionStage.Held, typeof(TransferStarted))] = InteractionStage.Transferring,
        [(InteractionStage.Transferring, typeof(TransferFailed))] = InteractionStage.Held,
        [(InteractionStage.Transferring, typeof(InteractionHandedToQueue))] = InteractionStage.Queued,
        [(InteractionStage.Transferring, typeof(InteractionHandedOver))] = InteractionStage.Connected,
        [(InteractionStage.Transferring, typeof(InteractionHandedOutside))] = InteractionStage.Forwarded,
        [(InteractionStage.Held, typeof(ConsultationStarted))] = InteractionStage.Consulting,
        [(InteractionStage.Consulting, typeof(ConsultationEnded))] = InteractionStage.Held,
        [(InteractionStage.Consulting, typeof(PartiesSwapped))] = InteractionStage.Consulting,
        [(InteractionStage.Consulting, typeof(ConferenceStarted))] = InteractionStage.Conference,
        [(InteractionStage.Consulting, typeof(InteractionHandedOver))] = InteractionStage.Connected,
        [(InteractionStage.Consulting, typeof(InteractionHandedOutside))] = InteractionStage.Forwarded,
        [(InteractionStage.Connected, typeof(TalkTakenOver))] = InteractionStage.Connected,
        [(InteractionStage.Held, typeof(TalkTakenOver))] = InteractionStage.Connected,
        [(InteractionStage.Conference, typeof(TalkTakenOver))] = InteractionStage.Conference,
        [(InteractionStage.Connected, typeof(ConferenceStarted))] = InteractionStage.Conference,
        [(InteractionStage.Conference, typeof(ConferenceEnded))] = InteractionStage.Connected,
        [(InteractionStage.Conference, typeof(InteractionHandedOver))] = InteractionStage.Conference,
        [(InteractionStage.Conference, typeof(InteractionHandedOutside))] = InteractionStage.Forwarded,

        [(InteractionStage.WrappingUp, typeof(WrapUpRecorded))] = InteractionStage.WrappingUp,
        [(InteractionStage.WrappingUp, typeof(WrapUpExtended))] = InteractionStage.WrappingUp,
        [(InteractionStage.WrappingUp, typeof(InteractionClosed))] = InteractionStage.Closed,

        // The agent may still have been typing when his wrap-up ran out: his result is taken, once.
        [(InteractionStage.Closed, typeof(WrapUpRecorded))] = InteractionStage.Closed,
    };

    private static readonly HashSet<Type> OfParties =
    [
        typeof(PartyAnswered),
        typeof(PartyLeft),
        typeof(PartyAudioLost),
        typeof(PartyAudioRestored),
        typeof(PartyMuted),
    ];

    private static readonly HashSet<Type> InTalk =
    [
        typeof(TalkSupervised),
        typeof(TalkUnsupervised),
        typeof(HelpAsked),
        typeof(HelpWithdrawn),
        typeof(AgentMuted),
    ];

    /// <summary>An agent talks, alone with the client or with others, or has put somebody on hold.</summary>
    public static bool HasAgentInTalk(InteractionStage stage) =>
        stage is >= InteractionStage.Connected and <= InteractionStage.Conference;

    public static bool Allows(InteractionStage from, Type happening) => Next(from, happening) is not null;

    public static InteractionStage Advance(InteractionStage from, IInteractionEvent happening) =>
        Next(from, happening.GetType())
        ?? throw new IllegalMoveException(
            $"{happening.GetType().Name} cannot happen to an interaction that is {from}."
        );

    private static InteractionStage? Next(InteractionStage from, Type happening)
    {
        if (happening == typeof(InteractionEnded) && from < InteractionStage.WrappingUp)
        {
            return InteractionStage.WrappingUp; // A caller may leave at any moment.
        }

        if (happening == typeof(CallerIdentified) && from < InteractionStage.Closed)
        {
            return from; // A slow look-up may answer at any moment.
        }

        if (InTalk.Contains(happening) && HasAgentInTalk(from))
        {
            return from;
        }

        if ((happening == typeof(ArrangementFailed) || happening == typeof(ArrangementMade))
            && (HasAgentInTalk(from) || from == InteractionStage.Forwarded))
        {
            return from; // Those whom the agent has left to each other may not hear each other.
        }

        if (happening == typeof(TalkQualityMeasured)
            && from is >= InteractionStage.Queued and <= InteractionStage.Closed)
        {
            return from; // Whoever measured may have handed it on since, or it may be over.
        }

        if (happening == typeof(PriorityGiven) && from <= InteractionStage.Offered)
        {
            return from; // For the line that he stands in, or will stand in.
        }

        if (IsOfParties(from, happening))
        {
            return from;
        }

        if (happening == typeof(FlowNoted) && from is >= InteractionStage.InFlow and <= InteractionStage.AfterTalk)
        {
            return from; // His flow goes with him, and may end in the queue, on hold or in the talk.
        }

        return Moves.TryGetValue((from, happening), out var to) ? to : null;
    }

    // What parties do moves no stage; what it leads to is an event of its own.
    private static bool IsOfParties(InteractionStage from, Type happening)
    {
        var isShared = from is >= InteractionStage.Transferring and <= InteractionStage.Forwarded;
        if (happening == typeof(PartyInvited))
        {
            return isShared && from != InteractionStage.Forwarded;
        }

        if (happening == typeof(AgentAudioLost) || happening == typeof(AgentAudioRestored))
        {
            return isShared && from != InteractionStage.Forwarded;
        }

        // Whoever handed it on records his result when he is ready to.
        return happening == typeof(HandOverResultRecorded)
            ? from >= InteractionStage.Queued
            : isShared && OfParties.Contains(happening);
    }
}

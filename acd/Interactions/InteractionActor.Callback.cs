using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// Callers who would rather be called back: they hang up, their place stays. When it is their turn an agent accepts, and
// the system calls them for him.
public sealed partial class InteractionActor
{
    private const string CallbackTimer = "callback";
    private static readonly CallbackRule UsualCallback = new();

    private LegId? _dialledFor; // The agent's leg, when he has a new one since he accepted.

    private void ReceiveCallback()
    {
        Command<CallbackDue>(_ => Enqueue());
        Command<CallbackNotDialled>(failed => OnCallbackUnreached(failed.Leg, OutboundOutcome.Unreachable));
    }

    private bool IsCallback => State is { Callback: not null, IsCallbackQueued: true };

    private CallbackRule CallbackRule => _entry?.Rule.Callback ?? UsualCallback;

    /// <summary>He has hung up, or will be, and his place is kept for him.</summary>
    private bool MayKeepPlace => State is { Callback: not null, HasCaller: true, Stage: <= InteractionStage.Offered };

    private void KeepPlaceForCallback(FlowEffect.OfferCallback callback)
    {
        var isPossible = State.Stage == InteractionStage.InFlow && _plan.ByQueue(callback.Queue) is not null;
        if (!isPossible || !Agree(callback.Queue, callback.Number, () => Answer(isAccepted: true)))
        {
            Answer(isAccepted: false);
        }

        void Answer(bool isAccepted) => Tell(new FlowEvent.CallbackAnswered(callback.Request, isAccepted));
    }

    /// <summary>False when that is no number that we would call.</summary>
    private bool Agree(QueueId queue, string number, Action then)
    {
        if (!PhoneNumber.TryParse(number, _services.NumberingPlan, out var phone) || !IsCallable(phone.Value))
        {
            return false;
        }

        Keep(new CallbackAgreed(_id, queue, phone.Value, _services.Now), then);
        return true;
    }

    // His own, or one of our country, and nobody who is barred.
    private bool IsCallable(PhoneNumber number) =>
        (number == State.Number.Number || CallableNumbers.IsOfOurCountry(number, _services.Options))
        && !CallableNumbers.IsBlocked(number, _plan.BlackList, _services);

    /// <summary>His leg is gone; from now on he waits without one.</summary>
    private void QueueCallback()
    {
        var (before, prepared) = (State, State.NextConversation);
        var now = _services.Now;
        _entry = _plan.ByQueue(before.Callback!.Queue) ?? _entry;
        _walk = null;
        (_sound, _afterSound) = (null, null);
        Timers.CancelAll();
        var queued = new CallbackQueued(_id, Queue.Queue, now, before.QueuedAt);
        IReadOnlyList<IInteractionEvent> happenings = before is { Stage: InteractionStage.Offered, Agent: { } agent }
            ? [new OfferEnded(_id, agent, OfferEnding.AgentUnavailable, now), queued]
            : [queued];
        Keep(happenings, () =>
        {
            if (before is { Stage: InteractionStage.Offered, Agent: { } rung })
            {
                TellAgent(new CallTaken(rung, _id, CallTakenReason.CallerLeft));
                Dissolve(prepared);
            }

            Enqueue();
        });
    }

    /// <summary>
    /// False while he is called again later: then he stands in no line, and keeps his place all the same.
    /// </summary>
    private bool IsCallbackDue()
    {
        if (State.CallbackDueAt is not { } due || due <= _services.Now)
        {
            return true;
        }

        TellQueue(queue => new LeaveQueue(queue, _id));
        StartTimerFor(CallbackTimer, CallbackDue.Instance, due);
        return false;
    }

    private void DialBack(AnswerCaller answer)
    {
        var (asker, leg) = (Sender, OutboundLegs.NameOf(_id, State.Dials + 1));
        Timers.Cancel(RingTimer);
        _dialledFor = null;
        var shown = CallerIds.ForCallback(
            _plan.Rules, answer.Agent, State.Callback!.Number.E164, _entry?.Rule.Id ?? "", State.Dialled);
        var dialled = new CallbackDialled(_id, answer.Agent, answer.AgentLeg, leg, _services.Now)
        {
            CallerId = shown.CallerId,
            CallerIdRule = shown.Rule,
        };
        Keep(dialled, () =>
        {
            Reply(asker);
            InformAgent();
            DialOut(leg, State.Callback!.Number, shown.CallerId, _ => new CallbackNotDialled(leg));
        });
    }

    private void OnCallbackAnswered(LegId leg, string recordingFile)
    {
        _answered = true;
        Keep(
            new CallbackAnswered(_id, leg, recordingFile, _services.Now),
            () => BeginJoin(JoinPurpose.Connect, _dialledFor ?? State.AgentLeg!.Value, ActorRefs.Nobody));
    }

    /// <summary>The agent is free again; the client is tried later, or never again.</summary>
    private void OnCallbackUnreached(LegId leg, OutboundOutcome outcome)
    {
        if (State.Stage != InteractionStage.Dialling || leg != DialledLeg || State.Agent is not { } agent)
        {
            return;
        }

        if (State.Outbound is not null)
        {
            EndUnanswered(LeavingOf(outcome));
            return;
        }

        var (now, prepared) = (_services.Now, State.NextConversation);
        var isLast = State.CallbackAttempts >= CallbackRule.AttemptsMax;
        DateTimeOffset? again = isLast ? null : now.AddSeconds(CallbackRule.RetrySeconds);
        _joining = null;
        Keep(new CallbackUnreached(_id, agent, outcome, again, now), () =>
        {
            TellAgent(new CallTaken(agent, _id, CallTakenReason.NotReached));
            Dissolve(prepared);
            if (isLast)
            {
                End(InteractionEnding.CallbackFailed, hangUp: null);
            }
            else
            {
                Enqueue();
            }
        });
    }

    /// <summary>The agent does not want it after all, or cannot hear.</summary>
    private void GiveUpDialling()
    {
        var leg = DialledLeg;
        HangUpLeg(leg);
        OnCallbackUnreached(leg, OutboundOutcome.HungUp);
    }

    /// <summary>The client's leg is one that we have dialled, or will dial.</summary>
    private bool IsDialledByUs => IsCallback || State.Outbound is not null;

    /// <summary>After a restart or a gap: what the PBX has of the client whom we call, or wait to call.</summary>
    private void CarryOnCallback(PbxOutboundLeg? found)
    {
        switch (State.Stage)
        {
            case InteractionStage.Dialling when found is { State: OutboundLegState.Answered }:
                OnCallbackAnswered(found.Leg, found.RecordingFile);
                break;
            case InteractionStage.Dialling when found is not null:
                break; // It rings.
            case InteractionStage.Dialling:
                HangUpLeg(DialledLeg); // It may have been dialled just after the comparison was made.
                OnCallbackUnreached(DialledLeg, OutboundOutcome.Unreachable);
                break;
            case InteractionStage.Connected or InteractionStage.Held
                or InteractionStage.Transferring or InteractionStage.Consulting
                or InteractionStage.Conference or InteractionStage.Forwarded when found is not null:
                _answered = true;
                CarryOn(found.Conversation);
                break;
            case InteractionStage.Connected:
            case InteractionStage.Held:
            case InteractionStage.Transferring:
            case InteractionStage.Consulting:
            case InteractionStage.Conference:
            case InteractionStage.Forwarded:
                End(InteractionEnding.EndedWhileAway, hangUp: null);
                break;
            case InteractionStage.Arrived:
            case InteractionStage.InFlow:
            case InteractionStage.Queued:
            case InteractionStage.Offered:
            case InteractionStage.AfterTalk:
            case InteractionStage.WrappingUp:
            case InteractionStage.Closed:
                CarryOn(conversation: null);
                break;
            default:
                throw new NotSupportedException(State.Stage.ToString());
        }
    }

    private sealed record CallbackNotDialled(LegId Leg);

    private sealed record CallbackDue
    {
        public static CallbackDue Instance { get; } = new();
    }
}

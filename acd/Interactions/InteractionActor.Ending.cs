using CrmUms.Acd.Agents;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// The end, whoever brings it, the wrap-up, and the comparison with the PBX after a restart or a gap.
public sealed partial class InteractionActor
{
    private bool _settling;
    private bool _wrapUpIsOver; // Before the caller's flow was.

    private void ReceiveEnding()
    {
        Command<CallerLegEnded>(_ => CallerLeft());
        Command<CallerPresence>(OnCallerPresence);
        Command<RecordResult>(OnRecordResult);
        Command<WrapUpProlonged>(OnWrapUpProlonged);
        Command<WrapUpOver>(OnWrapUpOver);
        Command<ClaimInteraction>(OnClaimInteraction);
    }

    private TimeSpan WrapUpFor => WrapUpForOf(_entry);

    private void CallerLeft()
    {
        if (_state is not { IsLive: true, HasCaller: true })
        {
            return;
        }

        if (State.Stage == InteractionStage.Dialling)
        {
            OnCallbackUnreached(State.Caller, OutboundOutcome.HungUp);
        }
        else if (MayKeepPlace && _joining is null)
        {
            QueueCallback();
        }
        else
        {
            Walk(new FlowEvent.CallerGone(), () =>
            {
                var isBarred = State.Barred is not null;
                End(isBarred ? InteractionEnding.BlackListed : EndingWhenCallerLeaves(State.Stage), hangUp: null);
            });
        }
    }

    private static InteractionEnding EndingWhenCallerLeaves(InteractionStage stage) =>
        stage switch
        {
            InteractionStage.Arrived or InteractionStage.InFlow => InteractionEnding.LeftInGreeting,
            InteractionStage.Queued => InteractionEnding.Abandoned,
            InteractionStage.Offered => InteractionEnding.AbandonedRinging,
            InteractionStage.Connected or InteractionStage.Held => InteractionEnding.CallerHungUp,
            InteractionStage.Transferring or InteractionStage.Consulting or InteractionStage.Conference =>
                InteractionEnding.CallerHungUp,
            InteractionStage.Forwarded => InteractionEnding.TransferredOut,
            InteractionStage.AfterTalk => InteractionEnding.AgentHungUp,
            _ => throw new NotSupportedException(stage.ToString()),
        };

    /// <param name="ending">How.</param>
    /// <param name="hangUp">Null when the caller's leg is gone already.</param>
    private void End(InteractionEnding ending, HangUpReason? hangUp)
    {
        var before = State;
        var joining = _joining;
        if (joining is not null && !_answered)
        {
            Reply(joining.Asker, AgentRefusal.NotYours); // It never reached the PBX, so nothing else will answer.
        }

        _joining = null;
        _chosenEarly?.Recipient.Tell(AnnounceAvailability.Instance, Self);
        _chosenEarly = null;
        Timers.CancelAll();
        Keep(
            new InteractionEnded(_id, ending, _services.Now),
            () => AfterArranging(() =>
            {
                TellQueue(queue => new LeaveQueue(queue, _id));
                if (hangUp is { } reason)
                {
                    HangUp(reason);
                }

                ReleaseParties(before);
                if (before is { IsInTalk: true, Agent: not null })
                {
                    ReleaseAgentLeg(before);
                    ReleaseJoining(joining);
                    TellAgent(new TalkEnded(before.Agent!.Value, View(), WrapUpFor));
                    return;
                }

                if (before is { Stage: InteractionStage.Offered or InteractionStage.Dialling, Agent: { } rung })
                {
                    TellAgent(new CallTaken(rung, _id, CallTakenReason.CallerLeft));
                    Dissolve(joining?.Conversation ?? before.NextConversation);
                }

                if (before.Stage != InteractionStage.AfterTalk || _wrapUpIsOver)
                {
                    Close();
                }
                else
                {
                    // If his wrap-up is over already, or was before a restart, he says so.
                    TellAgent(new TalkEnded(before.Agent!.Value, View(), WrapUpFor));
                }
            })
        );
    }

    private void HangUpLeg(LegId leg) =>
        InBackground("hang up", _services.Pbx.HangUpAsync(leg, HangUpReason.Normal, NoCancellation));

    private void HangUp(HangUpReason reason) =>
        InBackground("hang up", _services.Pbx.HangUpAsync(State.Caller, reason, NoCancellation));

    private void ReleaseAgentLeg(InteractionState before)
    {
        if ((_ownerLeg ?? before.AgentLeg) is { } leg)
        {
            InBackground("park", _services.Pbx.ParkAsync(leg, NoCancellation));
            Open(leg, before.IsAgentMuted);
        }

        Dissolve(before.Conversation);
    }

    // Its answer may come when we are closed: what it makes is undone at once.
    private void ReleaseJoining(Joining? joining)
    {
        if (joining is not null)
        {
            InBackground("park", _services.Pbx.ParkAsync(joining.AgentLeg, NoCancellation));
            Dissolve(joining.Conversation);
        }
    }

    // Nobody waits for it: its failure is logged, and what it left behind is found by the next comparison.
    private void InBackground(string step, Task work) =>
        work.ContinueWith(
            failed => _services.Log.StepFailed(_id, step, failed.Exception!.GetBaseException()),
            NoCancellation,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default
        );

    private void Close() => Keep(new InteractionClosed(_id, _services.Now), StopWhenClosed);

    private void OnRecordResult(RecordResult record)
    {
        if (
            _state is null
            || !IsInWrapUp
            || !IsInHandOf(record.Agent)
        )
        {
            Reply(Sender, AgentRefusal.NotYours);
            StopWhenClosed();
            return;
        }

        if (State.HasResult)
        {
            Reply(Sender, AgentRefusal.WrongState);
            StopWhenClosed();
            return;
        }

        Keep(
            new WrapUpRecorded(_id, record.Agent, record.Result, _services.Now),
            () =>
            {
                Reply(Sender);
                TellAgent(new ResultRecorded(record.Agent, _id));
                StopWhenClosed();
            }
        );
    }

    // The parent stops us, so that what it has handed us already is still answered. A late result wakes a closed
    // interaction for one message.
    private void StopWhenClosed()
    {
        if (_state is null or { Stage: InteractionStage.Closed })
        {
            Context.Parent.Tell(new InteractionIsClosed(_id), Self);
        }
    }

    private void OnWrapUpProlonged(WrapUpProlonged prolonged)
    {
        if (
            _state is { Stage: InteractionStage.WrappingUp, IsWrapUpExtended: false }
            && IsInHandOf(prolonged.Agent)
        )
        {
            var (_, agent, until, reason) = prolonged;
            Keep(new WrapUpExtended(_id, agent, until, reason, _services.Now), () => { });
        }
    }

    private void OnWrapUpOver(WrapUpOver over)
    {
        if (State.Stage == InteractionStage.WrappingUp && IsInHandOf(over.Agent))
        {
            Close();
        }
        else if (IsInWrapUp && IsInHandOf(over.Agent))
        {
            _wrapUpIsOver = true;
        }
    }

    // Also while his caller still answers a survey.
    private bool IsInWrapUp =>
        State.Stage is InteractionStage.AfterTalk or InteractionStage.WrappingUp or InteractionStage.Closed;

    private void OnClaimInteraction(ClaimInteraction claim)
    {
        if (!IsInHandOf(claim.Agent) || State.Stage == InteractionStage.Closed)
        {
            TellAgent(new CallTaken(claim.Agent, _id, CallTakenReason.Withdrawn));
        }
        else if (IsInWrapUp)
        {
            var view = View() with { Stage = StageWords[InteractionStage.WrappingUp] };
            TellAgent(new TalkEnded(claim.Agent, view, WrapUpFor));
        }
        else
        {
            TellAgent(new CallChanged(claim.Agent, View()));
        }
    }

    private void OnCallerPresence(CallerPresence presence)
    {
        _settling = true;
        (_sound, _afterSound) = (null, null); // Its end may have been missed: music follows.
        _legsFound.Clear();
        _legsFound.AddRange(presence.Dialled);
        _agentLegsFound = presence.AgentLegs;
        Compare(presence);
        if (State.Stage != InteractionStage.Queued)
        {
            Settled(); // A caller who waits says so when the router knows of him again.
        }
    }

    // Agents are told of the comparison after the waiting callers: who waited longest must be known before who is free.
    private void Settled()
    {
        if (_settling)
        {
            _settling = false;
            Context.Parent.Tell(new PresenceSettled(_id), Self);
        }
    }

    private void Compare(CallerPresence presence)
    {
        _plan = presence.Plan;
        if (_walk is null)
        {
            (_walk, _walkWasRead) = (State.Flow, true);
        }

        RepeatDelivery();
        _entry ??= _plan.ByQueue(State.Queue) ?? _plan.ByQueue(State.Overflow?.Queue)
            ?? (State is { Outbound: null, Internal: null } ? _plan.ByNumber(State.Dialled) : null);
        AnswerFormerClaims();
        MuteAsJournalled();
        TapAnew(_ => true); // The comparison has ended all that there was.
        var called = IsDialledByUs ? null : _legsFound.Find(leg => leg.Leg == State.Caller); // Into a flow, to try it.
        if (!State.IsLive)
        {
            SettleEnded(presence.Caller is not null || called is not null);
        }
        else if (presence.Caller is { } caller)
        {
            _answered = caller.Interaction == _id;
            CarryOn(caller.Conversation);
        }
        else if (called is not null)
        {
            _answered = true;
            CarryOn(called.Conversation);
        }
        else if (State.Voicemail is not null)
        {
            CarryOn(State.Conversation);
        }
        else if (IsDialledByUs)
        {
            var leg = State.HasCaller ? State.Caller : DialledLeg;
            CarryOnCallback(_legsFound.Find(found => found.Leg == leg));
        }
        else if (State.Internal is not null)
        {
            CarryOnShared(ofCaller: null);
        }
        else if (MayKeepPlace)
        {
            QueueCallback(); // He hung up while we were away.
        }
        else
        {
            _legsFound.ForEach(leg => HangUpLeg(leg.Leg)); // Whom his flow had called for him.
            End(InteractionEnding.EndedWhileAway, hangUp: null);
        }
    }

    // The server may have died between any two steps of the ending.
    private void SettleEnded(bool callerIsThere)
    {
        if (callerIsThere)
        {
            HangUp(HangUpReason.Normal);
        }

        _legsFound.ForEach(leg => HangUpLeg(leg.Leg));
        if (State is not { Stage: InteractionStage.WrappingUp })
        {
            return;
        }

        if (State is { Agent: { } agent, ConnectedAt: not null })
        {
            TellAgent(new TalkEnded(agent, View(), WrapUpFor)); // He answers WrapUpOver if he knows nothing of it.
        }
        else
        {
            Close();
        }
    }

    /// <summary>Makes what the caller hears agree with the stage that is journalled.</summary>
    private void CarryOn(ConversationId? conversation)
    {
        switch (State.Stage)
        {
            case InteractionStage.Offered when !Timers.IsTimerActive(RingTimer) && _joining is null:
                EndOffer(OfferEnding.AgentUnavailable, musicAnew: true); // The server that rang is gone: ring anew.
                Proceed();
                if (_answered)
                {
                    PlayWaitingMusic(); // It may have died between the answer and the music.
                }

                break;
            case InteractionStage.Connected when State.AudioLostSince is not null:
                PlaySoftMusic();
                StartAudioGoneTimer();
                break;
            case InteractionStage.Connected when conversation != State.Conversation && State.AgentLeg is { } leg:
                BeginJoin(JoinPurpose.Restore, leg, ActorRefs.Nobody);
                break;
            case InteractionStage.Held when conversation is not null:
                PlayWaitingMusic();
                break;
            case InteractionStage.Transferring:
            case InteractionStage.Consulting:
            case InteractionStage.Conference:
            case InteractionStage.Forwarded:
                CarryOnShared(conversation);
                break;
            case InteractionStage.Arrived:
            case InteractionStage.InFlow:
            case InteractionStage.Queued:
            case InteractionStage.Offered:
            case InteractionStage.AfterTalk:
                Proceed();
                break;
            case InteractionStage.Dialling:
            case InteractionStage.Connected:
            case InteractionStage.Held:
            case InteractionStage.WrappingUp:
            case InteractionStage.Closed:
                break; // As it should be.
            default:
                throw new NotSupportedException(State.Stage.ToString());
        }
    }
}

using CrmUms.Acd.Agents;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Queues;

namespace CrmUms.Acd.Interactions;

// The end, whoever brings it, the wrap-up, and the comparison with the PBX after a restart or a gap.
public sealed partial class InteractionActor
{
    private void ReceiveEnding()
    {
        Command<CallerLegEnded>(_ => CallerLeft());
        Command<CallerPresence>(OnCallerPresence);
        Command<RecordResult>(OnRecordResult);
        Command<WrapUpOver>(OnWrapUpOver);
        Command<ClaimInteraction>(OnClaimInteraction);
        Command<DigitReceived>(_ => { }); // Nothing asks for digits before there are flows.
    }

    private void CallerLeft()
    {
        if (_state is { IsLive: true })
        {
            End(EndingWhenCallerLeaves(State.Stage), hangUp: null);
        }
    }

    private static InteractionEnding EndingWhenCallerLeaves(InteractionStage stage) => stage switch
    {
        InteractionStage.Arrived or InteractionStage.InFlow => InteractionEnding.LeftInGreeting,
        InteractionStage.Queued => InteractionEnding.Abandoned,
        InteractionStage.Offered => InteractionEnding.AbandonedRinging,
        InteractionStage.Connected or InteractionStage.Held => InteractionEnding.CallerHungUp,
        _ => throw new NotSupportedException(stage.ToString()),
    };

    /// <param name="ending">How.</param>
    /// <param name="hangUp">Null when the caller's leg is gone already.</param>
    private void End(InteractionEnding ending, HangUpReason? hangUp)
    {
        var before = State;
        var (joining, wasMuted) = (_joining, _muted);
        Timers.CancelAll();
        Keep(new InteractionEnded(_id, ending, _services.Now), () =>
        {
            _entry?.Queue.Tell(new LeaveQueue(_id), Self);
            if (hangUp is { } reason)
            {
                HangUp(reason);
            }

            if (before.Stage is InteractionStage.Connected or InteractionStage.Held)
            {
                ReleaseAgentLeg(before, wasMuted);
                TellAgent(new TalkEnded(before.Agent!.Value, View(), _entry?.Configuration.WrapUpFor ?? TimeSpan.Zero));
                return;
            }

            if (before is { Stage: InteractionStage.Offered, Agent: { } rung })
            {
                TellAgent(new CallTaken(rung, _id, CallTakenReason.CallerLeft));
                Dissolve(joining?.Conversation ?? before.NextConversation);
            }

            Close();
        });
    }

    private void HangUp(HangUpReason reason) =>
        InBackground("hang up", _services.Pbx.HangUpAsync(State.Caller, reason, NoCancellation));

    private void ReleaseAgentLeg(InteractionState before, bool wasMuted)
    {
        if (before.AgentLeg is { } leg)
        {
            InBackground("park", _services.Pbx.ParkAsync(leg, NoCancellation));
            if (wasMuted)
            {
                InBackground("unmute", _services.Pbx.MuteAsync(leg, muted: false, NoCancellation));
            }
        }

        Dissolve(before.Conversation);
    }

    // Nobody waits for it: its failure is logged, and what it left behind is found by the next comparison.
    private void InBackground(string step, Task work) => work.ContinueWith(
        failed => _services.Log.StepFailed(_id, step, failed.Exception!.GetBaseException()),
        NoCancellation,
        TaskContinuationOptions.OnlyOnFaulted,
        TaskScheduler.Default);

    private void Close() => Keep(new InteractionClosed(_id, _services.Now), () => Context.Stop(Self));

    private void OnRecordResult(RecordResult record)
    {
        if (_state is not { Stage: InteractionStage.WrappingUp or InteractionStage.Closed } || !IsInHandOf(record.Agent))
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

        Keep(new WrapUpRecorded(_id, record.Agent, record.Result, _services.Now), () =>
        {
            Reply(Sender);
            TellAgent(new ResultRecorded(record.Agent, _id));
            StopWhenClosed();
        });
    }

    // A late result wakes a closed interaction for one message.
    private void StopWhenClosed()
    {
        if (_state is null or { Stage: InteractionStage.Closed })
        {
            Context.Stop(Self);
        }
    }

    private void OnWrapUpOver(WrapUpOver over)
    {
        if (State.Stage == InteractionStage.WrappingUp && IsInHandOf(over.Agent))
        {
            Close();
        }
    }

    private void OnClaimInteraction(ClaimInteraction claim)
    {
        if (!IsInHandOf(claim.Agent) || State.Stage == InteractionStage.Closed)
        {
            TellAgent(new CallTaken(claim.Agent, _id, CallTakenReason.Withdrawn));
        }
        else if (State.Stage == InteractionStage.WrappingUp)
        {
            TellAgent(new TalkEnded(claim.Agent, View(), _entry?.Configuration.WrapUpFor ?? TimeSpan.Zero));
        }
        else
        {
            TellAgent(new CallChanged(claim.Agent, View()));
        }
    }

    private void OnCallerPresence(CallerPresence presence)
    {
        _entry ??= presence.Plan.ByQueue(State.Queue) ?? presence.Plan.ByNumber(State.Dialled);
        if (presence.Caller is not { } caller)
        {
            if (State.IsLive)
            {
                End(InteractionEnding.EndedWhileAway, hangUp: null);
            }

            return;
        }

        _answered = caller.Interaction == _id;
        if (!State.IsLive)
        {
            HangUp(HangUpReason.Normal); // We had hung up; the PBX did not hear it.
        }
        else
        {
            CarryOn(caller);
        }
    }

    /// <summary>Makes what the caller hears agree with the stage that is journalled.</summary>
    private void CarryOn(PbxCaller caller)
    {
        switch (State.Stage)
        {
            case InteractionStage.Offered when !Timers.IsTimerActive(RingTimer) && _joining is null:
                PlayWaitingMusic();
                EndOffer(OfferEnding.AgentUnavailable); // The server that rang is gone: ring anew.
                break;
            case InteractionStage.Connected when State.AudioLostSince is not null:
                PlaySoftMusic();
                StartAudioGoneTimer();
                break;
            case InteractionStage.Connected when caller.Conversation != State.Conversation && State.AgentLeg is { } leg:
                BeginJoin(JoinPurpose.Restore, leg, ActorRefs.Nobody);
                break;
            case InteractionStage.Held when caller.Conversation is not null:
                PlayWaitingMusic();
                break;
            case InteractionStage.Arrived:
            case InteractionStage.InFlow:
            case InteractionStage.Queued:
                Proceed();
                break;
            case InteractionStage.Offered:
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

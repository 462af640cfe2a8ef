using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// From the first ring to the queue or the flow: recognise, answer, wait.
public sealed partial class InteractionActor
{
    private const string FarewellTimer = "farewell";
    private const string RetryTimer = "retry";
    private const int RetriesMax = 5;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    private bool _answered;
    private bool _hasMetNobody; // Known for certain: no joining was ever begun. False after a restart.
    private int _retries;

    private void ReceiveArrival()
    {
        Command<TakeCall>(OnTakeCall);
        Command<CallerLookedUp>(OnCallerLookedUp);
        // He stays unknown; the call goes on.
        Command<LookUpFailed>(failed =>
        {
            _services.Log.LookUpFailed(_id, failed.Cause);
            ManagerKnown();
        });
        Command<Answered>(OnAnswered);
        Command<PromptFinished>(OnPromptFinished);
        Command<FarewellTookTooLong>(_ => EndTurnedAway());
        Command<EnqueueOutcome>(OnEnqueueOutcome);
        Command<PlaceKnown>(OnPlaceKnown);
        Command<MusicStarted>(started => OnLegOutcome(started.Outcome));
        Command<StepFailed>(OnStepFailed);
        Command<RetryStep>(_ => Proceed());
    }

    private PlayId Farewell => new($"farewell-{_id}");

    private string? FlowOfNumber => _plan.FlowOf(State.Dialled);

    private void OnTakeCall(TakeCall take)
    {
        var call = take.Call;
        _hasMetNobody = true;
        var number = CallerNumber.Read(call.CallerId, _services.NumberingPlan);
        var arrived = new InteractionArrived(_id, call.Leg, call.Dialled, number, call.RecordingFile, call.At);
        _plan = take.Plan;
        if (_plan.BlackList.Find(number, _services.Now) is { } entry)
        {
            TurnAway(arrived, entry);
            return;
        }

        _entry = _plan.ByNumber(call.Dialled);
        LookUp(number);
        LookUpLastAgent(number);
        if (_entry is { } direct && (number.Number is null || !AsksForSomebody(direct.Rule)))
        {
            ArriveInQueue(arrived);
        }
        else if (_entry is { } choosy)
        {
            AwaitPreferred(choosy.Rule);
            Keep(arrived, Proceed);
        }
        else
        {
            Keep(arrived, Proceed);
        }
    }

    // A flow leaves time for this; without one the agent's page is told as soon as it is known.
    private void LookUp(CallerNumber number)
    {
        if (number.Number is { } known)
        {
            _services
                .Clients.FindByNumberAsync(known, NoCancellation)
                .PipeTo(
                    Self,
                    success: identity => new CallerLookedUp(identity),
                    failure: error => new LookUpFailed(error)
                );
        }
    }

    private void OnCallerLookedUp(CallerLookedUp found)
    {
        if (found.Identity is { } identity && State.Identity is null && State.Stage != InteractionStage.Closed)
        {
            Keep(new CallerIdentified(_id, identity, _services.Now), () =>
            {
                InformAgent();
                TellPriority();
                ManagerKnown();
            });
        }
        else
        {
            ManagerKnown();
        }
    }

    /// <summary>Does what the stage asks for. Safe to repeat: after a failure, a restart, a gap.</summary>
    private void Proceed()
    {
        switch (State.Stage)
        {
            case <= InteractionStage.Queued when !State.HasCaller:
                Enqueue();
                break;
            case <= InteractionStage.Queued when State.Overflow is { } overflow:
                Redirect(overflow);
                break;
            case InteractionStage.Arrived when State.Barred is not null || (_entry is null && FlowOfNumber is null):
                SayFarewell();
                break;
            case <= InteractionStage.Offered when !_answered:
                Answer();
                break;
            case InteractionStage.Arrived when FlowOfNumber is { } flow:
                StartFlow(flow);
                break;
            case InteractionStage.Arrived:
                Enqueue();
                PlayWaitingMusic();
                break;
            case InteractionStage.InFlow or InteractionStage.AfterTalk:
                ResumeFlow();
                break;
            case InteractionStage.Queued:
                PlayWaitingMusic();
                Enqueue();
                break;
            case InteractionStage.Offered when _joining is null:
                PlayWaitingMusic(); // It may have failed while nobody was offered him yet.
                break;
            case InteractionStage.Offered:
            case InteractionStage.Dialling:
            case InteractionStage.Connected:
            case InteractionStage.Held:
            case InteractionStage.Transferring:
            case InteractionStage.Consulting:
            case InteractionStage.Conference:
            case InteractionStage.Forwarded:
            case InteractionStage.WrappingUp:
            case InteractionStage.Closed:
                break; // From the offer on, the steps have owners of their own.
            default:
                throw new NotSupportedException(State.Stage.ToString());
        }
    }

    private void Answer()
    {
        if (
            State.Stage == InteractionStage.Queued
            || (State.Stage == InteractionStage.Arrived && FlowOfNumber is null)
        )
        {
            Enqueue();
        }

        AnswerOnPbx();
    }

    private void AnswerOnPbx() =>
        _services
            .Pbx.AnswerAsync(State.Caller, _id, NoCancellation)
            .PipeTo(Self, success: outcome => new Answered(outcome), failure: Failed("answer"));

    private void OnAnswered(Answered answered)
    {
        if (!OnLegOutcome(answered.Outcome) || !State.IsLive)
        {
            return;
        }

        _answered = true;
        if (_joining is { } joining)
        {
            Join(joining);
        }
        else if (State.Overflow is { } overflow)
        {
            Redirect(overflow);
        }
        else if (State.Stage == InteractionStage.InFlow
            || (State.Stage == InteractionStage.Arrived && FlowOfNumber is not null))
        {
            Proceed();
        }
        else if (State.Stage <= InteractionStage.Offered)
        {
            PlayWaitingMusic();
        }
    }

    private void OnPromptFinished(PromptFinished finished)
    {
        if (finished.Play == _sound)
        {
            OnSoundFinished();
        }
        else if (finished.Play != Farewell)
        {
            Walk(new FlowEvent.PromptFinished(finished.Play.Value, finished.Failed));
        }
        else if (State.IsLive)
        {
            EndTurnedAway();
        }
    }

    private void Enqueue(bool isNew = false)
    {
        if (_leaveQueueAsked && State.Stage == InteractionStage.Queued)
        {
            LeaveQueueForFlow(FlowQueueLeaving.AsAsked);
            return;
        }

        if (_entry is null)
        {
            EndTurnedAway();
            return;
        }

        if (ResumeFlowInQueue())
        {
            return; // His flow enqueues him.
        }

        if (_preferredAwaited > 0 && State.Stage == InteractionStage.Arrived)
        {
            return; // As soon as it is known whom he would like.
        }

        if (!IsCallbackDue())
        {
            Settled();
            return;
        }

        // A message is never refused: nobody would hear of it.
        var since = State.QueuedAt ?? State.Voicemail?.At;
        TellQueue(queue => WishNow.IsAll ? WaitForSkill(queue) : new EnqueueCaller(queue, _id, since, Priority)
        {
            IsNew = isNew || (State.Stage < InteractionStage.Queued && State.Voicemail is null),
            MayOverflow = MayOverflow,
            WantsAgents = _wantsAgents,
            Preferred = Preferred(),
            Skills = WishNow.Skills,
        });
    }

    private void TellQueue(Func<QueueId, IQueueCommand> command) =>
        _entry?.Queues.Tell(command(_entry.Rule.Queue), Self);

    private void OnEnqueueOutcome(EnqueueOutcome outcome)
    {
        Settled();
        switch (outcome)
        {
            case EnqueueOutcome.Waits waits when _former is not null:
                Self.Tell(new PlaceKnown(waits.Since), Self); // Behind an agent who is chosen already.
                break;
            case EnqueueOutcome.Waits waits when State.Stage is InteractionStage.Arrived or InteractionStage.InFlow:
                if (State.Stage == InteractionStage.InFlow)
                {
                    PlayWaitingMusic();
                }

                Self.Tell(new PlaceKnown(waits.Since), Self); // Behind an agent who is chosen already.
                break;
            case EnqueueOutcome.Waits when State.Stage == InteractionStage.Queued:
                StartWaiting();
                break;
            case EnqueueOutcome.Overflows or EnqueueOutcome.NoAgents when !State.HasCaller:
                break; // Nobody is on the line who could be sent anywhere: his place is kept.
            case EnqueueOutcome.Overflows overflows when State.Stage <= InteractionStage.Queued:
                Overflow(overflows.Rule);
                break;
            case EnqueueOutcome.Full:
                NotLetIn(FlowQueueLeaving.Full);
                break;
            case EnqueueOutcome.Closed:
                NotLetIn(FlowQueueLeaving.Closed);
                break;
            case EnqueueOutcome.NoAgents:
                NotLetIn(FlowQueueLeaving.NoAgents);
                break;
            default:
                break; // Queued again, or gone meanwhile.
        }
    }

    // Place and offer are written in one commit when both are known.
    private void OnPlaceKnown(PlaceKnown known)
    {
        var isMoving = State.Stage == InteractionStage.Queued && _former is not null;
        _former = null;
        if (State.Stage is not (InteractionStage.Arrived or InteractionStage.InFlow) && !isMoving)
        {
            return; // Queued by an earlier word, or gone meanwhile.
        }

        var queued = State.QueuedAt is null
            ? new InteractionQueued(_id, Queue.Queue, known.Since)
            : new InteractionQueued(_id, Queue.Queue, _services.Now, known.Since);
        queued = queued with { Skills = WishNow.Skills, SkillsOnly = WishNow.IsAll };
        if (_chosenEarly is { } chosen)
        {
            _chosenEarly = null;
            Offer(chosen, [queued], () => { });
        }
        else
        {
            Keep(queued, StartWaiting);
        }
    }

    private void PlayWaitingMusic()
    {
        if (!State.HasCaller)
        {
            return;
        }

        var (pbx, caller, music) = (_services.Pbx, State.Caller, Music);
        var started = _hasMetNobody
            ? pbx.StartMusicAsync(caller, music, NoCancellation)
            : pbx.PlayMusicAsync(caller, music, NoCancellation);
        started.PipeTo(Self, success: outcome => new MusicStarted(outcome), failure: Failed("play music"));
    }

    /// <summary>
    /// False when the caller's leg turned out to be gone: the interaction has ended, or has ended already.
    /// </summary>
    private bool OnLegOutcome(LegOutcome outcome)
    {
        if (outcome is not LegOutcome.Gone)
        {
            _retries = 0;
            return true;
        }

        CallerLeft();
        return false;
    }

    // A caller is never dropped because a request failed. He hears silence at worst, waits, and can be answered;
    // a lost link ends in a comparison that drives him on.
    private void OnStepFailed(StepFailed failed)
    {
        _services.Log.StepFailed(_id, failed.Step, failed.Cause);
        if (!State.IsLive)
        {
            return;
        }

        if (_retries++ < RetriesMax)
        {
            Timers.StartSingleTimer(RetryTimer, RetryStep.Instance, RetryAfter);
        }
        else if (_entry is null)
        {
            EndTurnedAway();
        }
    }

    private static Func<Exception, object> Failed(string step) => error => new StepFailed(step, error);

    private sealed record CallerLookedUp(CallerIdentity? Identity);

    private sealed record LookUpFailed(Exception Cause);

    private sealed record Answered(LegOutcome Outcome);

    private sealed record PlaceKnown(DateTimeOffset Since);

    private sealed record MusicStarted(LegOutcome Outcome);

    private sealed record FarewellTookTooLong
    {
        public static FarewellTookTooLong Instance { get; } = new();
    }

    private sealed record RetryStep
    {
        public static RetryStep Instance { get; } = new();
    }
}

using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// The walk through a flow: what happens to the caller becomes an event of the flow, its notes are journalled, and then
// its effects are carried out. The walk lives as long as the caller: he may come back to it from a queue or a talk.
public sealed partial class InteractionActor
{
    private const string FlowTimer = "flow";

    private FlowState? _walk; // With what is never written down: keys, secrets.
    private bool _walkWasRead; // From the journal: what the flow wants of a queue is not known yet.
    private int _flowPriority; // Added to what the rules give him.
    private (QueueId Queue, SkillWish Wish)? _asked; // Of agents, since this actor lives.
    private bool _wantsAgents; // His flow knows what to do when nobody is signed in.
    private bool _leaveQueueAsked; // The flow wanted him out of the queue while an agent was rung.

    private void ReceiveFlow()
    {
        Command<FlowTimerElapsed>(elapsed => Walk(new FlowEvent.TimerElapsed(elapsed.Request)));
        Command<FlowAnswer>(answer => Walk(answer.Event));
        Command<DigitReceived>(OnDigitReceived);
        Command<LegRecordingFinished>(finished =>
            Walk(new FlowEvent.RecordingFinished(finished.RecordingName, finished.Duration, finished.Failed)));
    }

    /// <summary>
    /// What his flow, or who handed him on, asks of an agent where he goes or waits now. Of the queue that was meant
    /// only: whoever is sent elsewhere by the queue's own rules is to be served at last.
    /// </summary>
    private SkillWish WishNow => _asked is { } asked
        ? asked.Queue == _entry?.Rule.Queue ? asked.Wish : default
        : State.Queue == _entry?.Rule.Queue ? State.Wish : default;

    private bool IsInFlow => State.Stage is InteractionStage.InFlow or InteractionStage.AfterTalk;

    private void StartFlow(string flow) => Keep(new FlowStarted(_id, flow, _services.Now), () =>
    {
        _walk = State.Flow;
        Walk(new FlowEvent.Started());
    });

    /// <summary>After a restart or a gap: the present node is entered anew.</summary>
    private void ResumeFlow()
    {
        _walk ??= State.Flow;
        _walkWasRead = false;
        if (IsInFlow)
        {
            var dial = DialOfFlow();
            Walk(new FlowEvent.Resumed(dial), () => JoinDialledIfApart(dial));
        }
    }

    /// <summary>
    /// After a restart: whoever waits where his flow has sent him is sent there again, and his flow knows how long it
    /// lets him wait. False when no flow has anything to say about his place.
    /// </summary>
    private bool ResumeFlowInQueue()
    {
        var isHeard = _walkWasRead && !State.Wish.IsAll
            && State is { Stage: InteractionStage.Queued, HasCaller: true, Overflow: null }
            && _walk is { } walk && FlowRun.HasSentTo(walk, State.Queue!.Value, FlowContextNow());
        _walkWasRead = _walkWasRead && State.Stage != InteractionStage.Queued;
        if (isHeard)
        {
            Walk(new FlowEvent.Resumed(FlowDial.Gone));
        }

        return isHeard;
    }

    private void OnDigitReceived(DigitReceived digit)
    {
        var isHeard = IsInFlow || State.Stage == InteractionStage.Queued;
        if (digit.Leg == State.Caller && isHeard && !TakesCallback(digit.Digit))
        {
            Walk(new FlowEvent.DigitPressed(digit.Digit));
        }
    }

    private void Walk(FlowEvent happening) => Walk(happening, static () => { });

    private void Walk(FlowEvent happening, Action then)
    {
        if (_walk is not { IsOver: false } walk || !State.IsLive)
        {
            then();
            return;
        }

        var step = FlowRun.Step(walk, happening, FlowContextNow());
        _walk = step.State;
        if (step.Notes.Count == 0)
        {
            Finish();
            return;
        }

        var now = _services.Now;
        Keep([.. step.Notes.Select(note => new FlowNoted(_id, note, now))], Finish);

        void Finish()
        {
            CarryOut(step.Effects);
            then();
        }
    }

    private FlowContext FlowContextNow() => new()
    {
        Library = _plan.Flows,
        Now = _services.Now,
        Run = State.Walks > 1 ? $"{_id}-{State.Walks}" : _id.ToString(),
        Number = State.Number.Number?.E164 ?? "",
        Dialled = State.Dialled,
        Client = State.Identity is { } identity ? FlowClient.Of(identity) : null,
        QueueOutlook = _services.Outlooks.Of,
        Secret = name => _services.Options.FlowSecrets.GetValueOrDefault(name),
    };

    private void CarryOut(IReadOnlyList<FlowEffect> effects)
    {
        foreach (var effect in effects)
        {
            CarryOut(effect);
        }
    }

    private void CarryOut(FlowEffect effect)
    {
        switch (effect)
        {
            case FlowEffect.PlayPrompts play:
                PlayForFlow(play);
                break;
            case FlowEffect.StopPlay stop:
                InBackground("stop play", _services.Pbx.StopPlayAsync(new PlayId(stop.Request), NoCancellation));
                break;
            case FlowEffect.StartTimer timer:
                Timers.StartSingleTimer(FlowTimer, new FlowTimerElapsed(timer.Request), timer.After);
                break;
            case FlowEffect.CancelTimer:
                Timers.Cancel(FlowTimer);
                break;
            case FlowEffect.LookUpHttp or FlowEffect.LookUpClient or FlowEffect.KeepIdentity:
                LookUpForFlow(effect);
                break;
            case FlowEffect.EnqueueAt enqueue:
                EnqueueForFlow(enqueue);
                break;
            case FlowEffect.LeaveQueue:
                LeaveQueueForFlow(FlowQueueLeaving.AsAsked);
                break;
            case FlowEffect.RecordVoicemail or FlowEffect.StopRecording or FlowEffect.DeliverVoicemail:
                RecordForFlow(effect);
                break;
            case FlowEffect.DialOut or FlowEffect.HandToAssistant or FlowEffect.HangUpDialled:
                DialForFlow(effect);
                break;
            case FlowEffect.OfferCallback callback:
                KeepPlaceForCallback(callback);
                break;
            case FlowEffect.RecordSurvey:
                break; // Its note is in the journal, and that is where surveys are read from.
            case FlowEffect.HangUp hangUp:
                EndFlow(hangUp.Reason);
                break;
            default:
                throw new NotSupportedException(effect.GetType().Name);
        }
    }

    private void PlayForFlow(FlowEffect.PlayPrompts play)
    {
        if (Playable(play.Prompts, play.Language, play.FlowLanguage) is not var (sounds, language))
        {
            Tell(new FlowEvent.PromptFinished(play.Request, Failed: true));
            return;
        }

        Ask(
            "play",
            _services.Pbx.PlayAsync(State.Caller, new PlayId(play.Request), sounds, language, NoCancellation),
            new FlowEvent.PromptFinished(play.Request, Failed: true));
    }

    /// <summary>What can be heard of these, and in which language; null when nothing can.</summary>
    private (IReadOnlyList<string> Sounds, string Language)? Playable(
        IReadOnlyList<string> prompts, string language, string flowLanguage)
    {
        var choice = _services.Prompts.PromptsFor(prompts, language, flowLanguage);
        if (choice.Playable.Count == 0)
        {
            return null;
        }

        var first = choice.Playable[0].Language;
        // A sound of another language is named by its folder.
        return (
            [
                .. choice.Playable.Select(sound =>
                    sound.Language == first ? sound.Prompt : $"{sound.Language}/{sound.Prompt}"),
            ],
            first);
    }

    private void EnqueueForFlow(FlowEffect.EnqueueAt enqueue)
    {
        if (State.Stage == InteractionStage.AfterTalk)
        {
            Tell(new FlowEvent.QueueLeft(FlowQueueLeaving.Full)); // Whoever has been served waits for nobody.
            return;
        }

        _entry = _plan.ByQueue(enqueue.Queue);
        (_flowPriority, _wantsAgents) = (enqueue.Priority, enqueue.WantsAgents);
        _asked = (enqueue.Queue, new SkillWish(enqueue.Skills, IsAll: false));
        _leaveQueueAsked = false;
        Enqueue();
    }

    /// <summary>
    /// Takes a caller who waits back into his flow. One who is being offered, or talks, stays where he is.
    /// </summary>
    private void LeaveQueueForFlow(FlowQueueLeaving reason)
    {
        if (State.Stage == InteractionStage.Offered)
        {
            _leaveQueueAsked = true;
        }
        else if (State.Stage == InteractionStage.Queued)
        {
            _leaveQueueAsked = false;
            TellQueue(queue => new LeaveQueue(queue, _id));
            Keep(
                new QueueLeft(_id, State.Queue!.Value, reason, _services.Now),
                () => Walk(new FlowEvent.QueueLeft(reason)));
        }
    }

    /// <summary>
    /// The agent has hung up and the flow has something to ask the caller: the agent goes on to wrap-up.
    /// </summary>
    private bool GoesOnAfterTalk() =>
        _walk is { IsOver: false } walk && FlowRun.GoesOnAfterTalk(walk, FlowContextNow());

    private void ReturnToFlow()
    {
        var before = State;
        Keep(new TalkCompleted(_id, before.Agent!.Value, _services.Now), () =>
        {
            ReleaseAgentLeg(before);
            var view = View() with
            {
                Stage = StageWords[InteractionStage.WrappingUp], EndedAt = State.TalkCompletedAt,
            };
            TellAgent(new TalkEnded(before.Agent.Value, view, WrapUpFor));
            Walk(new FlowEvent.QueueLeft(FlowQueueLeaving.Served));
        });
    }

    private void EndFlow(HangUpReason reason)
    {
        if (MayKeepPlace)
        {
            HangUp(reason);
            QueueCallback();
        }
        else if (State.IsLive)
        {
            var wasServed = State.Stage == InteractionStage.AfterTalk;
            End(wasServed ? InteractionEnding.AgentHungUp : InteractionEnding.FlowEnded, reason);
        }
    }

    /// <summary>Asks the PBX; when the request cannot be carried out the flow is told how that ends.</summary>
    private void Ask(string step, Task<LegOutcome> request, FlowEvent whenFailed) => request.PipeTo(
        Self,
        success: outcome => new MusicStarted(outcome),
        failure: error =>
        {
            _services.Log.StepFailed(_id, step, error);
            return new FlowAnswer(whenFailed);
        });

    private void Tell(FlowEvent happening) => Self.Tell(new FlowAnswer(happening), Self);

    private sealed record FlowTimerElapsed(string Request);

    private sealed record FlowAnswer(FlowEvent Event);
}

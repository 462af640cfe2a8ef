using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// A queue that is too much for a caller sends him elsewhere, by its rules. He keeps the time at which he was queued.
public sealed partial class InteractionActor
{
    private const string OverflowTimer = "overflow";

    // The rules know no circle; rules that changed while he waited might make one.
    private const int OverflowsMax = 5;
    private static readonly TimeSpan RingIsOver = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(30);

    private QueueEntry? _former; // The queue he leaves, until the next one has let him in.

    private bool MayOverflow => State.Overflows < OverflowsMax;

    private void ReceiveOverflow() => Command<WaitedTooLong>(_ => OnWaitedTooLong());

    private OverflowRule? WaitRule => _entry?.Rule.Overflow.FirstOrDefault(rule => rule.When == OverflowWhen.Wait);

    private void ScheduleOverflow()
    {
        if (WaitRule is { Threshold: { } seconds } && MayOverflow && !Timers.IsTimerActive(OverflowTimer))
        {
            var since = State.InQueueSince ?? _services.Now;
            StartTimerFor(OverflowTimer, WaitedTooLong.Instance, since.AddSeconds(seconds));
        }
    }

    private void OnWaitedTooLong()
    {
        if (State.Stage == InteractionStage.Offered)
        {
            Timers.StartSingleTimer(OverflowTimer, WaitedTooLong.Instance, RingIsOver); // He may be served after all.
        }
        else if (State is { Stage: InteractionStage.Queued, Overflow: null } && _former is null
            && MayOverflow && WaitRule is { } rule)
        {
            Overflow(rule);
        }
        else if (State is { Stage: InteractionStage.Queued, Overflow: { } refused }
            && _former is null && _sound is null)
        {
            Redirect(refused); // Where he was to go he was not let in. Perhaps now.
        }
    }

    private void Overflow(OverflowRule rule)
    {
        if (rule.Target is not { } target)
        {
            NotLetIn(LeavingOf(rule.When));
            return;
        }

        Keep(
            new CallerOverflowed(_id, Queue.Queue, rule.When, target, rule.Prompt, _services.Now),
            () => Redirect(State.Overflow!));
    }

    /// <summary>Says what there is to be said, and takes him there. Safe to repeat.</summary>
    private void Redirect(CallerOverflowed overflow)
    {
        var isToHear = overflow.Prompt.Length > 0 || overflow.Target.Kind != TargetKind.HangUp;
        if (!_answered && isToHear)
        {
            AnswerOnPbx(); // And then again.
        }
        else if (overflow.Prompt.Length == 0 || !Say([overflow.Prompt], () => GoElsewhere(overflow)))
        {
            GoElsewhere(overflow);
        }
    }

    private void GoElsewhere(CallerOverflowed overflow)
    {
        if (State.Overflow != overflow || State.Stage > InteractionStage.Queued)
        {
            return; // An agent has taken him meanwhile.
        }

        switch (overflow.Target.Kind)
        {
            case TargetKind.Queue when _plan.ByQueue(new QueueId(overflow.Target.Id)) is { } next:
                MoveTo(next);
                break;
            case TargetKind.Flow when _plan.Flows.HasFlow(overflow.Target.Id):
                LeaveLineFor(overflow.Target.Id);
                break;
            case TargetKind.Voicemail:
                LeaveLineFor(NumberPlan.VoicemailFlow(overflow.Queue));
                break;
            case TargetKind.Queue or TargetKind.Flow or TargetKind.HangUp:
                End(EndingOf(LeavingOf(overflow.When)), HangUpReason.Congestion);
                break;
            default:
                throw new NotSupportedException(overflow.Target.Kind.ToString());
        }
    }

    private void MoveTo(QueueEntry next, bool isNew = true)
    {
        if (State.Stage == InteractionStage.Queued && _former is null)
        {
            TellQueue(queue => new LeaveQueue(queue, _id));
            _former = _entry; // He stands there until a queue has let him in, however many send him on.
        }

        Timers.Cancel(AnnouncementTimer);
        _entry = next;
        PlayWaitingMusic();
        Enqueue(isNew);
    }

    private void LeaveLineFor(string flow)
    {
        if (State.Stage == InteractionStage.Queued)
        {
            TellQueue(queue => new LeaveQueue(queue, _id));
        }

        Timers.Cancel(AnnouncementTimer);
        StartFlow(flow);
    }

    /// <summary>A queue does not take him, and says nothing of where he might go.</summary>
    private void NotLetIn(FlowQueueLeaving reason)
    {
        if (_former is { } former)
        {
            (_entry, _former) = (former, null); // He stands where he stood, and tries again later.
            Timers.StartSingleTimer(OverflowTimer, WaitedTooLong.Instance, TryAgainAfter);
            Enqueue();
        }
        else if (State.Stage == InteractionStage.Queued && _walk is { IsOver: false })
        {
            LeaveQueueForFlow(reason);
        }
        else if (State.Stage == InteractionStage.InFlow && _walk is { IsOver: false })
        {
            Walk(new FlowEvent.QueueLeft(reason));
        }
        else if (State.Stage < InteractionStage.Queued)
        {
            End(EndingOf(reason), HangUpReason.Congestion);
        }
    }

    private static FlowQueueLeaving LeavingOf(OverflowWhen when) => when switch
    {
        OverflowWhen.Length => FlowQueueLeaving.Full,
        OverflowWhen.Closed => FlowQueueLeaving.Closed,
        OverflowWhen.NoAgents => FlowQueueLeaving.NoAgents,
        OverflowWhen.Wait or OverflowWhen.EstimatedWait => FlowQueueLeaving.Timeout,
        _ => throw new NotSupportedException(when.ToString()),
    };

    private static InteractionEnding EndingOf(FlowQueueLeaving reason) => reason switch
    {
        FlowQueueLeaving.Full => InteractionEnding.QueueFull,
        FlowQueueLeaving.Closed => InteractionEnding.QueueClosed,
        FlowQueueLeaving.NoAgents => InteractionEnding.NoAgents,
        FlowQueueLeaving.Timeout => InteractionEnding.WaitedTooLong,
        _ => throw new NotSupportedException(reason.ToString()),
    };

    private sealed record WaitedTooLong
    {
        public static WaitedTooLong Instance { get; } = new();
    }
}

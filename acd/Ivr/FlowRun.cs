using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.Acd.Ivr.Running;

namespace CrmUms.Acd.Ivr;

/// <summary>
/// Pure: one caller's walk through a flow. Whatever happens, and whatever the flow looks like, he waits for something
/// that ends, is in a queue, or the walk is over.
/// </summary>
public static class FlowRun
{
    /// <summary>What a happening leads to.</summary>
    public static FlowStep Step(FlowState state, FlowEvent happening, FlowContext context)
    {
        if (state.IsOver || !Concerns(state, happening))
        {
            return new FlowStep(state, [], []);
        }

        var visit = new FlowVisit(state, context);
        Walk(visit, React(visit, happening));
        return visit.Finish();
    }

    /// <summary>
    /// Whether the flow has something to say to a caller whose talk from the queue is over: a survey. Otherwise he is
    /// hung up as ever.
    /// </summary>
    public static bool GoesOnAfterTalk(FlowState state, FlowContext context) =>
        !state.IsOver && context.Library.Program(state.Flow)?.Find(state.Node)?.HasExit("served") == true;

    /// <summary>Whether the node that he is at has sent him into this queue, and nobody else has.</summary>
    public static bool HasSentTo(FlowState state, QueueId queue, FlowContext context) =>
        !state.IsOver
        && context.Library.Program(state.Flow)?.Find(state.Node)?.Logic is Nodes.QueueNode node && node.Queue == queue;

    // An answer that is not waited for any more is late or repeated.
    private static bool Concerns(FlowState state, FlowEvent happening) => happening switch
    {
        FlowEvent.Started => state.Visit == 0,
        FlowEvent.PromptFinished finished => finished.Request == state.Progress.Playing,
        FlowEvent.TimerElapsed elapsed => elapsed.Request == state.Progress.Timer,
        FlowEvent.HttpAnswered answered => answered.Request == state.Progress.Awaited,
        FlowEvent.LookUpFailed failed => failed.Request == state.Progress.Awaited,
        FlowEvent.ClientLookedUp found => found.Request == state.Progress.Awaited,
        FlowEvent.CallbackAnswered answered => answered.Request == state.Progress.Awaited,
        FlowEvent.RecordingFinished finished => finished.Request == state.Progress.Awaited,
        FlowEvent.DialAnswered answered => answered.Request == state.Progress.Awaited,
        FlowEvent.DialEnded ended => ended.Request == state.Progress.Awaited,
        FlowEvent.AssistantReturned returned => returned.Request == state.Progress.Awaited,
        FlowEvent.DigitPressed pressed => char.IsAsciiDigit(pressed.Digit) || "*#ABCD".Contains(pressed.Digit),
        FlowEvent.Resumed or FlowEvent.QueueLeft or FlowEvent.CallerGone => true,
        _ => throw new NotSupportedException(happening.ToString()),
    };

    private static FlowMove React(FlowVisit visit, FlowEvent happening)
    {
        switch (happening)
        {
            case FlowEvent.Started:
                return Begin(visit);
            case FlowEvent.CallerGone:
                visit.Node?.Logic?.OnCallerGone(visit);
                visit.End(FlowEnding.CallerGone);
                return FlowMove.Over;
            case FlowEvent.Resumed resumed:
                return Resume(visit, resumed.Dial);
            case FlowEvent.TimerElapsed when visit.Progress.Playing is { } playing:
                // The play's end was never reported.
                visit.StopPlay();
                visit.TimerIsOver();
                return Tell(visit, new FlowEvent.PromptFinished(playing, Failed: true));
            case FlowEvent.PromptFinished finished:
                visit.Change(visit.Progress with { Playing = null });
                visit.StopTimer();
                return Tell(visit, finished);
            case FlowEvent.TimerElapsed:
                visit.TimerIsOver();
                return Tell(visit, happening);
            case FlowEvent.DigitPressed pressed:
                if (visit.Node?.Logic?.KeepsKeys == true)
                {
                    visit.KeepKey(pressed.Digit);
                }

                return Tell(visit, pressed);
            default:
                return Tell(visit, happening);
        }
    }

    private static FlowMove Begin(FlowVisit visit)
    {
        if (visit.Program is not { } program)
        {
            visit.Fault(FlowFault.UnknownFlow, visit.State.Flow);
            return FlowMove.FallBack;
        }

        visit.Change(state => state with { Language = program.Graph.Language });
        return FlowMove.To(program.Graph.Start ?? "");
    }

    private static FlowMove Resume(FlowVisit visit, FlowDial dial)
    {
        if (visit.State.Visit == 0)
        {
            return Begin(visit);
        }

        if (visit.State.Node == FlowState.Fallback)
        {
            return FlowMove.FallBack;
        }

        var before = visit.State.Progress;
        visit.DropKeys();
        visit.Stand(visit.Program, visit.State.Node, exit: null, isResumed: true);
        if (visit.Node?.Logic is not { } logic)
        {
            visit.Fault(FlowFault.UnknownNode, visit.State.Node);
            return FlowMove.FallBack;
        }

        return logic.Resume(visit, before, dial);
    }

    private static FlowMove Tell(FlowVisit visit, FlowEvent happening)
    {
        if (happening is FlowEvent.PromptFinished { Failed: true })
        {
            visit.Fault(FlowFault.PromptFailed);
        }

        if (visit.State.Node != FlowState.Fallback)
        {
            return visit.Node?.Logic?.On(visit, happening) ?? FlowMove.Stay;
        }

        return happening is FlowEvent.QueueLeft left ? Farewell(visit, left.Reason) : FlowMove.Stay;
    }

    private static void Walk(FlowVisit visit, FlowMove move)
    {
        for (var steps = 0; ; steps++)
        {
            if (move.Kind is FlowMoveKind.Stay or FlowMoveKind.Over)
            {
                return;
            }

            if (move.Kind == FlowMoveKind.FallBack)
            {
                FallBack(visit);
                return;
            }

            if (steps >= FlowLimits.StepsMax || visit.State.Visit >= FlowLimits.VisitsMax)
            {
                visit.Fault(steps >= FlowLimits.StepsMax ? FlowFault.LoopWithoutWait : FlowFault.TooManyVisits);
                FallBack(visit);
                return;
            }

            move = Go(visit, move);
        }
    }

    private static FlowMove Go(FlowVisit visit, FlowMove move) => move.Kind switch
    {
        FlowMoveKind.Exit when visit.Node?.Target(move.Name) is { } target => Enter(visit, target, move.Name),
        FlowMoveKind.Exit => Lost(visit, FlowFault.ExitOpen, move.Name),
        FlowMoveKind.To => Enter(visit, move.Name, exit: null),
        FlowMoveKind.Into => Descend(visit, move.Name),
        FlowMoveKind.Return => Ascend(visit),
        _ => throw new NotSupportedException(move.Kind.ToString()),
    };

    private static FlowMove Enter(FlowVisit visit, string node, string? exit)
    {
        visit.Stand(visit.Program, node, exit);
        return visit.Node switch
        {
            null => Lost(visit, FlowFault.UnknownNode, node),
            { Logic: null } unknown => Lost(visit, FlowFault.UnknownNodeType, unknown.Node.Type),
            { Logic: var logic } => logic.Enter(visit),
        };
    }

    private static FlowMove Descend(FlowVisit visit, string flow)
    {
        var state = visit.State;
        if (state.Returns.Length >= FlowLimits.DepthMax || visit.Context.Library.Program(flow) is not { } program)
        {
            visit.Fault(
                state.Returns.Length >= FlowLimits.DepthMax ? FlowFault.TooManySubFlows : FlowFault.UnknownFlow, flow);
            return visit.HasExit("failed") ? FlowMove.Exit("failed") : FlowMove.FallBack;
        }

        visit.Change(before => before with
        {
            Flow = flow, Returns = before.Returns.Add(new FlowReturn(before.Flow, before.Node)),
        });
        return FlowMove.To(program.Graph.Start ?? "");
    }

    // Nothing to return to: this flow was called by a number, not by another flow.
    private static FlowMove Ascend(FlowVisit visit)
    {
        if (visit.State.Returns is not [.. var outer, var back])
        {
            return HangUp(visit, HangUpReason.Normal);
        }

        visit.Change(state => state with { Flow = back.Flow, Node = back.Node, Returns = outer });
        visit.StandBack();
        return visit.HasExit("returned") ? FlowMove.Exit("returned") : HangUp(visit, HangUpReason.Normal);
    }

    private static FlowMove Lost(FlowVisit visit, string fault, string detail)
    {
        visit.Fault(fault, detail);
        return FlowMove.FallBack;
    }

    private static void FallBack(FlowVisit visit)
    {
        // A queue that has just turned him away would do so again.
        var queue = visit.FallbackQueue is { } fallback && !visit.TurnedAwayBy(fallback) ? fallback : null;
        visit.DropKeys();
        visit.Change(state => state with { Queue = queue ?? state.Queue });
        visit.Stand(program: null, FlowState.Fallback, exit: null);
        if (queue is null)
        {
            HangUp(visit, HangUpReason.Congestion);
            return;
        }

        visit.Do(new FlowEffect.EnqueueAt(new QueueId(queue), Priority: 0));
    }

    private static FlowMove Farewell(FlowVisit visit, FlowQueueLeaving reason) =>
        HangUp(visit, reason == FlowQueueLeaving.Served ? HangUpReason.Normal : HangUpReason.Congestion);

    internal static FlowMove HangUp(FlowVisit visit, HangUpReason reason)
    {
        visit.StopPlay();
        visit.Do(new FlowEffect.HangUp(reason));
        visit.End(FlowEnding.HungUp);
        return FlowMove.Over;
    }
}

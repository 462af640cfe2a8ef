using System.Diagnostics.Metrics;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd;

/// <summary>Everything this module measures.</summary>
internal static class AcdMeters
{
    private static readonly Meter Meter = new("CrmUms.Acd");

    private static readonly UpDownCounter<int> Interactions = Meter.CreateUpDownCounter<int>(
        "crmums.acd.interactions",
        "{interaction}",
        "Interactions in hand, by stage"
    );

    private static readonly UpDownCounter<int> QueueDepth = Meter.CreateUpDownCounter<int>(
        "crmums.acd.queue.waiting",
        "{caller}",
        "Callers who wait, by queue; one who is being offered still waits"
    );

    private static readonly Counter<long> Endings = Meter.CreateCounter<long>(
        "crmums.acd.endings",
        "{interaction}",
        "Interactions that ended, by ending"
    );

    private static readonly Histogram<double> Waits = Meter.CreateHistogram<double>(
        "crmums.acd.wait",
        "s",
        "From the queue to the talk, or to the caller's leaving",
        advice: new() { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800] }
    );

    private static readonly Histogram<double> EstimateErrors = Meter.CreateHistogram<double>(
        "crmums.acd.estimate.error",
        "s",
        "By how much the wait that a caller was told differed from his real one, by queue",
        advice: new() { HistogramBucketBoundaries = [5, 10, 20, 30, 60, 120, 300, 600, 1800] }
    );

    private static readonly UpDownCounter<int> Agents = Meter.CreateUpDownCounter<int>(
        "crmums.acd.agents",
        "{agent}",
        "Agents, by state"
    );

    public static void Moved(InteractionState? before, IInteractionEvent happening, InteractionState after)
    {
        Count(Interactions, before?.Stage, after.Stage, "stage", InteractionStage.Closed);
        var queue = QueueOf(after);
        if (before is not null)
        {
            QueueDepth.Add(-Waiting(before), QueueOf(before));
        }

        QueueDepth.Add(Waiting(after), queue);
        if (happening is InteractionEnded ended)
        {
            Endings.Add(1, queue, new("ending", Words.Kebab(ended.Ending.ToString())));
        }

        var waitIsOver =
            happening is InteractionConnected
            || (happening is InteractionEnded && before is not null && Waiting(before) == 1);
        if (waitIsOver && after.QueuedAt is { } queuedAt)
        {
            Waits.Record((happening.At - queuedAt).TotalSeconds, queue);
        }
    }

    public static void EstimateWasWrong(QueueId queue, TimeSpan by) =>
        EstimateErrors.Record(by.TotalSeconds, new KeyValuePair<string, object?>("queue", queue.Value));

    /// <summary>Counts a recovered interaction or agent once, so that the figures hold after a restart.</summary>
    public static void Recovered(InteractionState state)
    {
        Count(Interactions, null, state.Stage, "stage", InteractionStage.Closed);
        QueueDepth.Add(Waiting(state), QueueOf(state));
    }

    public static void Moved(AgentStatus? before, AgentStatus after) =>
        Count(Agents, before, after, "state", AgentStatus.SignedOut);

    private static KeyValuePair<string, object?> QueueOf(InteractionState state) =>
        new("queue", state.Queue?.Value ?? "none");

    // Whom an agent calls himself waits nowhere.
    private static int Waiting(InteractionState state) =>
        state.Stage is InteractionStage.Queued or InteractionStage.Offered
            || state is { Stage: InteractionStage.Dialling, Outbound: null }
            ? 1
            : 0;

    private static void Count<T>(UpDownCounter<int> counter, T? before, T after, string tag, T uncounted)
        where T : struct, Enum
    {
        if (before is { } was && !was.Equals(uncounted))
        {
            counter.Add(-1, new KeyValuePair<string, object?>(tag, Words.Kebab(was.ToString())));
        }

        if (!after.Equals(uncounted))
        {
            counter.Add(1, new KeyValuePair<string, object?>(tag, Words.Kebab(after.ToString())));
        }
    }
}

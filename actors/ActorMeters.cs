using System.Diagnostics.Metrics;

namespace CrmUms.Actors;

internal static class ActorMeters
{
    private static readonly Meter Meter = new("CrmUms.Actors");
    private static int _deepest;

    public static readonly UpDownCounter<int> Live = Meter.CreateUpDownCounter<int>(
        "crmums.actors.live", "{actor}", "Actors started and not yet stopped");

    public static readonly Counter<int> Restarts = Meter.CreateCounter<int>(
        "crmums.actors.restarts", "{restart}", "Instances replaced after a failure");

    public static readonly Counter<int> DeadLetters = Meter.CreateCounter<int>(
        "crmums.actors.dead_letters", "{message}", "Messages that reached nobody");

    public static readonly ObservableGauge<int> DeepestMailbox = Meter.CreateObservableGauge(
        "crmums.actors.mailbox.deepest",
        static () => Interlocked.Exchange(ref _deepest, 0),
        "{message}",
        "Deepest mailbox met at the start of a turn since the last reading");

    public static readonly Histogram<double> Commit = Meter.CreateHistogram<double>(
        "crmums.actors.journal.commit",
        "s",
        "From a Persist handed to the journal until its commit is acknowledged",
        tags: null,
        new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5],
        });

    public static readonly Histogram<int> BatchSize = Meter.CreateHistogram<int>(
        "crmums.actors.journal.batch", "{event}", "Events in one commit");

    public static readonly Counter<int> JournalFailures = Meter.CreateCounter<int>(
        "crmums.actors.journal.failures", "{write}", "Atomic writes that were not stored");

    public static void MailboxDepth(int depth)
    {
        // Two turns may overwrite each other here; a gauge read every few seconds can live with the smaller of them.
        if (depth > Volatile.Read(ref _deepest))
        {
            Volatile.Write(ref _deepest, depth);
        }
    }
}

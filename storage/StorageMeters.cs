using System.Diagnostics.Metrics;

namespace CrmUms.Storage;

/// <summary>What storage measures.</summary>
public static class StorageMeters
{
    /// <summary>Name of the meter, for whoever listens.</summary>
    public const string MeterName = "CrmUms.Storage";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Histogram<double> CommitSeconds = Meter.CreateHistogram<double>(
        "crmums.storage.journal.commit", "s", "From a batch handed to the journal until it is on disk");

    private static readonly Counter<long> Events = Meter.CreateCounter<long>(
        "crmums.storage.journal.events", "{event}", "Events written to the journal");

    private static readonly Counter<long> Poisoned = Meter.CreateCounter<long>(
        "crmums.storage.projection.poisoned", "{event}", "Events that a projection went on without");

    private static readonly Histogram<double> LagSeconds = Meter.CreateHistogram<double>(
        "crmums.storage.projection.lag", "s", "From the instant of an event until the read models show it");

    internal static void JournalCommitted(int events, TimeSpan took)
    {
        Events.Add(events);
        CommitSeconds.Record(took.TotalSeconds);
    }

    internal static void EventPoisoned() => Poisoned.Add(1);

    internal static void ProjectionCaughtUp(TimeSpan lag) => LagSeconds.Record(lag.TotalSeconds);
}

using System.Diagnostics.Metrics;

namespace CrmUms.Recording;

/// <summary>Everything this module measures.</summary>
public static class RecordingMeters
{
    /// <summary>Name to listen to.</summary>
    public const string MeterName = "CrmUms.Recording";

    private static readonly Meter Meter = new(MeterName);

    internal static readonly UpDownCounter<int> Waiting = Meter.CreateUpDownCounter<int>(
        "crmums.recording.waiting", "{recording}", "Complete raw files that wait for the encoder or are in it");

    internal static readonly Counter<long> Stored = Meter.CreateCounter<long>(
        "crmums.recording.stored", "{recording}", "Finished recordings");

    internal static readonly Counter<long> AttemptsFailed = Meter.CreateCounter<long>(
        "crmums.recording.attempts.failed", "{attempt}", "Attempts to finish a recording that failed");

    internal static readonly Counter<long> GivenUp = Meter.CreateCounter<long>(
        "crmums.recording.given.up", "{recording}", "Recordings given up; the raw file is kept");

    internal static readonly Histogram<double> FinishDuration = Meter.CreateHistogram<double>(
        "crmums.recording.finish.duration", "s", "From the start of the encoder until the finished file is entered");

    internal static readonly Histogram<double> PromptDuration = Meter.CreateHistogram<double>(
        "crmums.recording.prompt.duration", "s", "From a file or a text until callers can hear the prompt");
}

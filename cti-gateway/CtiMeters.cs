using System.Diagnostics.Metrics;

namespace CrmUms.CtiGateway;

/// <summary>What the gateway measures. Names never change; a screen or an alarm may rest on them.</summary>
internal static class CtiMeters
{
    public const string MeterName = "CrmUms.CtiGateway";

    private static readonly Meter Meter = new(MeterName);

    public static readonly UpDownCounter<int> LinkUp = Meter.CreateUpDownCounter<int>(
        "crmums.cti.link.up", "{link}", "Connections to Asterisk that stand and are in step with it.");

    public static readonly Counter<long> LinkLosses = Meter.CreateCounter<long>(
        "crmums.cti.link.losses", "{loss}", "Connections lost, by reason.");

    public static readonly UpDownCounter<int> RequestsInFlight = Meter.CreateUpDownCounter<int>(
        "crmums.cti.requests.in_flight", "{request}", "Requests to Asterisk without a reply yet.");

    public static readonly Histogram<double> RequestDuration = Meter.CreateHistogram<double>(
        "crmums.cti.request.duration", "s", "From sending a request to its reply, by operation and outcome.",
        tags: null,
        advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
        });

    public static readonly Counter<long> Events = Meter.CreateCounter<long>(
        "crmums.cti.events", "{event}", "Events heard from Asterisk, by type; unknown ones have one type.");

    public static readonly Counter<long> LegsEnded = Meter.CreateCounter<long>(
        "crmums.cti.legs.ended", "{leg}", "Callers' legs that ended, by Q.850 cause.");

    public static readonly UpDownCounter<int> Phones = Meter.CreateUpDownCounter<int>(
        "crmums.cti.phones", "{phone}", "Agents' phones that this server has made in Asterisk.");
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace CrmUms.AgentWeb.Operation;

/// <summary>
/// Listens to our meters and the framework's, and writes what they say as Prometheus text (version 0.0.4).
/// </summary>
internal sealed class MetricsCollector : IDisposable
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private const string DroppedName = "crmums_metrics_series_dropped_total";

    private static readonly string[] Foreign =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http.Connections", "Microsoft.AspNetCore.Server.Kestrel",
        "Npgsql", "System.Runtime",
    ];

    private readonly ConcurrentDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, MetricFamily> _observed = new(StringComparer.Ordinal);
    private readonly Lock _scraping = new();
    private readonly MeterListener _listener = new();

    public MetricsCollector()
    {
        _listener.InstrumentPublished = OnPublished;
        _listener.SetMeasurementEventCallback<byte>(static (instrument, value, tags, state) =>
            On(instrument, value, tags, state));
        _listener.SetMeasurementEventCallback<short>(static (instrument, value, tags, state) =>
            On(instrument, value, tags, state));
        _listener.SetMeasurementEventCallback<int>(static (instrument, value, tags, state) =>
            On(instrument, value, tags, state));
        _listener.SetMeasurementEventCallback<long>(static (instrument, value, tags, state) =>
            On(instrument, value, tags, state));
        _listener.SetMeasurementEventCallback<float>(static (instrument, value, tags, state) =>
            On(instrument, value, tags, state));
        _listener.SetMeasurementEventCallback<double>(static (instrument, value, tags, state) =>
            On(instrument, value, tags, state));
        _listener.SetMeasurementEventCallback<decimal>(static (instrument, value, tags, state) =>
            On(instrument, (double)value, tags, state));
        _listener.Start();
    }

    public string Scrape()
    {
        lock (_scraping)
        {
            foreach (var family in _observed.Values)
            {
                family.Forget();
            }

            _listener.RecordObservableInstruments();
            var text = new StringBuilder(64 * 1024);
            foreach (var family in _families.Values.OrderBy(family => family.Name, StringComparer.Ordinal))
            {
                Write(text, family);
            }

            var dropped = _families.Values.Sum(family => (double)family.Dropped);
            WriteHeader(text, DroppedName, "Series beyond the bound of their metric", "counter");
            WriteSample(text, DroppedName, "", dropped);
            return text.ToString();
        }
    }

    public void Dispose() => _listener.Dispose();

    private static void On(
        Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        if (!double.IsFinite(value))
        {
            return;
        }

        var family = (MetricFamily)state!;
        var labels = MetricNames.Labels(tags);
        switch (family.Kind)
        {
            case MetricKind.Histogram:
                family.Record(labels, value);
                break;
            case MetricKind.Counter or MetricKind.Gauge when instrument.IsObservable || IsGauge(instrument):
                family.Set(labels, value);
                break;
            case MetricKind.Counter or MetricKind.Gauge:
                family.Add(labels, value);
                break;
            default:
                throw new NotSupportedException(family.Kind.ToString());
        }
    }

    private static bool IsGauge(Instrument instrument) =>
        instrument.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Gauge<>);

    private static void Write(StringBuilder text, MetricFamily family)
    {
        var series = family.Read().ToList();
        if (series.Count == 0)
        {
            return;
        }

        WriteHeader(text, family.Name, family.Help, family.Kind switch
        {
            MetricKind.Counter => "counter",
            MetricKind.Gauge => "gauge",
            MetricKind.Histogram => "histogram",
            _ => throw new NotSupportedException(family.Kind.ToString()),
        });
        foreach (var (labels, reading) in series)
        {
            if (family.Kind == MetricKind.Histogram)
            {
                WriteHistogram(text, family, labels, reading);
            }
            else
            {
                WriteSample(text, family.Name, labels, reading.Value);
            }
        }
    }

    private static void WriteHistogram(StringBuilder text, MetricFamily family, string labels, SeriesReading reading)
    {
        var more = labels.Length > 0 ? labels + "," : "";
        var below = 0L;
        for (var bucket = 0; bucket < family.Bounds.Count; bucket++)
        {
            below += reading.Buckets[bucket];
            var bound = family.Bounds[bucket].ToString(CultureInfo.InvariantCulture);
            WriteSample(text, family.Name + "_bucket", $"{more}le=\"{bound}\"", below);
        }

        WriteSample(text, family.Name + "_bucket", more + "le=\"+Inf\"", reading.Count);
        WriteSample(text, family.Name + "_sum", labels, reading.Value);
        WriteSample(text, family.Name + "_count", labels, reading.Count);
    }

    private static void WriteHeader(StringBuilder text, string name, string help, string type) => text
        .Append("# HELP ").Append(name).Append(' ')
        .Append(help.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal))
        .Append("\n# TYPE ").Append(name).Append(' ').Append(type).Append('\n');

    private static void WriteSample(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
        {
            text.Append('{').Append(labels).Append('}');
        }

        text.Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
    }

    private void OnPublished(Instrument instrument, MeterListener listener)
    {
        if (!instrument.Meter.Name.StartsWith("CrmUms", StringComparison.OrdinalIgnoreCase)
            && !Foreign.Contains(instrument.Meter.Name, StringComparer.Ordinal))
        {
            return;
        }

        // Two instruments of one name (two actor systems in one process) are one family.
        var made = MetricFamily.For(instrument);
        var family = _families.GetOrAdd(made.Name, made);
        if (family.Kind != made.Kind)
        {
            return;
        }

        if (instrument.IsObservable)
        {
            _observed.TryAdd(family.Name, family);
        }

        listener.EnableMeasurementEvents(instrument, family);
    }
}

using System.Diagnostics.Metrics;
using System.Text;

namespace CrmUms.AgentWeb.Operation;

/// <summary>Our dotted names and units as Prometheus writes them.</summary>
internal static class MetricNames
{
    private static readonly double[] SecondBounds =
        [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 60, 180, 600];

    private static readonly double[] OtherBounds = [1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000];

    public static MetricKind KindOf(Instrument instrument)
    {
        var type = instrument.GetType();
        var kind = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return kind == typeof(Counter<>) || kind == typeof(ObservableCounter<>) ? MetricKind.Counter
            : kind == typeof(Histogram<>) ? MetricKind.Histogram
            : MetricKind.Gauge;
    }

    public static string Of(Instrument instrument, MetricKind kind)
    {
        var name = Safe(instrument.Name);
        var unit = instrument.Unit switch
        {
            null or "" or "1" => "",
            "s" => "_seconds",
            "ms" => "_milliseconds",
            "us" or "µs" => "_microseconds",
            "By" => "_bytes",
            ['{', ..] => "",
            var other => "_" + Safe(other),
        };
        var full = name.EndsWith(unit, StringComparison.Ordinal) ? name : name + unit;
        var isToBeNamedTotal = kind == MetricKind.Counter && !full.EndsWith("_total", StringComparison.Ordinal);
        return isToBeNamedTotal ? full + "_total" : full;
    }

    public static IReadOnlyList<double> BoundsOf(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { } bounds } => bounds,
        Histogram<long> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(bound => (double)bound)],
        Histogram<int> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(bound => (double)bound)],
        { Unit: "s" } => SecondBounds,
        _ => OtherBounds,
    };

    /// <summary>The inside of the braces: <c>queue="support",stage="offered"</c>; empty without tags.</summary>
    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
        {
            return "";
        }

        var text = new StringBuilder();
        foreach (var (key, value) in tags)
        {
            text.Append(text.Length > 0 ? "," : "").Append(Safe(key)).Append("=\"");
            text.Append(Escape(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? ""));
            text.Append('"');
        }

        return text.ToString();
    }

    private static string Escape(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Safe(string name) =>
        string.Create(name.Length, name, static (span, source) =>
        {
            for (var index = 0; index < source.Length; index++)
            {
                span[index] = char.IsAsciiLetterOrDigit(source[index]) ? source[index] : '_';
            }
        });
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace CrmUms.AgentWeb.Operation;

/// <summary>All series of one metric: what a scrape shows below one HELP and TYPE line.</summary>
internal sealed class MetricFamily(string name, string help, MetricKind kind, IReadOnlyList<double> bounds)
{
    // A label with unbounded values would fill the memory; its defect must not.
    private const int SeriesMax = 2_000;

    private readonly ConcurrentDictionary<string, Series> _series = new(StringComparer.Ordinal);
    private long _dropped;

    public string Name { get; } = name;

    public string Help { get; } = help;

    public MetricKind Kind { get; } = kind;

    public IReadOnlyList<double> Bounds { get; } = bounds;

    public long Dropped => Interlocked.Read(ref _dropped);

    public static MetricFamily For(Instrument instrument)
    {
        var kind = MetricNames.KindOf(instrument);
        return new MetricFamily(
            MetricNames.Of(instrument, kind),
            instrument.Description ?? instrument.Name,
            kind,
            kind == MetricKind.Histogram ? MetricNames.BoundsOf(instrument) : []);
    }

    public void Add(string labels, double value) => Find(labels)?.Add(value);

    public void Set(string labels, double value) => Find(labels)?.Set(value);

    public void Record(string labels, double value) => Find(labels)?.Record(value, Bounds);

    // What is observed at a scrape is the whole truth: a series that is not observed any more is gone.
    public void Forget() => _series.Clear();

    public IEnumerable<(string Labels, SeriesReading Reading)> Read() =>
        _series.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value.Read()));

    private Series? Find(string labels)
    {
        if (_series.TryGetValue(labels, out var known))
        {
            return known;
        }

        if (_series.Count >= SeriesMax)
        {
            Interlocked.Increment(ref _dropped);
            return null;
        }

        return _series.GetOrAdd(labels, static (_, buckets) => new Series(buckets), Bounds.Count);
    }

    private sealed class Series(int buckets)
    {
        private readonly Lock _gate = new();
        private readonly long[] _buckets = new long[buckets];
        private double _value;
        private long _count;

        public void Add(double value)
        {
            lock (_gate)
            {
                _value += value;
            }
        }

        public void Set(double value)
        {
            lock (_gate)
            {
                _value = value;
            }
        }

        public void Record(double value, IReadOnlyList<double> bounds)
        {
            var bucket = 0;
            while (bucket < bounds.Count && value > bounds[bucket])
            {
                bucket++;
            }

            lock (_gate)
            {
                _value += value;
                _count++;
                if (bucket < _buckets.Length)
                {
                    _buckets[bucket]++;
                }
            }
        }

        public SeriesReading Read()
        {
            lock (_gate)
            {
                return new SeriesReading(_value, _count, [.. _buckets]);
            }
        }
    }
}

/// <summary>
/// One series at one moment. For a histogram the value is the sum, and the buckets are not yet cumulated.
/// </summary>
internal sealed record SeriesReading(double Value, long Count, IReadOnlyList<long> Buckets);

internal enum MetricKind
{
    Counter,
    Gauge,
    Histogram,
}

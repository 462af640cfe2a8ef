using System.Diagnostics;

namespace CrmUms.RoutingBenches;

/// <summary>How long each of many steps took.</summary>
internal sealed class Latencies(int max)
{
    private readonly long[] _ticks = new long[max];
    private int _count;

    public void Add(long ticks) => _ticks[_count++] = ticks;

    public Percentiles Percentiles()
    {
        var sorted = _ticks[.._count];
        Array.Sort(sorted);
        return new Percentiles(_count, At(sorted, 0.5), At(sorted, 0.99), At(sorted, 0.999), At(sorted, 1));
    }

    private static double At(long[] sorted, double share) => sorted.Length == 0 ? 0 : Math.Round(
        Stopwatch.GetElapsedTime(0, sorted[(int)Math.Ceiling(share * sorted.Length) - 1]).TotalMicroseconds, 2);
}

/// <summary>In microseconds.</summary>
internal sealed record Percentiles(int Count, double P50, double P99, double P999, double Max);

namespace CrmUms.LoadTests.Measuring;

/// <summary>What is said of many measurements, in milliseconds. Percentiles are samples: nearest rank.</summary>
internal sealed record Figures(double P50, double P99, double Max, int N)
{
    public static Figures Of(IEnumerable<TimeSpan> samples)
    {
        var sorted = samples.Select(sample => sample.TotalMilliseconds).Order().ToArray();
        return sorted.Length == 0
            ? new Figures(double.NaN, double.NaN, double.NaN, 0)
            : new Figures(At(sorted, 0.50), At(sorted, 0.99), At(sorted, 1), sorted.Length);
    }

    public override string ToString() => $"p50 {P50,7:F1}   p99 {P99,7:F1}   max {Max,7:F1} ms   n {N}";

    private static double At(double[] sorted, double share) =>
        Math.Round(sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)], 2);
}

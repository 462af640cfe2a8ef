using System.Diagnostics;

namespace CrmUms.KernelBenches;

/// <summary>What a piece of work cost.</summary>
internal sealed record Measure(double PerSecond, double BytesEach)
{
    public static async Task<Measure> OfAsync(long count, Func<Task> work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var clock = Stopwatch.StartNew();
        await work();
        var seconds = clock.Elapsed.TotalSeconds;
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        return new Measure(Math.Round(count / seconds), Math.Round((double)bytes / count, 2));
    }

    /// <summary>The median of an odd number of runs, after one that warms up.</summary>
    public static async Task<Measure> MedianAsync(int runs, Func<Task<Measure>> run)
    {
        await run();
        var measures = new List<Measure>();
        for (var index = 0; index < runs; index++)
        {
            measures.Add(await run());
        }

        return measures.OrderBy(measure => measure.PerSecond).ElementAt(runs / 2);
    }
}

using System.Diagnostics;

namespace CrmUms.KernelBenches;

/// <summary>
/// What a piece of work cost. Processor time, unlike speed, is not spoilt by neighbours on the machine.
/// </summary>
internal sealed record Measure(double PerSecond, double BytesEach, double CpuNanosEach)
{
    public static async Task<Measure> OfAsync(long count, Func<Task> work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        await work();
        var seconds = clock.Elapsed.TotalSeconds;
        cpu = Environment.CpuUsage.TotalTime - cpu;
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        return new Measure(
            Math.Round(count / seconds),
            Math.Round((double)bytes / count, 2),
            Math.Round(cpu.TotalNanoseconds / count, 1));
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

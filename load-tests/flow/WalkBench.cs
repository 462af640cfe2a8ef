using System.Diagnostics;
using System.Text.Json;

namespace CrmUms.FlowBench;

/// <summary>
/// 1,000 callers walk one flow, in turn, on one core: how many steps a second the engine takes, and how long one takes
/// at worst. Nothing is journalled and nothing is played: this is the engine's share alone.
/// </summary>
internal static class WalkBench
{
    private const int Callers = 1_000;
    private const int StepsEach = 2_000;
    private const int Runs = 5;

    public static int Run()
    {
        RunOnce(StepsEach / 4);
        var runs = Enumerable.Range(0, Runs)
            .Select(_ => RunOnce(StepsEach))
            .OrderBy(run => run.StepsPerSecond)
            .ToList();
        var median = runs[Runs / 2];
        Console.WriteLine($"{median.StepsPerSecond:N0} steps/s on one core; {median.Walks:N0} walks to the end");
        Console.WriteLine($"{median.BytesEach:N0} bytes each; p50 {median.P50Us} µs, p99 {median.P99Us} µs");
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            bench = "flow",
            part = "engine",
            cores = Environment.ProcessorCount,
            callers = Callers,
            runs = Runs,
            stepsPerSecond = median.StepsPerSecond,
            stepsPerSecondLeast = runs[0].StepsPerSecond,
            stepsPerCpuSecond = median.StepsPerCpuSecond,
            bytesEach = median.BytesEach,
            stepUsP50 = median.P50Us,
            stepUsP99 = median.P99Us,
            walks = median.Walks,
            notesPerWalk = Math.Round((double)median.Notes / median.Walks, 1),
            effectsPerWalk = Math.Round((double)median.Effects / median.Walks, 1),
        }));
        return 0;
    }

    private static Result RunOnce(int stepsEach)
    {
        var random = new Random(20261125);
        var callers = Enumerable.Range(0, Callers).Select(number => new Caller(number, random)).ToArray();
        var samples = new List<double>(stepsEach * Callers / 64);
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        for (var round = 0; round < stepsEach; round++)
        {
            for (var index = 0; index < callers.Length; index++)
            {
                // The clock is read at one step in 64: reading it costs as much as a short step does.
                if ((index & 63) == (round & 63))
                {
                    var began = Stopwatch.GetTimestamp();
                    callers[index].Step();
                    samples.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
                }
                else
                {
                    callers[index].Step();
                }
            }
        }

        var seconds = clock.Elapsed.TotalSeconds;
        cpu = Environment.CpuUsage.TotalTime - cpu;
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        samples.Sort();
        var steps = (long)stepsEach * Callers;
        return new Result(
            Math.Round(steps / seconds),
            Math.Round(steps / cpu.TotalSeconds),
            Math.Round((double)bytes / steps),
            Math.Round(samples[samples.Count / 2], 2),
            Math.Round(samples[(int)((samples.Count - 1) * 0.99)], 2),
            callers.Sum(caller => caller.Walks),
            callers.Sum(caller => caller.Notes),
            callers.Sum(caller => caller.Effects));
    }

    private sealed record Result(
        double StepsPerSecond,
        double StepsPerCpuSecond,
        double BytesEach,
        double P50Us,
        double P99Us,
        int Walks,
        long Notes,
        long Effects);
}

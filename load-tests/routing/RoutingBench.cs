using System.Diagnostics;
using System.Text.Json;
using CrmUms.Acd.Routing;

namespace CrmUms.RoutingBenches;

/// <summary>
/// The routing core alone, on one thread. <c>ready</c>: all agents are busy and callers wait; one becomes ready and
/// gets the best caller, and another caller comes. <c>arrive</c>: as many wait for what nobody can do, half of the
/// agents are free; a caller comes and gets the best of them, who then is free again.
/// </summary>
internal static class RoutingBench
{
    private const int Steps = 400_000;
    private const int WarmUp = 200_000;
    private static readonly int[] Waiting = [1_000, 10_000, 100_000];
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1); // So each caller passes all steps, in every row.

    public static int Run()
    {
        Console.WriteLine(
            $"{BigCentre.Agents:N0} agents, {BigCentre.Queues} queues of 2 to 3 steps, {BigCentre.Skills} skills, "
            + "one thread");
        Console.WriteLine("times in microseconds; a decision includes what keeps the number of callers as it is");
        Console.WriteLine();
        Console.WriteLine(
            "          |            | ready: decisions in                          | arrive: decisions in");
        Console.WriteLine(
            "  waiting | bytes each |     1 s  1 s cpu   p50    p99  p99.9     max"
            + " |     1 s  1 s cpu   p50    p99  p99.9     max");
        Row(Waiting[0], steps: WarmUp, say: false);
        var rows = Waiting.Select(waiting => Row(waiting, Steps, say: true)).ToList();
        var rulesMs = RulesReplaced();
        Console.WriteLine($"\nrules replaced with {Waiting[^1]:N0} waiting: {rulesMs:N0} ms");
        var wishes = FirstOfWish(isNamed: false);
        var named = FirstOfWish(isNamed: true);
        Console.WriteLine("the first caller of a queue who asks for skills himself:");
        Console.WriteLine($"  which a published flow names: p50 {named.P50:N1}, max {named.Max:N0}");
        Console.WriteLine($"  which nobody has named: p50 {wishes.P50:N0}, max {wishes.Max:N0}");
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            bench = "routing",
            cores = Environment.ProcessorCount,
            agents = BigCentre.Agents,
            queues = BigCentre.Queues,
            skills = BigCentre.Skills,
            rows,
            rulesReplacedMs = rulesMs,
            firstOfWish = wishes,
            firstOfNamedWish = named,
            goals = new { decisionsPerSecond = 100_000, p99Microseconds = 100 },
        }, JsonSerializerOptions.Web));
        return 0;
    }

    private static BenchRow Row(int waiting, int steps, bool say)
    {
        var (bytes, ready) = Ready(waiting, steps);
        var arrive = Arrive(waiting, steps);
        if (say)
        {
            Console.WriteLine($"{waiting,9:N0} | {bytes,10:N0} | {Text(ready)} | {Text(arrive)}");
        }

        return new BenchRow(waiting, bytes, ready, arrive);
    }

    private static string Text(BenchFigure figure) =>
        $"{figure.DecisionsPerSecond,7:N0} {figure.DecisionsPerCpuSecond,8:N0}"
        + $" {figure.Latency.P50,5:N1} {figure.Latency.P99,6:N1}"
        + $" {figure.Latency.P999,6:N1} {figure.Latency.Max,7:N0}";

    private static (long BytesEach, BenchFigure Figure) Ready(int waiting, int steps)
    {
        var centre = new BigCentre(seed: 1);
        var core = new RoutingCore(centre.Rules());
        for (var agent = 0; agent < BigCentre.Agents; agent++)
        {
            core.On(new RoutingInput.AgentUnavailable(BigCentre.IdOf(agent), "talking"), Start);
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        Fill(core, centre, waiting, isStarved: false);
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / waiting;
        return (bytes, Measure(steps, waiting, (now, latencies) =>
        {
            var free = centre.Available(centre.AnyAgent(), now);
            var begun = Stopwatch.GetTimestamp();
            var decisions = core.On(free, now);
            var ended = Stopwatch.GetTimestamp();
            if (decisions.Count == 0)
            {
                core.On(new RoutingInput.AgentUnavailable(free.Agent, "talking"), now);
                return 0; // Nobody waits for what he can do.
            }

            latencies.Add(ended - begun);
            core.On(centre.Caller(now, decisions[0].Reason.Grounds!.Queue), now);
            return decisions.Count;
        }));
    }

    private static BenchFigure Arrive(int waiting, int steps)
    {
        var centre = new BigCentre(seed: 2);
        var core = new RoutingCore(centre.Rules());
        for (var agent = 0; agent < BigCentre.Agents; agent++)
        {
            // Half of them talk.
            core.On(
                agent % 2 == 0
                    ? centre.Available(BigCentre.IdOf(agent), Start)
                    : new RoutingInput.AgentUnavailable(BigCentre.IdOf(agent), "talking"),
                Start);
        }

        Fill(core, centre, waiting, isStarved: true);
        return Measure(steps, waiting, (now, latencies) =>
        {
            var caller = centre.Caller(now);
            var begun = Stopwatch.GetTimestamp();
            var decisions = core.On(caller, now);
            var ended = Stopwatch.GetTimestamp();
            if (decisions.Count == 0)
            {
                core.On(new RoutingInput.CallerGone(caller.Interaction), now);
                return 0;
            }

            latencies.Add(ended - begun);
            core.On(centre.Available(decisions[0].Agent, now), now);
            return decisions.Count;
        });
    }

    private static BenchFigure Measure(int steps, int waiting, Func<DateTimeOffset, Latencies, int> step)
    {
        var latencies = new Latencies(steps);
        long decisions = 0;
        var cpu = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        for (var index = 0; index < steps; index++)
        {
            decisions += step(Start + (Wait * index / waiting), latencies);
        }

        var seconds = clock.Elapsed.TotalSeconds;
        cpu = Environment.CpuUsage.TotalTime - cpu; // Unlike speed, it is not spoilt by neighbours.
        return new BenchFigure(
            Math.Round(decisions / seconds),
            Math.Round(decisions / cpu.TotalSeconds),
            latencies.Percentiles());
    }

    private static void Fill(RoutingCore core, BigCentre centre, int waiting, bool isStarved)
    {
        for (var index = 0; index < waiting; index++)
        {
            core.On(centre.Caller(Start - (Wait * (waiting - index) / waiting), isStarved), Start);
        }
    }

    // Without a word before, lines are made for him; whoever asks for the same afterwards stands in them.
    private static Percentiles FirstOfWish(bool isNamed)
    {
        var centre = new BigCentre(seed: 4);
        var core = new RoutingCore(centre.Rules());
        for (var agent = 0; agent < BigCentre.Agents; agent++)
        {
            core.On(centre.Available(BigCentre.IdOf(agent), Start), Start);
        }

        var latencies = new Latencies(BigCentre.Queues);
        for (var step = 0; step < BigCentre.Queues; step++)
        {
            var wish = $"not skill-{step % BigCentre.Skills} >= {1 + (step % 9)}";
            var caller = centre.Caller(Start) with { Skills = wish };
            if (isNamed)
            {
                core.On(new RoutingInput.WishNamed(caller.Queue, wish), Start);
            }

            var begun = Stopwatch.GetTimestamp();
            core.On(caller, Start);
            latencies.Add(Stopwatch.GetTimestamp() - begun);
        }

        return latencies.Percentiles();
    }

    private static double RulesReplaced()
    {
        var centre = new BigCentre(seed: 3);
        var core = new RoutingCore(centre.Rules());
        Fill(core, centre, Waiting[^1], isStarved: false);
        var rules = centre.Rules();
        core.On(new RoutingInput.RulesReplaced(rules), Start);
        var clock = Stopwatch.StartNew();
        core.On(new RoutingInput.RulesReplaced(rules), Start);
        return Math.Round(clock.Elapsed.TotalMilliseconds);
    }
}

/// <summary>With so many callers waiting.</summary>
internal sealed record BenchRow(int Waiting, long BytesPerCaller, BenchFigure Ready, BenchFigure Arrive);

/// <summary>One kind of decision.</summary>
internal sealed record BenchFigure(double DecisionsPerSecond, double DecisionsPerCpuSecond, Percentiles Latency);

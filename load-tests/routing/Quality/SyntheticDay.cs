using System.Globalization;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Routing.Simulation;
using CrmUms.Acd.Shared;

namespace CrmUms.RoutingBenches.Quality;

/// <summary>
/// A working day as a bank's centre has it: 60 agents in three shifts, each master of one of six skills and middling in
/// two more; one queue for each skill; 6,200 callers with a peak before noon and one in the afternoon. Always the same.
/// </summary>
internal sealed class SyntheticDay
{
    public const int Agents = 60;
    public const int CallersCount = 6_200;
    public const int MinimumLevel = 3;

    private const int Opens = 8;
    private const int Closes = 20;

    private static readonly DateTimeOffset Date = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly (int From, int To)[] Shifts = [(8, 16), (9, 18), (12, 20)];

    // How much of the traffic, and of the agents, each skill has.
    private static readonly double[] Shares = [0.28, 0.22, 0.18, 0.14, 0.10, 0.08];

    private readonly Random _random = new(2026);

    public SyntheticDay()
    {
        Staff = [.. Enumerable.Range(0, Agents).Select(Agent)];
        Callers = [.. Enumerable.Range(0, CallersCount).Select(Caller).OrderBy(static caller => caller.At)];
        BestLevels = [.. Shares.Select((_, skill) => Staff.Max(agent => agent.Levels[skill]))];
    }

    public IReadOnlyList<DayAgent> Staff { get; }

    public IReadOnlyList<Arrival> Callers { get; }

    /// <summary>By skill, the highest level that anybody has of it.</summary>
    public IReadOnlyList<int> BestLevels { get; }

    /// <summary>How well this agent fits, beside the best there is: 0 to 1.</summary>
    public double FitOf(int skill, DayAgent agent) => (double)agent.Levels[skill] / BestLevels[skill];

    /// <summary>The day under rules with this strategy.</summary>
    /// <param name="strategy">Of all queues.</param>
    /// <param name="weights">Of the strategy.</param>
    /// <param name="isHeld">Whether a caller waits for one of the best first.</param>
    public RoutingDay With(string strategy, Dictionary<string, double> weights, bool isHeld)
    {
        var rules = new RoutingRules(
            1,
            [.. Shares.Select((_, skill) => Queue(skill, isHeld) with { Strategy = strategy, Weights = weights })],
            [
                .. Staff.Select(agent => new RoutingAgent(
                    agent.Id,
                    agent.Levels.Index().Where(static level => level.Item > 0)
                        .ToDictionary(static level => SkillOf(level.Index), static level => level.Item))),
            ]);
        IEnumerable<DayEvent> events =
        [
            new DayEvent(At(Opens), new RoutingInput.RulesReplaced(rules)),
            .. Staff.Select(static agent =>
                new DayEvent(agent.From, new RoutingInput.AgentAvailable(agent.Id, agent.From, 0, 0))),
            .. Staff.Select(static agent => new DayEvent(agent.To, new RoutingInput.AgentSignedOut(agent.Id))),
            .. Callers.Select(static caller => new DayEvent(caller.At, new RoutingInput.CallerWaiting(
                caller.Id, QueueOf(caller.Skill), 0, caller.At, []))),
        ];
        return new RoutingDay(
            At(Opens),
            At(Closes),
            [.. events.OrderBy(static happening => happening.At)],
            Callers.ToDictionary(static caller => caller.Id, static caller => caller.Lasts));
    }

    public static QueueId QueueOf(int skill) => new(SkillOf(skill));

    // The best are asked for first; whoever has waited is content with less.
    private static RoutingQueue Queue(int skill, bool isHeld)
    {
        var best = new RoutingStep(TimeSpan.Zero, $"{SkillOf(skill)} >= 7");
        var anybody = new RoutingStep(TimeSpan.FromSeconds(8), $"{SkillOf(skill)} >= {MinimumLevel}");
        return new RoutingQueue(QueueOf(skill), isHeld ? [best, anybody] : [anybody with { After = TimeSpan.Zero }]);
    }

    private DayAgent Agent(int number)
    {
        var levels = new int[Shares.Length];
        foreach (var _ in Enumerable.Range(0, 2))
        {
            levels[_random.Next(levels.Length)] = _random.Next(MinimumLevel, 7);
        }

        levels[SkillAt((number + 0.5) / Agents)] = _random.Next(7, 11);
        var (from, to) = Shifts[number % Shifts.Length];
        return new DayAgent(number, new AgentId(new Guid(number, 0, 0, new byte[8])), levels, At(from), At(to));
    }

    private Arrival Caller(int number)
    {
        var talk = TimeSpan.FromSeconds(180 * Math.Exp((0.7 * Normal()) - 0.245)); // Mean 180 s.
        return new Arrival(
            new InteractionId(new Guid(number, 1, 0, new byte[8])),
            SkillAt(_random.NextDouble()),
            At(HourOfArrival()),
            new DayCaller(
                TimeSpan.FromSeconds(5 + Exponential(150)),
                TimeSpan.FromSeconds(3),
                talk,
                TimeSpan.FromSeconds(Exponential(30))));
    }

    // Half of them any time, the others around the two peaks.
    private double HourOfArrival()
    {
        while (true)
        {
            var hour = _random.NextDouble() switch
            {
                < 0.55 => Opens + ((Closes - Opens) * _random.NextDouble()),
                < 0.80 => 10.5 + Normal(),
                _ => 15.5 + Normal(),
            };
            if (hour is >= Opens and < Closes - 0.25)
            {
                return hour;
            }
        }
    }

    private double Exponential(double mean) => -mean * Math.Log(1 - _random.NextDouble());

    private double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private static int SkillAt(double share)
    {
        var skill = 0;
        while (skill < Shares.Length - 1 && share >= Shares[skill])
        {
            share -= Shares[skill++];
        }

        return skill;
    }

    private static string SkillOf(int skill) => string.Create(CultureInfo.InvariantCulture, $"skill-{skill}");

    private static DateTimeOffset At(double hour) => Date.AddHours(hour);
}

/// <summary>An agent of the day, by his place in the list.</summary>
/// <param name="Number">His place.</param>
/// <param name="Id">Who.</param>
/// <param name="Levels">By skill; 0 for none.</param>
/// <param name="From">His shift begins.</param>
/// <param name="To">It ends.</param>
internal sealed record DayAgent(
    int Number, AgentId Id, IReadOnlyList<int> Levels, DateTimeOffset From, DateTimeOffset To);

/// <summary>A caller of the day: who, what he needs, when he comes, what he brings along.</summary>
internal sealed record Arrival(InteractionId Id, int Skill, DateTimeOffset At, DayCaller Lasts);

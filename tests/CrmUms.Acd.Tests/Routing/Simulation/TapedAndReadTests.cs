using CrmUms.Acd.Routing;
using CrmUms.Acd.Routing.Simulation;
using CrmUms.Acd.Shared;
using static CrmUms.Acd.Tests.Routing.Centre;

namespace CrmUms.Acd.Tests.Routing.Simulation;

/// <summary>Random days: what was taped of one, read again and simulated, goes as it went.</summary>
public sealed class TapedAndReadTests
{
    private static readonly string[] Strategies = ["longest-idle", "least-occupied", "weighted", "fewest-contacts"];

    [Fact]
    public void A_day_that_was_taped_is_read_and_simulated_as_it_went()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var day = RandomDay(new Random(seed));
            var taping = new TapingRouter();
            var went = DaySimulator.Run(day, taping, TimeZoneInfo.Utc);

            var reader = new DayReader(day.From, day.To);
            taping.Tape.ForEach(reader.On);
            var again = DaySimulator.Run(reader.Day(), new CoreRouter(), TimeZoneInfo.Utc);

            Text(reader.Result()).ShouldBe(Text(went), $"read, seed {seed}");
            Text(again).ShouldBe(Text(went), $"simulated, seed {seed}");
            DayFigures.Of(day, again).ShouldBe(DayFigures.Of(day, went));
            went.Callers.Values.Count(static caller => caller.Agent is null).ShouldBeGreaterThan(0);
        }
    }

    private static List<string> Text(DayResult result) =>
        [.. result.Callers.Values.OrderBy(static caller => caller.Caller.Value).Select(static caller => $"{caller}")];

    private static RoutingDay RandomDay(Random random)
    {
        var events = new List<DayEvent>
        {
            new(Noon, new RoutingInput.RulesReplaced(new RoutingRules(
                1,
                [
                    Queue("russian >= 5") with { Strategy = Strategies[random.Next(Strategies.Length)] },
                    Queue("uzbek", "sales") with { Strategy = Strategies[random.Next(Strategies.Length)] },
                ],
                [
                    .. Enumerable.Range(1, 5).Select(number => new RoutingAgent(
                        Agent(number), Levels($"russian {random.Next(3, 10)}, uzbek {random.Next(1, 10)}"))),
                ]))),
        };
        for (var number = 1; number <= 5; number++)
        {
            events.AddRange(ShiftOf(Agent(number), random));
        }

        var callers = new Dictionary<InteractionId, DayCaller>();
        for (var number = 1; number <= 150; number++)
        {
            var at = Noon.AddMilliseconds(random.Next(3_000_000));
            events.Add(new DayEvent(at, new RoutingInput.CallerWaiting(
                Caller(number), new QueueId(random.Next(2) == 0 ? "support" : "sales"), random.Next(3), at, [])));
            callers[Caller(number)] = new DayCaller(
                TimeSpan.FromMilliseconds(random.Next(5_000, 400_000)),
                TimeSpan.FromSeconds(4),
                TimeSpan.FromMilliseconds(random.Next(10_000, 200_000)),
                TimeSpan.FromMilliseconds(random.Next(1, 20_000)));
        }

        return new RoutingDay(Noon, Noon.AddHours(1), [.. events.OrderBy(static each => each.At)], callers);
    }

    private static IEnumerable<DayEvent> ShiftOf(AgentId agent, Random random)
    {
        var begins = Noon.AddMilliseconds(random.Next(300_000));
        var lunch = begins.AddMilliseconds(random.Next(300_000, 1_200_000));
        var back = lunch.AddMilliseconds(random.Next(60_000, 600_000));
        yield return new(begins, new RoutingInput.AgentAvailable(agent, begins, 0, 0));
        yield return new(lunch, new RoutingInput.AgentUnavailable(agent, "not-ready:lunch"));
        yield return new(back, new RoutingInput.AgentAvailable(agent, back, 0, 0));
        yield return new(Noon.AddMinutes(59), new RoutingInput.AgentSignedOut(agent));
    }

    private sealed class TapingRouter : IDayRouter
    {
        private readonly RoutingCore _core = new(RoutingRules.None);

        public List<object> Tape { get; } = [new RouterStarted(Noon)];

        public DateTimeOffset? NextDue => _core.NextDue;

        public IEnumerable<(InteractionId Caller, AgentId Agent)> On(RoutingInput input, DateTimeOffset now)
        {
            Tape.Add(new RouterHeard(input, now));
            var decided = _core.On(input, now);
            Tape.AddRange(decided.Select(each => new CallerRouted(each.Interaction, each.Agent, each.Reason, now)));
            return decided.Select(static each => (each.Interaction, each.Agent));
        }
    }
}

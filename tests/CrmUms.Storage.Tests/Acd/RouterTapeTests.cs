using System.Text.Json;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Routing.Simulation;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.Storage.Acd;
using CrmUms.Storage.Tests.Server;

namespace CrmUms.Storage.Tests.Acd;

/// <summary>A day of the router that went through the journal decides again what it decided.</summary>
public sealed class RouterTapeTests(PostgresServer server) : DatabaseTest(server)
{
    private static readonly DateTimeOffset Midnight = new(2026, 7, 14, 0, 0, 0, TimeSpan.Zero);
    private static readonly AgentId[] Agents =
        [.. Enumerable.Range(0, 5).Select(_ => new AgentId(Guid.CreateVersion7()))];

    private readonly RoutingCore _core = new(RoutingRules.None);
    private readonly Random _random = new(11);
    private long _written;

    private PostgresRouterTape Tapes => new(Database, Catalog);

    [Fact]
    public async Task A_recorded_day_decides_again_what_it_decided()
    {
        await KeepAsync(new RouterStarted(At(-20)), At(-20));
        await HearAsync(new RoutingInput.RulesReplaced(Rules()), At(-20));
        await WorkAsync(from: -19, rounds: 200);
        await KeepAsync(new RouterStood(_core.Words(), At(-6)), At(-6));
        await WorkAsync(from: -5, rounds: 400);

        var tape = await Tapes.ReadAsync(Midnight, Midnight.AddDays(1), Cancellation);

        tape.Events[0].ShouldBeOfType<RouterStood>();
        var proof = new TapeProof();
        tape.Events.ToList().ForEach(proof.On);
        proof.Difference.ShouldBeNull();
        proof.Same.ShouldBe(tape.Events.OfType<CallerRouted>().Count());
        proof.Same.ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task What_was_written_after_the_day_is_not_read()
    {
        await KeepAsync(new RouterStarted(At(1)), At(1));
        await KeepAsync(new RouterStarted(At(25)), At(25));

        var tape = await Tapes.ReadAsync(Midnight, Midnight.AddDays(1), Cancellation);

        tape.Events.ShouldBe([new RouterStarted(At(1))]);
    }

    [Fact]
    public async Task Callers_and_rules_come_with_the_tape()
    {
        var call = new Call(At(2));
        var client = new CallerIdentified(
            call.Id,
            new CallerIdentity(
                new ClientId(Guid.CreateVersion7()), ClientKind.Individual, "Юсупов Тимур", "Тимур", IsVip: true, null),
            At(2));
        var rule = new RuleChanged(
            1, "skill", "uzbek", JsonElement.Parse("""{"id":"uzbek"}"""), "system", "", At(0));
        await HappenedAsync(call.PersistenceId, call.Arrived(), client);
        await HappenedAsync("rules", rule);
        await HearAsync(new RoutingInput.CallerWaiting(call.Id, Call.Support, 0, At(2), []), At(2));

        var tape = await Tapes.ReadAsync(Midnight, Midnight.AddDays(1), Cancellation);

        tape.Rules.ShouldHaveSingleItem().Id.ShouldBe("uzbek");
        tape.Callers[call.Id].ShouldBe(PriorityFacts.Of("1000", client.Identity, topic: null, call.At(0)));
    }

    private async Task WorkAsync(double from, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var (agent, at) = (Agents[_random.Next(Agents.Length)], At(from + (round / 60.0)));
            RoutingInput input = _random.Next(4) switch
            {
                0 => new RoutingInput.AgentAvailable(agent, at, _random.NextDouble(), _random.Next(20)),
                1 => new RoutingInput.AgentUnavailable(agent, "wrap-up"),
                _ => new RoutingInput.CallerWaiting(
                    new InteractionId(Guid.CreateVersion7()), Call.Support, _random.Next(5), at, [])
                {
                    Skills = _random.Next(3) == 0 ? "uzbek >= 7" : null,
                },
            };
            await HearAsync(input, at);
        }
    }

    private async Task HearAsync(RoutingInput input, DateTimeOffset at)
    {
        await KeepAsync(new RouterHeard(input, at), at);
        foreach (var (caller, agent, reason) in _core.On(input, at))
        {
            await KeepAsync(new CallerRouted(caller, agent, reason, at), at);
        }
    }

    private async Task KeepAsync(object happened, DateTimeOffset at)
    {
        var stored = new PersistedEvent("router", ++_written, happened, at, Guid.Empty);
        await Journal.WriteAsync([new AtomicWrite("router", [stored])], Cancellation);
    }

    private static RoutingRules Rules() => new(
        1,
        [
            new RoutingQueue(Call.Support, [new(TimeSpan.Zero, "uzbek >= 5"), new(TimeSpan.FromMinutes(5), "uzbek")])
            {
                Strategy = "weighted",
                Weights = new Dictionary<string, double> { ["skill-fit"] = 3, ["idle-time"] = 0.1, ["occupancy"] = 2 },
                SecondsPerPriorityPoint = 10,
            },
        ],
        [
            .. Agents.Select((agent, index) => new RoutingAgent(
                agent, new Dictionary<string, int> { ["uzbek"] = (2 * index) + 1 })),
        ]);

    private static DateTimeOffset At(double hour) => Midnight.AddHours(hour);
}

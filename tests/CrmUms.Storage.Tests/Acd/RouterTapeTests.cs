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

    private RecordedRouter? _router;

    private RecordedRouter Router => _router ??= new RecordedRouter(Journal, Midnight);

    private PostgresRouterTape Tapes => new(Database, Catalog);

    [Fact]
    public async Task A_recorded_day_decides_again_what_it_decided()
    {
        await Router.KeepAsync(new RouterStarted(At(-20)), At(-20));
        await Router.HearAsync(new RoutingInput.RulesReplaced(Router.Rules()), At(-20));
        await Router.WorkAsync(from: -19, rounds: 200);
        await Router.KeepAsync(new RouterStood(Router.Words, At(-6)), At(-6));
        await Router.WorkAsync(from: -5, rounds: 400);

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
        await Router.KeepAsync(new RouterStarted(At(1)), At(1));
        await Router.KeepAsync(new RouterStarted(At(25)), At(25));

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
        await Router.HearAsync(new RoutingInput.CallerWaiting(call.Id, Call.Support, 0, At(2), []), At(2));

        var tape = await Tapes.ReadAsync(Midnight, Midnight.AddDays(1), Cancellation);

        tape.Rules.ShouldHaveSingleItem().Id.ShouldBe("uzbek");
        tape.Callers[call.Id].ShouldBe(PriorityFacts.Of("1000", client.Identity, topic: null, call.At(0)));
    }

    private static DateTimeOffset At(double hour) => Midnight.AddHours(hour);
}

using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;
using CrmUms.Storage.Acd;
using CrmUms.Storage.Tests.Server;

namespace CrmUms.Storage.Tests.Acd;

/// <summary>An agent's day, read from what has happened to him.</summary>
public sealed class AgentDayTests(PostgresServer server) : DatabaseTest(server)
{
    private static readonly DateTimeOffset Midnight = new(2026, 7, 14, 0, 0, 0, TimeSpan.Zero);

    private readonly AgentId _agent = new(Guid.CreateVersion7());
    private readonly InteractionId _call = new(Guid.CreateVersion7());

    private PostgresAgentDays Days => new(Database);

    [Fact]
    public async Task A_day_has_every_state_in_order_and_begins_with_that_of_the_night_before()
    {
        await DayAsync();

        var spans = await Days.ReadAsync(_agent, Midnight, Midnight.AddDays(1), Cancellation);

        spans.Select(span => (span.Status, span.Reason, span.Interaction, span.BeganAt, span.EndedAt)).ShouldBe([
            (AgentStatus.Ready, null, null, Midnight.AddHours(-1), Midnight.AddHours(9)),
            (AgentStatus.Reserved, null, _call, Midnight.AddHours(9), Midnight.AddHours(10)),
            (AgentStatus.Talking, null, _call, Midnight.AddHours(10), Midnight.AddHours(11)),
            (AgentStatus.WrapUp, null, _call, Midnight.AddHours(11), Midnight.AddHours(12)),
            (AgentStatus.NotReady, "lunch", null, Midnight.AddHours(12), Midnight.AddHours(30)),
        ]);
    }

    [Fact]
    public async Task The_present_state_has_no_end_and_the_days_of_others_are_not_in_it()
    {
        await DayAsync();

        var next = await Days.ReadAsync(_agent, Midnight.AddDays(1), Midnight.AddDays(2), Cancellation);
        var late = await Days.ReadAsync(_agent, Midnight.AddDays(9), Midnight.AddDays(10), Cancellation);
        var before = await Days.ReadAsync(_agent, Midnight.AddDays(-9), Midnight.AddDays(-8), Cancellation);
        var other = await Days.ReadAsync(
            new AgentId(Guid.CreateVersion7()), Midnight, Midnight.AddDays(1), Cancellation);

        next.Select(span => (span.Status, span.EndedAt)).ShouldBe([
            (AgentStatus.NotReady, Midnight.AddHours(30)), (AgentStatus.SignedOut, null),
        ]);
        late.ShouldHaveSingleItem().Status.ShouldBe(AgentStatus.SignedOut);
        before.ShouldBeEmpty();
        other.ShouldBeEmpty();
    }

    private async Task DayAsync()
    {
        await HappenedAsync(
            $"agent-{_agent}",
            new AgentSignedIn(_agent, Midnight.AddHours(-2)),
            new AgentBecameReady(_agent, Midnight.AddHours(-1)),
            new AgentReserved(_agent, _call, Midnight.AddHours(9)),
            new AgentStartedTalking(_agent, _call, Midnight.AddHours(10)),
            new AgentStartedWrapUp(_agent, _call, Midnight.AddHours(12), Midnight.AddHours(11)),
            new AgentBecameNotReady(_agent, "lunch", Midnight.AddHours(12)),
            new AgentSignedOut(_agent, Midnight.AddHours(30)));
        await Projector.CatchUpAsync(Cancellation);
    }
}

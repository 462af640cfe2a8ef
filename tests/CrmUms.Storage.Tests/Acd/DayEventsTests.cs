using CrmUms.Acd.Interactions;
using CrmUms.Storage.Acd;
using CrmUms.Storage.Tests.Server;

namespace CrmUms.Storage.Tests.Acd;

/// <summary>What the figures of a day are read from.</summary>
public sealed class DayEventsTests(PostgresServer server) : DatabaseTest(server)
{
    private static readonly DateTimeOffset Midnight = new(2026, 7, 13, 19, 0, 0, TimeSpan.Zero);

    private PostgresDayEvents Events => new(Database, Catalog);

    [Fact]
    public async Task A_day_has_what_happened_in_it_and_the_past_of_what_was_open_at_midnight()
    {
        var ended = new Call(Midnight.AddHours(-2));
        var open = new Call(Midnight.AddMinutes(-1));
        var today = new Call(Midnight.AddHours(1));
        await WriteAsync(ended.PersistenceId, 1, ended.Arrived(), ended.Queued(1), ended.Ended(9), ended.Closed(9));
        await WriteAsync(open.PersistenceId, 1, open.Arrived(), open.Queued(2));
        await WriteAsync("agent-1", 1, ended.Arrived());
        await WriteAsync(open.PersistenceId, 3, open.Connected(70));
        await WriteAsync(today.PersistenceId, 1, today.Arrived());
        await Projector.CatchUpAsync(Cancellation);
        var end = await Events.FindEndAsync(Cancellation);
        await WriteAsync(today.PersistenceId, 2, today.Queued(5));

        var read = await Events.ReadAsync(Midnight, end, Cancellation).ToListAsync(Cancellation);

        read.ShouldBe([open.Arrived(), open.Queued(2), open.Connected(70), today.Arrived()]);
    }

    [Fact]
    public async Task A_day_in_which_nothing_has_happened_yet_still_knows_who_waits()
    {
        var open = new Call(Midnight.AddMinutes(-1));
        await WriteAsync(open.PersistenceId, 1, open.Arrived(), open.Queued(2));
        await Projector.CatchUpAsync(Cancellation);
        var end = await Events.FindEndAsync(Cancellation);

        (await Events.ReadAsync(Midnight, end, Cancellation).ToListAsync(Cancellation))
            .ShouldBe([open.Arrived(), open.Queued(2)]);
    }

    [Fact]
    public async Task An_empty_journal_has_no_day() =>
        (await Events.ReadAsync(Midnight, await Events.FindEndAsync(Cancellation), Cancellation)
            .ToListAsync(Cancellation)).ShouldBeEmpty();

    private async Task WriteAsync(string persistenceId, long sequenceNr, params IInteractionEvent[] events) =>
        await Journal.WriteAsync(
            [
                new AtomicWrite(persistenceId, [.. events.Select((happened, index) => new PersistedEvent(
                    persistenceId, sequenceNr + index, happened, happened.At, Guid.Empty))]),
            ],
            Cancellation);
}

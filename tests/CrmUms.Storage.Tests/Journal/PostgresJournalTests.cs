using System.Text;
using CrmUms.Acd;
using CrmUms.Storage.Events;
using CrmUms.Storage.Journal;
using CrmUms.Storage.Projections;
using CrmUms.Storage.Tests.Server;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrmUms.Storage.Tests.Journal;

public sealed class PostgresJournalTests(PostgresServer server) : JournalContract, IAsyncLifetime
{
    private TestDatabase _test = null!;
    private PostgresJournal _journal = null!;

    protected override IEventJournal Journal => _journal;

    public async ValueTask InitializeAsync()
    {
        _test = await server.CreateDatabaseAsync();
        _journal = JournalOf(_test.Database);
    }

    public async ValueTask DisposeAsync()
    {
        await _journal.DisposeAsync();
        await _test.DisposeAsync();
    }

    [Fact]
    public async Task A_batch_of_many_actors_keeps_the_order_of_each()
    {
        const int Actors = 100;
        var batch = Enumerable.Range(1, 20).SelectMany(number => Enumerable.Range(0, Actors).Select(actor =>
            Write($"agent-{actor}", number, Ready(number)))).ToArray();

        await WriteAsync(batch);

        var stored = await _test.Database.QueryAsync<(string Id, long Number)>(
            "select persistence_id, sequence_number from journal order by ordering", null, Cancellation);
        stored.ShouldBe(batch.Select(write => (write.PersistenceId, write.LowestSequenceNr)));
    }

    [Fact]
    public async Task An_event_that_is_in_no_catalog_is_rejected_and_the_others_are_stored()
    {
        var rejections = await WriteAsync(Write("agent-1", 1, Ready(1)), Write("agent-2", 1, "not an event"));

        rejections.ShouldNotBeNull();
        rejections[0].ShouldBeNull();
        rejections[1].ShouldBeOfType<NotSupportedException>();
        (await ReplayAsync("agent-1")).Count.ShouldBe(1);
        (await ReplayAsync("agent-2")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_manifest_that_no_module_knows_stops_the_replay_with_its_name()
    {
        await WriteAsync(Write("agent-1", 1, Ready(1)));
        await _test.Database.ExecuteAsync("update journal set manifest = 'from-the-future'", null, Cancellation);

        var failure = await Should.ThrowAsync<NotSupportedException>(() => ReplayAsync("agent-1"));

        failure.Message.ShouldContain("from-the-future");
    }

    [Fact]
    public async Task Events_stand_in_the_journal_as_the_other_runtime_writes_them()
    {
        await WriteAsync(Write("agent-1", 1, Ready(7)));

        var row = await _test.Database.FindAsync<StoredRow>(
            "select message, manifest, identifier, created, writer_uuid from journal", null, Cancellation);
        row.ShouldNotBeNull();

        Encoding.UTF8.GetString(row.Message).ShouldBe(
            """{"agent":"00000000000000000000000000000000","at":"1970-01-01T00:00:07+00:00"}""");
        row.Manifest.ShouldBe("agent-became-ready");
        row.Identifier.ShouldBe(7100);
        row.Created.ShouldBe(DateTime.UnixEpoch.Ticks + TimeSpan.TicksPerSecond);
        row.WriterUuid.ShouldBe(Writer.ToString("n"));
    }

    [Fact]
    public async Task A_broken_connection_is_remade_and_nothing_is_written_twice()
    {
        await WriteAsync(Write("agent-1", 1, Ready(1)));
        await _test.Database.ExecuteAsync(
            """
            select pg_terminate_backend(pid)
              from pg_stat_activity
             where datname = current_database()
               and pid <> pg_backend_pid()
            """,
            null,
            Cancellation);

        await WriteAsync(Write("agent-1", 2, Ready(2)));

        (await ReplayAsync("agent-1")).Select(stored => stored.SequenceNr).ShouldBe([1L, 2L]);
    }

    [Fact]
    public async Task Two_writers_number_their_events_in_the_order_of_their_commits()
    {
        await using var other = _test.Open();
        await using var second = JournalOf(other);

        // Whoever follows by "ordering" must never meet a number below one that he has already seen.
        var reading = WatchAsync();
        await Task.WhenAll(WriteManyAsync(_journal, "one"), WriteManyAsync(second, "two"));
        var missed = await reading;

        missed.ShouldBe(0);
    }

    private static PostgresJournal JournalOf(PostgresDatabase database) => new(
        database,
        new JsonEventSerializer(new EventCatalog(AcdEvents.Manifests)),
        new ProjectionBell(),
        TimeProvider.System,
        NullLogger<PostgresJournal>.Instance);

    private static async Task WriteManyAsync(PostgresJournal journal, string persistenceId)
    {
        for (var number = 1; number <= 200; number++)
        {
            await journal.WriteAsync([Write(persistenceId, number, Ready(number))], Cancellation);
        }
    }

    private async Task<int> WatchAsync()
    {
        var (seen, last) = (0, 0L);
        while (seen < 400)
        {
            var fresh = await _test.Database.QueryAsync<long>(
                "select ordering from journal where ordering > @last order by ordering", new { last }, Cancellation);
            seen += fresh.Count;
            last = fresh.Count > 0 ? fresh[^1] : last;
            var all = await _test.Database.FindAsync<long>(
                "select count(*) from journal where ordering <= @last", new { last }, Cancellation);
            if (all != seen)
            {
                return (int)all - seen;
            }
        }

        return 0;
    }

    private sealed record StoredRow
    {
        public byte[] Message { get; init; } = [];

        public string Manifest { get; init; } = "";

        public int Identifier { get; init; }

        public long Created { get; init; }

        public string WriterUuid { get; init; } = "";
    }
}

using CrmUms.Storage.Projections;
using CrmUms.Storage.Tests.Acd;
using CrmUms.Storage.Tests.Server;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CrmUms.Storage.Tests.Projections;

public sealed class ProjectorTests(PostgresServer server) : DatabaseTest(server)
{
    private static readonly DateTimeOffset Morning = new(2026, 7, 14, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_server_that_dies_between_work_and_commit_counts_every_event_once()
    {
        await MakeTallyAsync();
        await WriteCallsAsync(40);
        var dying = new Tally(diesAfter: 3);

        for (var life = 0; life < 3; life++)
        {
            using var projector = ProjectorOf(Database, dying);
            await Should.ThrowAsync<StorageException>(() => projector.CatchUpAsync(Cancellation));
        }

        using var last = ProjectorOf(Database, new Tally(diesAfter: int.MaxValue));
        await last.CatchUpAsync(Cancellation);
        await last.CatchUpAsync(Cancellation);

        (await CountsAsync()).ShouldBe((160, 160));
    }

    [Fact]
    public async Task Two_servers_that_project_at_once_count_every_event_once()
    {
        await MakeTallyAsync();
        await WriteCallsAsync(40);
        await using var other = Test.Open();
        using var first = ProjectorOf(Database, new Tally(int.MaxValue));
        using var second = ProjectorOf(other, new Tally(int.MaxValue));

        await Task.WhenAll(first.CatchUpAsync(Cancellation), second.CatchUpAsync(Cancellation));

        (await CountsAsync()).ShouldBe((160, 160));
    }

    [Fact]
    public async Task An_event_that_cannot_be_read_is_set_aside_and_the_rest_goes_on()
    {
        var (before, after) = (new Call(Morning), new Call(Morning));
        await HappenedAsync(before.PersistenceId, before.Arrived());
        await Database.ExecuteAsync(
            """
            insert into journal (persistence_id, sequence_number, created, message, manifest)
            values ('x', 1, 0, '{}', 'unheard-of')
            """,
            null,
            Cancellation);
        await HappenedAsync(after.PersistenceId, after.Arrived());

        await Projector.CatchUpAsync(Cancellation);

        var poison = await Database.QueryAsync<(string Projection, string Manifest, string Failure)>(
            "select projection, manifest, failure from storage.poison_event", null, Cancellation);
        poison.Count.ShouldBe(ProjectionCatalog.All.Count);
        poison[0].Manifest.ShouldBe("unheard-of");
        poison[0].Failure.ShouldContain("unheard-of");
        (await Database.FindAsync<long>("select count(*) from acd.interaction", null, Cancellation)).ShouldBe(2);
    }

    [Fact]
    public async Task An_event_that_cannot_happen_to_a_case_is_set_aside_for_cases_alone()
    {
        var call = new Call(Morning);
        await HappenedAsync(call.PersistenceId, call.Arrived(), call.Recorded(1), call.Ended(2), call.Closed(3));

        await Projector.CatchUpAsync(Cancellation);

        (await Database.QueryAsync<string>("select projection from storage.poison_event", null, Cancellation))
            .ShouldBe(["case"]);
        (await Database.FindAsync<string>("select status from crm.case", null, Cancellation)).ShouldBe("missed");
        (await Database.FindAsync<long>(
            "select count(*) from acd.interaction where closed_at is not null", null, Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task A_new_projection_begins_with_the_first_event()
    {
        await WriteCallsAsync(3);
        await Projector.CatchUpAsync(Cancellation);
        await MakeTallyAsync();
        using var projector = ProjectorOf(Database, [.. ProjectionCatalog.All, new Tally(int.MaxValue)]);

        await projector.CatchUpAsync(Cancellation);

        (await CountsAsync()).ShouldBe((12, 12));
        (await Database.FindAsync<long>("select count(*) from acd.interaction_event", null, Cancellation)).ShouldBe(12);
    }

    [Fact]
    public async Task A_commit_of_this_process_wakes_the_projector()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var running = Projector.RunAsync(stop.Token);
        await WriteCallsAsync(1);

        while (await Database.FindAsync<long>("select count(*) from acd.interaction", null, Cancellation) == 0)
        {
            await Task.Yield();
        }

        await stop.CancelAsync();
        await running;
    }

    private static Projector ProjectorOf(PostgresDatabase database, params IReadOnlyList<IProjection> projections) =>
        new(database, Catalog, projections, new ProjectionBell(), TimeProvider.System, NullLogger<Projector>.Instance);

    private async Task WriteCallsAsync(int calls)
    {
        for (var number = 0; number < calls; number++)
        {
            var call = new Call(Morning);
            await HappenedAsync(call.PersistenceId, call.Arrived(), call.Queued(1), call.Ended(2), call.Closed(2));
        }
    }

    private Task<int> MakeTallyAsync() =>
        Database.ExecuteAsync("create table tally (ordering bigint not null)", null, Cancellation);

    private Task<(long All, long Distinct)> CountsAsync() =>
        Database.FindAsync<(long, long)>("select count(*), count(distinct ordering) from tally", null, Cancellation);

    /// <summary>Counts events; now and then its connection is cut after the work and before the commit.</summary>
    private sealed class Tally(int diesAfter) : IProjection
    {
        public string Name => "tally";

        public async Task ApplyAsync(
            NpgsqlConnection connection, IReadOnlyList<JournalledEvent> events, CancellationToken cancellation)
        {
            await connection.ExecuteAsync(
                "insert into tally (ordering) values (@Ordering)",
                events.Take(diesAfter).Select(entry => new { entry.Ordering }));
            if (diesAfter < events.Count)
            {
                await connection.ExecuteAsync("select pg_terminate_backend(pg_backend_pid())");
            }
        }
    }
}

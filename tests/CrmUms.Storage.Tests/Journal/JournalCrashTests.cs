using CrmUms.Acd;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;
using CrmUms.Storage.Events;
using CrmUms.Storage.Journal;
using CrmUms.Storage.Projections;
using CrmUms.Storage.Tests.Server;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrmUms.Storage.Tests.Journal;

public sealed class JournalCrashTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_PostgreSQL_loses_nothing_that_was_acknowledged_and_the_journal_goes_on()
    {
        Assert.SkipWhen(PostgresCluster.Binaries() is null, "PostgreSQL is not installed here.");
        await using var cluster = await PostgresCluster.StartAsync();
        await using var database = new PostgresDatabase(
            new PostgresOptions { ConnectionString = cluster.ConnectionString, PoolMax = 4 });
        await new Migrator(database, TimeProvider.System, NullLogger<Migrator>.Instance).RunAsync(Cancellation);
        await using var journal = new PostgresJournal(
            database,
            new JsonEventSerializer(new EventCatalog(AcdEvents.Manifests)),
            new ProjectionBell(),
            TimeProvider.System,
            NullLogger<PostgresJournal>.Instance);

        var halfWay = new TaskCompletionSource();
        var writing = WriteAsync(journal, writes: 300, halfWay);
        await halfWay.Task;
        await cluster.KillAsync();
        await cluster.RunAsync();
        var acknowledged = await writing;

        List<long> stored = [];
        await foreach (var happened in journal.ReplayAsync("agent-1", 1, long.MaxValue, Cancellation))
        {
            stored.Add(happened.SequenceNr);
        }

        acknowledged.ShouldBe(300);
        stored.ShouldBe(Enumerable.Range(1, 300).Select(number => (long)number));
    }

    [Fact]
    public async Task A_journal_whose_PostgreSQL_stays_away_says_that_it_has_given_up()
    {
        await using var database = new PostgresDatabase(
            new PostgresOptions { ConnectionString = "Host=127.0.0.1;Port=1;Username=nobody", PoolMax = 1 });
        await using var journal = new PostgresJournal(
            database,
            new JsonEventSerializer(new EventCatalog(AcdEvents.Manifests)),
            new ProjectionBell(),
            new ImpatientTime(),
            NullLogger<PostgresJournal>.Instance);
        var timesGivenUp = 0;
        journal.GivenUp += () => timesGivenUp++;

        await WriteAsync(journal, writes: 1, new TaskCompletionSource()).ShouldThrowAsync<StorageException>();

        timesGivenUp.ShouldBe(1);
    }

    private static async Task<int> WriteAsync(PostgresJournal journal, int writes, TaskCompletionSource halfWay)
    {
        var writer = Guid.CreateVersion7();
        for (var number = 1; number <= writes; number++)
        {
            var happened = new AgentBecameReady(new AgentId(Guid.Empty), DateTimeOffset.UnixEpoch);
            await journal.WriteAsync(
                [new AtomicWrite("agent-1", [new("agent-1", number, happened, DateTimeOffset.UnixEpoch, writer)])],
                Cancellation);
            if (number == writes / 2)
            {
                halfWay.SetResult();
            }
        }

        return writes;
    }

    /// <summary>Every delay is over at once.</summary>
    private sealed class ImpatientTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}

using Dapper;
using CrmUms.Storage.Events;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CrmUms.Storage.Projections;

/// <summary>
/// Keeps the read models up with the journal. What a batch of events changes and the place reached in the journal are
/// one transaction, so that every event counts exactly once, whenever the server dies.
/// </summary>
public sealed class Projector : IDisposable
{
    private const int BatchMax = 500;

    private const string InsertMissing =
        """
        insert into storage.projection (projection, ordering)
        select name, 0 from unnest(@names) as name
        on conflict do nothing
        """;

    private const string SelectPlaces =
        "select projection, ordering from storage.projection where projection = any(@names)";

    // What a crash takes away of this it takes away with the place, and it is done again: no need to wait for the disk.
    // A second server that projects as well waits at the lock, and then finds the events taken in.
    private const string LockPlaces =
        """
        set local synchronous_commit to off;
        select projection, ordering
          from storage.projection
         where projection = any(@names)
         order by projection
           for update
        """;

    private const string MovePlaces =
        """
        update storage.projection
           set ordering = @ordering
         where projection = any(@names)
           and ordering < @ordering
        """;

    private const string InsertPoison =
        """
        insert into storage.poison_event
            (projection, ordering, persistence_id, sequence_number, manifest, failure, failed_at)
        values (@name, @Ordering, @PersistenceId, @SequenceNumber, @Manifest, @failure, @now)
        """;

    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(1);

    // Read models may be that late. Following every commit at once would cost as much as the journal itself, at the
    // very moment at which a call is being offered.
    private static readonly TimeSpan GatherFor = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan DelayMin = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan DelayMax = TimeSpan.FromSeconds(5);

    private readonly PostgresDatabase _database;
    private readonly JournalFeed _feed;
    private readonly IReadOnlyList<IProjection> _projections;
    private readonly ProjectionBell _bell;
    private readonly ReadModelNews? _news;
    private readonly TimeProvider _time;
    private readonly ILogger _log;

    // Whoever asks for the latest state and the loop itself take turns.
    private readonly SemaphoreSlim _turn = new(1, 1);

    public Projector(
        PostgresDatabase database,
        EventCatalog catalog,
        ProjectionBell bell,
        ReadModelNews news,
        TimeProvider time,
        ILogger<Projector> log)
        : this(database, catalog, ProjectionCatalog.All, bell, time, log) => _news = news;

    internal Projector(
        PostgresDatabase database,
        EventCatalog catalog,
        IReadOnlyList<IProjection> projections,
        ProjectionBell bell,
        TimeProvider time,
        ILogger<Projector> log)
    {
        _database = database;
        _feed = new JournalFeed(database, catalog);
        _projections = projections;
        _bell = bell;
        _time = time;
        _log = log;
    }

    /// <summary>Follows the journal until it is told to stop. While PostgreSQL is away it waits, and says so.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var delay = TimeSpan.Zero;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await CatchUpAsync(cancellation);
                delay = TimeSpan.Zero;
                await _bell.WaitAsync(PollEvery, _time, cancellation);
                await Task.Delay(GatherFor, _time, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (StorageException failure)
            {
                delay = TimeSpan.FromTicks(Math.Clamp(delay.Ticks * 2, DelayMin.Ticks, DelayMax.Ticks));
                _log.ProjectionDelayed(delay.TotalMilliseconds, failure);
                await Task.Delay(delay, _time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Returns when every event that was committed before the call is in the read models.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var batch = await _feed.ReadAsync(await ReadPlaceAsync(cancellation), BatchMax, cancellation);
            while (batch.Entries.Count > 0)
            {
                await TakeInAsync(_projections, batch, cancellation);
                _news?.Moved();
                RecordLag(batch.Entries[^1]);
                // A batch that is not full was all there was.
                batch = batch.Entries.Count < BatchMax
                    ? batch with { Entries = [] }
                    : await _feed.ReadAsync(batch.Last, BatchMax, cancellation);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static string[] NamesOf(IReadOnlyList<IProjection> projections) =>
        [.. projections.Select(projection => projection.Name)];

    private void RecordLag(FeedEntry last) =>
        StorageMeters.ProjectionCaughtUp(TimeSpan.FromTicks(_time.GetUtcNow().UtcTicks - last.Row.Created));

    /// <summary>Where the slowest stands; the others skip what they have seen.</summary>
    private async Task<long> ReadPlaceAsync(CancellationToken cancellation)
    {
        var names = NamesOf(_projections);
        await _database.ExecuteAsync(InsertMissing, new { names }, cancellation);
        var rows = await _database.QueryAsync<(string Name, long Ordering)>(SelectPlaces, new { names }, cancellation);
        return rows.Min(row => row.Ordering);
    }

    private async Task TakeInAsync(
        IReadOnlyList<IProjection> projections, FeedBatch batch, CancellationToken cancellation)
    {
        var poison = batch.Entries.FirstOrDefault(entry => entry.Failure is not null)?.Failure;
        if (poison is null)
        {
            try
            {
                await InTurnAsync(projections, batch, ApplyAsync, cancellation);
                return;
            }
            catch (Exception failure) when (PostgresFailures.IsAboutData(failure))
            {
                poison = failure;
            }
        }

        // Which of them cannot take in which event is found by halving: first projection by projection, then events.
        if (projections.Count > 1)
        {
            foreach (var projection in projections)
            {
                await TakeInAsync([projection], batch, cancellation);
            }
        }
        else if (batch.Entries.Count > 1)
        {
            var (first, second) = batch.Halves();
            await TakeInAsync(projections, first, cancellation);
            await TakeInAsync(projections, second, cancellation);
        }
        else
        {
            await GoOnWithoutAsync(projections[0], batch, poison, cancellation);
        }

        Task ApplyAsync(NpgsqlConnection connection, IProjection projection, IReadOnlyList<FeedEntry> fresh) =>
            projection.ApplyAsync(connection, [.. fresh.Select(entry => entry.ToEvent())], cancellation);
    }

    private async Task GoOnWithoutAsync(
        IProjection projection, FeedBatch one, Exception failure, CancellationToken cancellation)
    {
        var row = one.Entries[0].Row;
        await InTurnAsync(
            [projection],
            one,
            (connection, _, _) => connection.ExecuteAsync(new CommandDefinition(
                InsertPoison,
                new
                {
                    name = projection.Name,
                    row.Ordering,
                    row.PersistenceId,
                    row.SequenceNumber,
                    row.Manifest,
                    failure = $"{failure.GetType().Name}: {failure.Message}",
                    now = _time.GetUtcNow(),
                },
                cancellationToken: cancellation)),
            cancellation);
        StorageMeters.EventPoisoned();
        _log.EventPoisoned(projection.Name, row.Ordering, row.Manifest, row.PersistenceId, failure);
    }

    /// <summary>Each projection's work for the entries it has not seen, and its place moved, in one commit.</summary>
    private Task<int> InTurnAsync(
        IReadOnlyList<IProjection> projections,
        FeedBatch batch,
        Func<NpgsqlConnection, IProjection, IReadOnlyList<FeedEntry>, Task> work,
        CancellationToken cancellation) =>
        _database.InTransactionAsync(
            async connection =>
            {
                var names = NamesOf(projections);
                var rows = await connection.QueryAsync<(string Name, long Ordering)>(
                    new CommandDefinition(LockPlaces, new { names }, cancellationToken: cancellation));
                var places = rows.ToDictionary(row => row.Name, row => row.Ordering);
                if (places.Values.Min() < batch.After)
                {
                    // PostgreSQL crashed and took the last commits of the read models along: begin again from there.
                    throw new StorageException(StorageErrorCode.Contended, "The read models have fallen back.");
                }

                foreach (var projection in projections)
                {
                    var fresh = batch.Entries.Where(entry => entry.Row.Ordering > places[projection.Name]).ToList();
                    if (fresh.Count > 0)
                    {
                        await work(connection, projection, fresh);
                    }
                }

                return await connection.ExecuteAsync(new CommandDefinition(
                    MovePlaces, new { names, ordering = batch.Last }, cancellationToken: cancellation));
            },
            cancellation);
}

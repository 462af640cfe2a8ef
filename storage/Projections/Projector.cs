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
        "insert into storage.projection (projection, ordering) values (@name, 0) on conflict do nothing";

    private const string SelectPlaces = "select projection, ordering from storage.projection";

    // A second server that projects as well waits here, and then finds the events taken in.
    private const string LockPlace = "select ordering from storage.projection where projection = @name for update";

    private const string MovePlace = "update storage.projection set ordering = @ordering where projection = @name";

    private const string InsertPoison =
        """
        insert into storage.poison_event
            (projection, ordering, persistence_id, sequence_number, manifest, failure, failed_at)
        values (@name, @Ordering, @PersistenceId, @SequenceNumber, @Manifest, @failure, @now)
        """;

    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DelayMin = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan DelayMax = TimeSpan.FromSeconds(5);

    private readonly PostgresDatabase _database;
    private readonly JournalFeed _feed;
    private readonly IReadOnlyList<IProjection> _projections;
    private readonly ProjectionBell _bell;
    private readonly TimeProvider _time;
    private readonly ILogger _log;

    // Whoever asks for the latest state and the loop itself take turns.
    private readonly SemaphoreSlim _turn = new(1, 1);

    public Projector(
        PostgresDatabase database, EventCatalog catalog, ProjectionBell bell, TimeProvider time, ILogger<Projector> log)
        : this(database, catalog, ProjectionCatalog.All, bell, time, log)
    {
    }

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
            var places = await ReadPlacesAsync(cancellation);
            IReadOnlyList<FeedEntry> entries;
            do
            {
                entries = await _feed.ReadAsync(places.Values.Min(), BatchMax, cancellation);
                foreach (var projection in _projections.Where(_ => entries.Count > 0))
                {
                    await TakeInAsync(projection, entries, cancellation);
                    places[projection.Name] = entries[^1].Row.Ordering;
                }

                RecordLag(entries);
            }
            while (entries.Count > 0);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private void RecordLag(IReadOnlyList<FeedEntry> entries)
    {
        if (entries.Count > 0)
        {
            StorageMeters.ProjectionCaughtUp(TimeSpan.FromTicks(_time.GetUtcNow().UtcTicks - entries[^1].Row.Created));
        }
    }

    private async Task<Dictionary<string, long>> ReadPlacesAsync(CancellationToken cancellation)
    {
        foreach (var projection in _projections)
        {
            await _database.ExecuteAsync(InsertMissing, new { name = projection.Name }, cancellation);
        }

        var rows = await _database.QueryAsync<(string Projection, long Ordering)>(SelectPlaces, null, cancellation);
        var names = _projections.Select(projection => projection.Name).ToHashSet();
        return rows.Where(row => names.Contains(row.Projection))
            .ToDictionary(row => row.Projection, row => row.Ordering);
    }

    private async Task TakeInAsync(
        IProjection projection, IReadOnlyList<FeedEntry> entries, CancellationToken cancellation)
    {
        var poison = entries.Count == 1 ? entries[0].Failure : null;
        if (poison is null && entries.All(entry => entry.Failure is null))
        {
            try
            {
                await InTurnAsync(projection, entries, ApplyAsync, cancellation);
                return;
            }
            catch (Exception failure) when (
                failure is not OperationCanceledException && !PostgresFailures.IsTransient(failure))
            {
                poison = failure;
            }
        }

        if (entries.Count == 1)
        {
            await GoOnWithoutAsync(projection, entries[0], poison!, cancellation);
            return;
        }

        // One of them cannot be taken in. Which one is found by taking them in one at a time.
        foreach (var entry in entries)
        {
            await TakeInAsync(projection, [entry], cancellation);
        }

        Task ApplyAsync(NpgsqlConnection connection, IReadOnlyList<FeedEntry> fresh) =>
            projection.ApplyAsync(connection, [.. fresh.Select(entry => entry.ToEvent())], cancellation);
    }

    private async Task GoOnWithoutAsync(
        IProjection projection, FeedEntry entry, Exception failure, CancellationToken cancellation)
    {
        var row = entry.Row;
        await InTurnAsync(
            projection,
            [entry],
            (connection, _) => connection.ExecuteAsync(new CommandDefinition(
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

    /// <summary>
    /// Does the work for those entries that the projection has not seen, and moves its place, in one commit.
    /// </summary>
    private Task<bool> InTurnAsync(
        IProjection projection,
        IReadOnlyList<FeedEntry> entries,
        Func<NpgsqlConnection, IReadOnlyList<FeedEntry>, Task> work,
        CancellationToken cancellation) =>
        _database.InTransactionAsync(
            async connection =>
            {
                var name = projection.Name;
                var place = await connection.QuerySingleAsync<long>(
                    new CommandDefinition(LockPlace, new { name }, cancellationToken: cancellation));
                var fresh = entries.Where(entry => entry.Row.Ordering > place).ToList();
                if (fresh.Count > 0)
                {
                    await work(connection, fresh);
                    await connection.ExecuteAsync(new CommandDefinition(
                        MovePlace, new { name, ordering = fresh[^1].Row.Ordering }, cancellationToken: cancellation));
                }

                return fresh.Count > 0;
            },
            cancellation);
}

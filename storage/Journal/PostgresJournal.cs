using CrmUms.Storage.Projections;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CrmUms.Storage.Journal;

/// <summary>
/// The actors' journal and snapshots. Reads use the pool; writes use one connection of their own, one commit per batch.
/// While PostgreSQL is away a write waits and tries again, for about half a minute; then it fails.
/// </summary>
public sealed class PostgresJournal(
    PostgresDatabase database,
    IEventSerializer serializer,
    ProjectionBell bell,
    TimeProvider time,
    ILogger<PostgresJournal> log) : IEventJournal, IAsyncDisposable
{
    private const int AttemptMax = 20;

    private static readonly TimeSpan DelayMin = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan DelayMax = TimeSpan.FromSeconds(2);

    private readonly JournalWriter _writer = new(database);
    private readonly JournalReader _reader = new(database, serializer);
    private readonly SnapshotTable _snapshots = new(database, serializer);

    /// <summary>
    /// Writes have failed for good. Whoever wrote has stopped, the router perhaps among them: only a new start, which
    /// recovers all of them, brings them back.
    /// </summary>
    public event Action? GivenUp;

    public async Task<IReadOnlyList<Exception?>?> WriteAsync(
        IReadOnlyList<AtomicWrite> batch, CancellationToken cancellation)
    {
        var rows = JournalRows.Of(batch, serializer, out var rejections);
        if (rows.Count > 0)
        {
            var start = time.GetTimestamp();
            await WriteAsync(rows, cancellation);
            StorageMeters.JournalCommitted(rows.Count, time.GetElapsedTime(start));
            bell.Ring();
        }

        return rejections;
    }

    public IAsyncEnumerable<PersistedEvent> ReplayAsync(
        string persistenceId, long fromSequenceNr, long toSequenceNr, CancellationToken cancellation) =>
        _reader.ReplayAsync(persistenceId, fromSequenceNr, toSequenceNr, cancellation);

    public Task<long> ReadHighestSequenceNrAsync(string persistenceId, CancellationToken cancellation) =>
        _reader.HighestAsync(persistenceId, cancellation);

    public Task SaveSnapshotAsync(PersistedSnapshot snapshot, CancellationToken cancellation) =>
        _snapshots.SaveAsync(snapshot, cancellation);

    public Task<PersistedSnapshot?> LoadSnapshotAsync(
        string persistenceId, SnapshotSelectionCriteria criteria, CancellationToken cancellation) =>
        _snapshots.LoadAsync(persistenceId, criteria, cancellation);

    public Task DeleteSnapshotsAsync(
        string persistenceId, SnapshotSelectionCriteria criteria, CancellationToken cancellation) =>
        _snapshots.DeleteAsync(persistenceId, criteria, cancellation);

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private async Task WriteAsync(JournalRows rows, CancellationToken cancellation)
    {
        var delay = DelayMin;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // A commit whose answer was lost may stand: then it must not be done again.
                if (attempt == 1 || !await _writer.HasStoredAsync(rows, cancellation))
                {
                    await _writer.InsertAsync(rows, cancellation);
                }

                return;
            }
            catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.UniqueViolation)
            {
                throw new JournalConflictException("Another writer has taken a number of this batch.", failure);
            }
            catch (Exception failure) when (attempt < AttemptMax && PostgresFailures.IsTransient(failure))
            {
                log.JournalWriteDelayed(attempt, AttemptMax, delay.TotalMilliseconds, failure);
                await _writer.ResetAsync();
                await Task.Delay(delay, time, cancellation);
                delay = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, DelayMax.Ticks));
            }
            catch (Exception failure) when (failure is NpgsqlException or StorageException)
            {
                log.JournalWriteFailed(rows.Count, failure);
                await _writer.ResetAsync();
                GivenUp?.Invoke();
                throw failure is NpgsqlException raw ? PostgresFailures.Translate(raw) : failure;
            }
        }
    }
}

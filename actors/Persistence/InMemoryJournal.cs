using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CrmUms.Actors.Persistence;

/// <summary>A journal for tests. It keeps the objects themselves and outlives the actor systems that use it.</summary>
public sealed class InMemoryJournal : IEventJournal
{
    private readonly ConcurrentDictionary<string, Stream> _streams = new(StringComparer.Ordinal);

    /// <summary>Everything committed for one actor, in order.</summary>
    public IReadOnlyList<object> EventsOf(string persistenceId)
    {
        var stream = StreamOf(persistenceId);
        lock (stream)
        {
            return stream.Events.ConvertAll(stored => stored.Payload);
        }
    }

    public Task<IReadOnlyList<Exception?>?> WriteAsync(
        IReadOnlyList<AtomicWrite> batch, CancellationToken cancellation)
    {
        var conflict = FirstConflict(batch);
        if (conflict is not null)
        {
            return Task.FromException<IReadOnlyList<Exception?>?>(conflict);
        }

        foreach (var write in batch)
        {
            var stream = StreamOf(write.PersistenceId);
            lock (stream)
            {
                stream.Events.AddRange(write.Events);
                stream.Highest = write.HighestSequenceNr;
            }
        }

        return Task.FromResult<IReadOnlyList<Exception?>?>(null);
    }

    public async IAsyncEnumerable<PersistedEvent> ReplayAsync(
        string persistenceId,
        long fromSequenceNr,
        long toSequenceNr,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<PersistedEvent> fitting;
        var stream = StreamOf(persistenceId);
        lock (stream)
        {
            fitting = stream.Events.FindAll(
                stored => stored.SequenceNr >= fromSequenceNr && stored.SequenceNr <= toSequenceNr);
        }

        await Task.CompletedTask;
        foreach (var stored in fitting)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return stored;
        }
    }

    public Task<long> ReadHighestSequenceNrAsync(string persistenceId, CancellationToken cancellation)
    {
        var stream = StreamOf(persistenceId);
        lock (stream)
        {
            return Task.FromResult(stream.Highest);
        }
    }

    public Task SaveSnapshotAsync(PersistedSnapshot snapshot, CancellationToken cancellation)
    {
        var stream = StreamOf(snapshot.PersistenceId);
        lock (stream)
        {
            stream.Snapshots[snapshot.SequenceNr] = snapshot;
        }

        return Task.CompletedTask;
    }

    public Task<PersistedSnapshot?> LoadSnapshotAsync(
        string persistenceId, SnapshotSelectionCriteria criteria, CancellationToken cancellation)
    {
        var stream = StreamOf(persistenceId);
        lock (stream)
        {
            return Task.FromResult(stream.Snapshots.Values.LastOrDefault(criteria.Fits));
        }
    }

    public Task DeleteSnapshotsAsync(
        string persistenceId, SnapshotSelectionCriteria criteria, CancellationToken cancellation)
    {
        var stream = StreamOf(persistenceId);
        lock (stream)
        {
            foreach (var snapshot in stream.Snapshots.Values.Where(criteria.Fits).ToList())
            {
                stream.Snapshots.Remove(snapshot.SequenceNr);
            }
        }

        return Task.CompletedTask;
    }

    private JournalConflictException? FirstConflict(IReadOnlyList<AtomicWrite> batch)
    {
        var expected = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var write in batch)
        {
            if (!expected.TryGetValue(write.PersistenceId, out var highest))
            {
                highest = StreamOf(write.PersistenceId).Highest;
            }

            if (write.LowestSequenceNr <= highest)
            {
                return new JournalConflictException(
                    $"{write.PersistenceId} is at {highest} and cannot take {write.LowestSequenceNr}.");
            }

            expected[write.PersistenceId] = write.HighestSequenceNr;
        }

        return null;
    }

    private Stream StreamOf(string persistenceId) => _streams.GetOrAdd(persistenceId, static _ => new Stream());

    private sealed class Stream
    {
        public List<PersistedEvent> Events { get; } = [];

        public SortedDictionary<long, PersistedSnapshot> Snapshots { get; } = [];

        public long Highest { get; set; }
    }
}

using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>
/// A journal in memory that remembers everything in the order of the commits; it outlives a killed server.
/// </summary>
internal sealed class WitnessJournal : IEventJournal, IOpenInteractions
{
    private readonly InMemoryJournal _inner = new();
    private readonly Lock _gate = new(); // Written by the kernel's writer, read by the test.
    private readonly List<object> _events = [];
    private readonly List<int> _writes = [];

    public IReadOnlyList<object> Events
    {
        get
        {
            lock (_gate)
            {
                return [.. _events];
            }
        }
    }

    /// <summary>How many events were written at once, write by write.</summary>
    public IReadOnlyList<int> Writes
    {
        get
        {
            lock (_gate)
            {
                return [.. _writes];
            }
        }
    }

    /// <summary>Nobody of this name recovers any more: what he was is never read.</summary>
    public string? Unreadable { get; set; }

    public IEnumerable<T> Of<T>() => Events.OfType<T>();

    public async Task<IReadOnlyList<Exception?>?> WriteAsync(
        IReadOnlyList<AtomicWrite> batch,
        CancellationToken cancellation
    )
    {
        var rejected = await _inner.WriteAsync(batch, cancellation);
        lock (_gate)
        {
            _writes.AddRange(batch.Select(write => write.Events.Count));
            _events.AddRange(batch.SelectMany(write => write.Events).Select(each => each.Payload));
        }

        return rejected;
    }

    public Task<IReadOnlyList<InteractionId>> ListAsync(CancellationToken cancellation)
    {
        var closed = Of<InteractionClosed>().Select(each => each.Interaction).ToHashSet();
        return Task.FromResult<IReadOnlyList<InteractionId>>([
            .. Of<IInteractionEvent>().Select(each => each.Interaction).Distinct().Except(closed),
        ]);
    }

    public IAsyncEnumerable<PersistedEvent> ReplayAsync(
        string persistenceId,
        long fromSequenceNr,
        long toSequenceNr,
        CancellationToken cancellation
    ) => _inner.ReplayAsync(persistenceId, fromSequenceNr, toSequenceNr, cancellation);

    public Task<long> ReadHighestSequenceNrAsync(string persistenceId, CancellationToken cancellation) =>
        _inner.ReadHighestSequenceNrAsync(persistenceId, cancellation);

    public Task SaveSnapshotAsync(PersistedSnapshot snapshot, CancellationToken cancellation) =>
        _inner.SaveSnapshotAsync(snapshot, cancellation);

    public Task<PersistedSnapshot?> LoadSnapshotAsync(
        string persistenceId,
        SnapshotSelectionCriteria criteria,
        CancellationToken cancellation
    ) => persistenceId == Unreadable
        ? new TaskCompletionSource<PersistedSnapshot?>().Task
        : _inner.LoadSnapshotAsync(persistenceId, criteria, cancellation);

    public Task DeleteSnapshotsAsync(
        string persistenceId,
        SnapshotSelectionCriteria criteria,
        CancellationToken cancellation
    ) => _inner.DeleteSnapshotsAsync(persistenceId, criteria, cancellation);
}

using System.Runtime.CompilerServices;

namespace CrmUms.Actors.Tests.Persistence;

/// <summary>A journal in memory whose commits wait for the test, or go wrong as the test says.</summary>
public sealed class GatedJournal : IEventJournal
{
    private readonly InMemoryJournal _inner = new();
    private volatile TaskCompletionSource _gate = Opened();
    private int _recovering;

    public List<int> BatchSizes { get; } = [];

    public int RecoveringMost { get; private set; }

    public Func<AtomicWrite, Exception?> Reject { get; set; } = static _ => null;

    public Func<IReadOnlyList<AtomicWrite>, Exception?> Fail { get; set; } = static _ => null;

    public Func<string, Exception?> FailRecovery { get; set; } = static _ => null;

    public IReadOnlyList<object> EventsOf(string persistenceId) => _inner.EventsOf(persistenceId);

    public void Close() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => _gate.TrySetResult();

    public async Task<IReadOnlyList<Exception?>?> WriteAsync(
        IReadOnlyList<AtomicWrite> batch, CancellationToken cancellation)
    {
        lock (BatchSizes)
        {
            BatchSizes.Add(batch.Count);
        }

        await _gate.Task;
        if (Fail(batch) is { } failure)
        {
            throw failure;
        }

        var rejections = batch.Select(Reject).ToList();
        var stored = batch.Where((_, index) => rejections[index] is null).ToList();
        await _inner.WriteAsync(stored, cancellation);
        return rejections;
    }

    public async IAsyncEnumerable<PersistedEvent> ReplayAsync(
        string persistenceId,
        long fromSequenceNr,
        long toSequenceNr,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (FailRecovery(persistenceId) is { } failure)
        {
            throw failure;
        }

        RecoveringMost = Math.Max(RecoveringMost, Interlocked.Increment(ref _recovering));
        await Task.Yield();
        await foreach (var stored in _inner.ReplayAsync(persistenceId, fromSequenceNr, toSequenceNr, cancellation))
        {
            yield return stored;
        }

        Interlocked.Decrement(ref _recovering);
    }

    public Task<long> ReadHighestSequenceNrAsync(string persistenceId, CancellationToken cancellation) =>
        _inner.ReadHighestSequenceNrAsync(persistenceId, cancellation);

    public Task SaveSnapshotAsync(PersistedSnapshot snapshot, CancellationToken cancellation) =>
        _inner.SaveSnapshotAsync(snapshot, cancellation);

    public Task<PersistedSnapshot?> LoadSnapshotAsync(
        string persistenceId, SnapshotSelectionCriteria criteria, CancellationToken cancellation) =>
        _inner.LoadSnapshotAsync(persistenceId, criteria, cancellation);

    public Task DeleteSnapshotsAsync(
        string persistenceId, SnapshotSelectionCriteria criteria, CancellationToken cancellation) =>
        _inner.DeleteSnapshotsAsync(persistenceId, criteria, cancellation);

    private static TaskCompletionSource Opened()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}

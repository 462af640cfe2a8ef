using System.Collections.Concurrent;
using System.Threading.Channels;
using CrmUms.Actors.Cells;
using CrmUms.Actors.Mailboxes;
using Microsoft.Extensions.Logging;

namespace CrmUms.Actors.Persistence;

/// <summary>
/// Writes for all actors. While one commit is under way, the writes of everybody else gather and become the next batch,
/// so the number of commits follows the speed of the disk and not the number of actors. Order is kept.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private readonly Channel<PendingWrites> _line = Channel.CreateUnbounded<PendingWrites>(
        new UnboundedChannelOptions { SingleReader = true });

    // Taken from the line and not yet answered. Touched by the loop alone.
    private readonly Queue<PendingWrites> _gathered = new();
    // How many writes of an actor are under way, by its persistence id.
    private readonly ConcurrentDictionary<string, int> _underWay = new(StringComparer.Ordinal);
    private readonly IEventJournal _journal;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly BusyCounter? _busy;
    private readonly int _batchMax;
    private readonly int _backlogMax;
    private readonly Task _loop;
    private int _backlog;

    public GroupCommit(IEventJournal journal, ActorSystemOptions options, ILogger log, BusyCounter? busy)
    {
        _journal = journal;
        _time = options.TimeProvider;
        _log = log;
        _busy = busy;
        _batchMax = options.JournalBatchMax;
        _backlogMax = options.JournalBacklogMax;
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Writes handed over and not yet answered.</summary>
    public int Backlog => Volatile.Read(ref _backlog);

    public void Submit(PendingWrites pending)
    {
        _busy?.Entered();
        pending.SubmittedAt = _time.GetTimestamp();
        foreach (var write in pending.Writes)
        {
            _underWay.AddOrUpdate(write.PersistenceId, 1, static (_, count) => count + 1);
        }

        if (Interlocked.Add(ref _backlog, pending.Writes.Count) > _backlogMax)
        {
            pending.FailAll(new InvalidOperationException($"{_backlogMax} writes wait for the journal already."));
            Settle(pending);
        }
        else if (!_line.Writer.TryWrite(pending))
        {
            pending.FailAll(new InvalidOperationException("The actor system has stopped writing."));
            Settle(pending);
        }
    }

    /// <summary>Completes when everything that this actor submitted before this call is stored or has failed.</summary>
    public Task WhenWrittenAsync(string persistenceId)
    {
        if (!_underWay.ContainsKey(persistenceId))
        {
            return Task.CompletedTask;
        }

        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Submit(new PendingWrites([], _ => written.SetResult()));
        return written.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _line.Writer.TryComplete();
        await _loop;
    }

    private async Task RunAsync()
    {
        try
        {
            await WriteInBatchesAsync();
        }
        catch (Exception defect) when (Fault.IsForTheParent(defect))
        {
            // Whoever still waits must hear of it, or its actor would wait for ever.
            ActorLog.WriterFailed(_log, defect);
            _line.Writer.TryComplete();
            while (_gathered.TryDequeue(out var pending) || _line.Reader.TryRead(out pending))
            {
                pending.FailAll(defect);
                Settle(pending);
            }
        }
    }

    private async Task WriteInBatchesAsync()
    {
        var batch = new List<AtomicWrite>();
        while (await _line.Reader.WaitToReadAsync())
        {
            var events = 0;
            while (events < _batchMax && _line.Reader.TryRead(out var pending))
            {
                _gathered.Enqueue(pending);
                batch.AddRange(pending.Writes);
                events += pending.Writes.Sum(write => write.Events.Count);
            }

            if (batch.Count > 0)
            {
                await CommitAsync(batch);
                ActorMeters.BatchSize.Record(events);
            }

            batch.Clear();
            while (_gathered.TryDequeue(out var pending))
            {
                Settle(pending);
            }
        }
    }

    private async Task CommitAsync(List<AtomicWrite> batch)
    {
        try
        {
            if (await _journal.WriteAsync(batch, CancellationToken.None) is { } rejections)
            {
                Each((pending, index, place) =>
                {
                    if (rejections[place] is { } cause)
                    {
                        pending.Reject(index, cause);
                    }
                });
            }
        }
        catch (JournalConflictException conflict) when (batch.Count > 1)
        {
            ActorLog.BatchConflicts(_log, batch.Count, conflict);
            await CommitOneByOneAsync();
        }
        catch (Exception cause) when (Fault.IsForTheParent(cause))
        {
            ActorLog.BatchFailed(_log, batch.Count, cause);
            foreach (var pending in _gathered)
            {
                pending.FailAll(cause);
            }
        }
    }

    /// <summary>One writer's conflict must not stop the others.</summary>
    private async Task CommitOneByOneAsync()
    {
        // What follows a failed write of the same actor would leave a gap.
        var failed = new Dictionary<string, Exception>(StringComparer.Ordinal);
        foreach (var pending in _gathered)
        {
            for (var index = 0; index < pending.Writes.Count; index++)
            {
                var write = pending.Writes[index];
                if (!failed.TryGetValue(write.PersistenceId, out var cause))
                {
                    cause = await CommitAloneAsync(pending, index);
                }

                if (cause is not null)
                {
                    failed[write.PersistenceId] = cause;
                    pending.Fail(index, cause);
                }
            }
        }
    }

    private async Task<Exception?> CommitAloneAsync(PendingWrites pending, int index)
    {
        try
        {
            if (await _journal.WriteAsync([pending.Writes[index]], CancellationToken.None) is [{ } rejection])
            {
                pending.Reject(index, rejection);
            }

            return null;
        }
        catch (Exception cause) when (Fault.IsForTheParent(cause))
        {
            return cause;
        }
    }

    private void Settle(PendingWrites pending)
    {
        Interlocked.Add(ref _backlog, -pending.Writes.Count);
        foreach (var write in pending.Writes)
        {
            Landed(write.PersistenceId);
        }

        pending.Complete();
        _busy?.Left();
        if (pending.Writes.Count > 0)
        {
            ActorMeters.Commit.Record(_time.GetElapsedTime(pending.SubmittedAt).TotalSeconds);
        }

        if (pending.Failures is not null)
        {
            ActorMeters.JournalFailures.Add(pending.Failures.Length);
        }
    }

    private void Landed(string persistenceId)
    {
        if (_underWay.AddOrUpdate(persistenceId, 0, static (_, count) => count - 1) == 0)
        {
            _underWay.TryRemove(KeyValuePair.Create(persistenceId, 0));
        }
    }

    private void Each(Action<PendingWrites, int, int> visit)
    {
        var place = 0;
        foreach (var pending in _gathered)
        {
            for (var index = 0; index < pending.Writes.Count; index++)
            {
                visit(pending, index, place++);
            }
        }
    }
}

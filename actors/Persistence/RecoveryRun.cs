using CrmUms.Actors.Cells;

namespace CrmUms.Actors.Persistence;

/// <summary>
/// Reads one actor's past outside its turns and hands it over in parts. The next part is read when the last one is
/// applied, so a long past never piles up in memory; the permit is kept until the end.
/// </summary>
internal sealed class RecoveryRun(
    Eventsourced actor, PersistenceRuntime runtime, Recovery recovery, CancellationToken life)
{
    private const int PartMax = 256;
    private readonly string _id = actor.PersistenceId;

    public async Task RunAsync()
    {
        // Off the actor's turn at once, whatever the journal does before its first await.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            await ReadAsync();
        }
        catch (OperationCanceledException) when (life.IsCancellationRequested)
        {
            // The instance is gone; nobody is left to hear of it.
        }
        catch (Exception cause) when (Fault.IsForTheParent(cause))
        {
            actor.PostRecoveryFailure(cause);
        }
        finally
        {
            runtime.Busy?.Left();
        }
    }

    private async Task ReadAsync()
    {
        // An earlier life of this id may still have writes under way: they are part of the past.
        await runtime.Writer.WhenWrittenAsync(_id).WaitAsync(life);
        await runtime.Permits.WaitAsync(life);
        try
        {
            var highest = await ApplySnapshotAsync();
            highest = highest < 0 ? highest : await ApplyEventsAsync(highest);
            if (highest >= 0)
            {
                actor.PostRecovered(highest);
            }
        }
        finally
        {
            runtime.Permits.Release();
        }
    }

    /// <summary>The number to go on from, or -1 when the actor gave up.</summary>
    private async Task<long> ApplySnapshotAsync()
    {
        if (recovery.FromSnapshot.MaxSequenceNr <= 0
            || await runtime.Journal.LoadSnapshotAsync(_id, recovery.FromSnapshot, life) is not { } stored)
        {
            return 0;
        }

        var offer = new SnapshotOffer(
            new SnapshotMetadata(_id, stored.SequenceNr, stored.At.UtcDateTime), stored.Payload);
        return await actor.ApplyAsync(offer, []) ? stored.SequenceNr : -1;
    }

    private async Task<long> ApplyEventsAsync(long highest)
    {
        var left = recovery.ReplayMax;
        if (highest < recovery.ToSequenceNr && left > 0)
        {
            var part = new List<PersistedEvent>();
            await foreach (var stored in runtime.Journal.ReplayAsync(
                _id, highest + 1, recovery.ToSequenceNr, life))
            {
                part.Add(stored);
                highest = stored.SequenceNr;
                if (part.Count == PartMax)
                {
                    if (!await actor.ApplyAsync(snapshot: null, part))
                    {
                        return -1;
                    }

                    part = [];
                }

                if (--left == 0)
                {
                    break;
                }
            }

            if (part.Count > 0 && !await actor.ApplyAsync(snapshot: null, part))
            {
                return -1;
            }
        }

        // Only a recovery that reads to the end knows the highest number by itself.
        return left > 0 && recovery.ToSequenceNr == long.MaxValue
            ? highest
            : await runtime.Journal.ReadHighestSequenceNrAsync(_id, life);
    }
}

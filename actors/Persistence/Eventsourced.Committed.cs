using CrmUms.Actors.Cells;

namespace CrmUms.Actors.Persistence;

public abstract partial class Eventsourced
{
    // What the journal said of each event, in the order of the invocations that wait for it.
    private readonly Queue<Outcome> _outcomes = new();

    private void Written(PendingWrites written)
    {
        for (var index = 0; index < written.Writes.Count; index++)
        {
            var write = written.Writes[index];
            if (written.Failures?[index] is { } failure)
            {
                var first = write.Events[0];
                StopAfter(() => OnPersistFailure(failure, first.Payload, first.SequenceNr));
                return;
            }

            foreach (var stored in write.Events)
            {
                _outcomes.Enqueue(new Outcome(stored, written.Rejections?[index]));
            }
        }

        Continue();
    }

    /// <summary>Runs the handlers of what is committed, until one awaits or fails.</summary>
    private void Continue()
    {
        while (!Cell.IsFailed && !Cell.IsTerminating && !Cell.HasHold(Hold.Awaiting)
            && _invocations.TryPeek(out var next) && (!next.NeedsCommit || _outcomes.Count > 0))
        {
            _invocations.Dequeue();
            var outcome = next.NeedsCommit ? _outcomes.Dequeue() : null;
            Cell.WithEnvelope(next.Message, next.Sender, () => Settle(next, outcome));
        }

        Flush();
    }

    private void Settle(Invocation invocation, Outcome? outcome)
    {
        try
        {
            if (outcome is { Rejection: { } rejection })
            {
                OnPersistRejected(rejection, invocation.Event, outcome.Stored.SequenceNr);
                return;
            }

            LastSequenceNr = outcome?.Stored.SequenceNr ?? LastSequenceNr;
            invocation.Handler(invocation.Event);
        }
        finally
        {
            // What the handler persists itself holds the mailbox anew, before this invocation lets go of it.
            if (invocation.IsStashing && --_stashingInvocations == 0)
            {
                Cell.RemoveHold(Hold.Persisting);
            }

            Flush();
        }
    }

    private sealed record Outcome(PersistedEvent Stored, Exception? Rejection);
}

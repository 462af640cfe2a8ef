using CrmUms.Actors.Cells;

namespace CrmUms.Actors.Stashing;

/// <summary>Bounded putting-aside of messages, owned by one instance.</summary>
internal sealed class Stash(ActorCell cell) : IStash
{
    private readonly LinkedList<Envelope> _aside = [];
    private long _lastEnvelope = -1;

    void IStash.Stash()
    {
        var message = cell.CurrentMessage
            ?? throw new IllegalActorStateException("There is no current message to stash.");
        if (_lastEnvelope == cell.EnvelopesHandled)
        {
            throw new IllegalActorStateException($"The same {message.GetType().Name} is stashed a second time.");
        }

        if (_aside.Count >= cell.SystemImpl.StashMax)
        {
            throw new StashOverflowException($"{cell.Self} has stashed {_aside.Count} messages.");
        }

        _lastEnvelope = cell.EnvelopesHandled;
        _aside.AddLast(new Envelope(message, cell.Sender));
    }

    public void Unstash()
    {
        if (_aside.First is { } first)
        {
            _aside.RemoveFirst();
            cell.PutInFront([first.Value]);
        }
    }

    public void UnstashAll() => UnstashAll(static _ => true);

    public void UnstashAll(Func<Envelope, bool> predicate)
    {
        var back = _aside.Where(predicate).ToList();
        _aside.Clear();
        cell.PutInFront(back);
    }

    public IEnumerable<Envelope> ClearStash()
    {
        var cleared = _aside.ToList();
        _aside.Clear();
        return cleared;
    }

    public void Prepend(IEnumerable<Envelope> envelopes)
    {
        foreach (var envelope in envelopes.Reverse())
        {
            _aside.AddFirst(envelope);
        }
    }
}

using CrmUms.AgentWeb.Contracts;

namespace CrmUms.AgentWeb.Desks;

/// <summary>The last commands of one desk: a repeat is answered from here and carried out no second time.</summary>
internal sealed class CommandMemory(int capacity)
{
    private readonly Dictionary<Guid, Entry> _entries = [];
    private readonly Queue<Guid> _oldestFirst = new();

    /// <summary>
    /// True when the command is new and must be carried out; otherwise the asker gets the first one's reply.
    /// </summary>
    public bool Begin(Guid command, IActorRef asker)
    {
        if (_entries.TryGetValue(command, out var entry))
        {
            if (entry.Reply is { } reply)
            {
                asker.Tell(reply);
            }
            else
            {
                entry.Askers.Add(asker);
            }

            return false;
        }

        if (_oldestFirst.Count >= capacity)
        {
            _entries.Remove(_oldestFirst.Dequeue());
        }

        _oldestFirst.Enqueue(command);
        _entries.Add(command, new Entry { Askers = { asker } });
        return true;
    }

    public void Finish(Guid command, CommandReply reply)
    {
        if (_entries.TryGetValue(command, out var entry))
        {
            entry.Reply = reply;
            entry.Askers.ForEach(asker => asker.Tell(reply));
            entry.Askers.Clear();
        }
    }

    private sealed class Entry
    {
        public List<IActorRef> Askers { get; } = [];

        public CommandReply? Reply { get; set; }
    }
}

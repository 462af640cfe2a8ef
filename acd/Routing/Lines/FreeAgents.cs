namespace CrmUms.Acd.Routing.Lines;

/// <summary>
/// The free agents of a line, best first. Whoever becomes free is only noted, and given his rank when a caller asks:
/// an agent serves dozens of lines and is called away through one of them, mostly before the others were looked at.
/// </summary>
internal sealed class FreeAgents(QueueSlot queue)
{
    private const int SweepAtLeastAt = 64;

    private readonly LazyHeap<FreeEntry> _ranked = new();
    private Newcomer[] _newcomers = [];
    private int _newcomersCount;
    private int _sweepAt = SweepAtLeastAt;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <param name="agent">Who has become free.</param>
    /// <param name="place">Which of his lines this one is.</param>
    public void Add(AgentSlot agent, int place)
    {
        Count++;
        if (_newcomersCount == _sweepAt)
        {
            Sweep();
        }

        if (_newcomersCount == _newcomers.Length)
        {
            Array.Resize(ref _newcomers, Math.Max(4, _newcomersCount * 2));
        }

        _newcomers[_newcomersCount++] = new Newcomer(agent, agent.Stamp, place);
    }

    /// <summary>One of them is not free any more; his stamp has grown.</summary>
    public void Leave() => Count--;

    public bool TryPeek(out FreeEntry best)
    {
        if (Count == 0)
        {
            best = default;
            return false;
        }

        Rank();
        return _ranked.TryPeek(out best);
    }

    /// <summary>Copies the best, in order. Returns how many there were.</summary>
    public int CopyFirst(Span<FreeEntry> into)
    {
        Rank();
        return _ranked.CopyFirst(into);
    }

    private void Rank()
    {
        foreach (ref readonly var newcomer in _newcomers.AsSpan(0, _newcomersCount))
        {
            if (newcomer.IsLive)
            {
                ref var place = ref newcomer.Agent.Lines[newcomer.Place];
                var rank = queue.Strategy.Rank(new Standing(newcomer.Agent, queue, place.Fit));
                _ranked.Push(new FreeEntry(newcomer.Agent, newcomer.Place, place.Preference, rank));
            }
        }

        Array.Clear(_newcomers, 0, _newcomersCount);
        _newcomersCount = 0;
    }

    private void Sweep()
    {
        var live = 0;
        for (var index = 0; index < _newcomersCount; index++)
        {
            if (_newcomers[index].IsLive)
            {
                _newcomers[live++] = _newcomers[index];
            }
        }

        Array.Clear(_newcomers, live, _newcomersCount - live);
        _newcomersCount = live;
        _sweepAt = Math.Max(SweepAtLeastAt, live * 2);
    }

    private readonly record struct Newcomer(AgentSlot Agent, int Stamp, int Place)
    {
        public bool IsLive => Agent.Stamp == Stamp;
    }
}

/// <summary>A free agent in a line. His rank does not change while he is free.</summary>
internal readonly struct FreeEntry(AgentSlot agent, int place, int preference, double rank) : IHeapEntry<FreeEntry>
{
    private readonly double _rank = rank;
    private readonly long _idleSince = agent.IdleSince.UtcTicks;
    private readonly int _stamp = agent.Stamp;
    private readonly short _preference = (short)preference;
    private readonly short _place = (short)place;

    public AgentSlot Agent { get; } = agent;

    public ref readonly AgentLine Place => ref Agent.Lines[_place];

    public bool IsLive => Agent.Stamp == _stamp;

    public bool ComesBefore(in FreeEntry other) =>
        _preference != other._preference ? _preference < other._preference
        : _rank != other._rank ? _rank < other._rank
        : _idleSince != other._idleSince ? _idleSince < other._idleSince
        : Agent.Agent.Value.CompareTo(other.Agent.Agent.Value) < 0;
}

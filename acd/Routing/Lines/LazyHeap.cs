namespace CrmUms.Acd.Routing.Lines;

/// <summary>An entry of a <see cref="LazyHeap{T}"/>.</summary>
internal interface IHeapEntry<T>
    where T : struct
{
    /// <summary>False once what it stands for has moved on; it never comes back to life.</summary>
    bool IsLive { get; }

    /// <summary>
    /// A total order, so that the first is the same however the entries came in. It must never change, not even once
    /// the entry is dead.
    /// </summary>
    bool ComesBefore(in T other);
}

/// <summary>
/// A priority queue from which nothing is ever removed but the first: what has moved on stays behind as a dead entry,
/// dropped when it comes to the front or when the dead outnumber the living.
/// </summary>
internal sealed class LazyHeap<T>
    where T : struct, IHeapEntry<T>
{
    private const int Children = 4; // Shallower than two: fewer cache misses on the way down.
    private const int SweepAtLeastAt = 64;

    private T[] _entries = [];
    private int _sweepAt = SweepAtLeastAt;

    /// <summary>Entries, the dead included.</summary>
    public int Count { get; private set; }

    public void Push(in T entry)
    {
        if (Count >= _sweepAt)
        {
            Sweep();
        }

        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(Children, Count * 2));
        }

        Up(Count++, entry);
    }

    public bool TryPeek(out T first)
    {
        while (Count > 0)
        {
            first = _entries[0];
            if (first.IsLive)
            {
                return true;
            }

            Pop();
        }

        first = default;
        return false;
    }

    public void Pop()
    {
        var last = _entries[--Count];
        _entries[Count] = default;
        if (Count > 0)
        {
            Down(0, last);
        }
    }

    /// <summary>Copies the first live entries, in order. Returns how many there were.</summary>
    public int CopyFirst(Span<T> into)
    {
        var count = 0;
        while (count < into.Length && TryPeek(out var first))
        {
            into[count++] = first;
            Pop();
        }

        for (var index = 0; index < count; index++)
        {
            Push(into[index]);
        }

        return count;
    }

    private void Sweep()
    {
        var live = 0;
        for (var index = 0; index < Count; index++)
        {
            if (_entries[index].IsLive)
            {
                _entries[live++] = _entries[index];
            }
        }

        Array.Clear(_entries, live, Count - live);
        Count = live;
        for (var index = (live - 2) / Children; index >= 0 && live > 1; index--)
        {
            Down(index, _entries[index]);
        }

        _sweepAt = Math.Max(SweepAtLeastAt, live * 2);
    }

    private void Up(int index, in T entry)
    {
        while (index > 0)
        {
            var parent = (index - 1) / Children;
            if (!entry.ComesBefore(_entries[parent]))
            {
                break;
            }

            _entries[index] = _entries[parent];
            index = parent;
        }

        _entries[index] = entry;
    }

    private void Down(int index, T entry)
    {
        while (true)
        {
            var child = (index * Children) + 1;
            if (child >= Count)
            {
                break;
            }

            var first = child;
            var end = Math.Min(child + Children, Count);
            while (++child < end)
            {
                if (_entries[child].ComesBefore(_entries[first]))
                {
                    first = child;
                }
            }

            if (!_entries[first].ComesBefore(entry))
            {
                break;
            }

            _entries[index] = _entries[first];
            index = first;
        }

        _entries[index] = entry;
    }
}

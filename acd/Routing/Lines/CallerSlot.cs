using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing.Lines;

/// <summary>A caller who waits.</summary>
internal sealed class CallerSlot(InteractionId interaction)
{
    public InteractionId Interaction { get; } = interaction;

    public QueueId Queue { get; set; }

    public DateTimeOffset Since { get; set; }

    public int Priority { get; set; }

    /// <summary>Null when he has given up waiting for anybody in particular.</summary>
    public IReadOnlyList<PreferredAgent>? Preferred { get; set; }

    /// <summary>What he asks of an agent besides what his queue does; null for nothing.</summary>
    public string? Skills { get; set; }

    /// <summary>Nothing else is asked: neither what his queue asks, nor that one serves it.</summary>
    public bool SkillsOnly { get; set; }

    /// <summary>The line he stands in; null when he waits personally, or for rules that know his queue.</summary>
    public Line? Line { get; set; }

    /// <summary>Grows whenever he moves: entries with an older stamp are dead.</summary>
    public int Stamp { get; set; }

    /// <summary>The smallest is served first. It never changes with time: age grows for all alike.</summary>
    public long Key { get; set; }

    /// <summary>Who goes first when the keys are the same.</summary>
    public bool IsBefore(CallerSlot other) => Interaction.Value.CompareTo(other.Interaction.Value) < 0;
}

/// <summary>A caller in a line, or in an agent's personal line.</summary>
internal readonly struct WaitingEntry(CallerSlot caller) : IHeapEntry<WaitingEntry>
{
    private readonly long _key = caller.Key;
    private readonly int _stamp = caller.Stamp;

    public CallerSlot Caller { get; } = caller;

    public bool IsLive => Caller.Stamp == _stamp;

    // Of the caller only what never changes is compared: a dead entry must keep its place as well.
    public bool ComesBefore(in WaitingEntry other) =>
        _key != other._key ? _key < other._key : Caller.IsBefore(other.Caller);
}

/// <summary>The moment at which a caller moves on: to the next step, or away from a personal line.</summary>
internal readonly struct DueEntry(CallerSlot caller, DateTimeOffset due) : IHeapEntry<DueEntry>
{
    private readonly int _stamp = caller.Stamp;
    private readonly long _due = due.UtcTicks;
    private readonly long _key = caller.Key;

    public CallerSlot Caller { get; } = caller;

    public DateTimeOffset Due => new(_due, TimeSpan.Zero);

    public bool IsLive => Caller.Stamp == _stamp;

    public bool ComesBefore(in DueEntry other) =>
        _due != other._due ? _due < other._due
        : _key != other._key ? _key < other._key
        : Caller.IsBefore(other.Caller);
}

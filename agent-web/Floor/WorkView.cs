using CrmUms.AgentWeb.Contracts;

namespace CrmUms.AgentWeb.Floor;

/// <summary>
/// What agents see of the floor who serve the same queues: who waits there, numbered for them alone, so that what
/// happens elsewhere leaves no gap. Knows no actor and no clock.
/// </summary>
internal sealed class WorkView
{
    private readonly IReadOnlyList<WorkQueue> _queues;
    private readonly HashSet<string> _ids;
    private readonly Dictionary<string, FloorCaller> _callers;

    /// <param name="queues">Those that they serve.</param>
    /// <param name="callers">All of the floor, as it was last sent.</param>
    public WorkView(IReadOnlyList<WorkQueue> queues, IEnumerable<FloorCaller> callers)
    {
        _queues = queues;
        _ids = [.. queues.Select(queue => queue.Id)];
        _callers = callers.Where(IsTheirs).ToDictionary(caller => caller.InteractionId);
    }

    public long Sequence { get; private set; }

    public bool IsOf(IReadOnlyList<WorkQueue> queues) => _queues.SequenceEqual(queues);

    /// <summary>What of it concerns them, as the next event; null when nothing does.</summary>
    public WorkChange? Take(FloorChange change)
    {
        var changed = (change.Callers ?? []).Where(IsTheirs).ToList();
        var elsewhere = (change.Callers ?? [])
            .Where(caller => !IsTheirs(caller))
            .Select(caller => caller.InteractionId);
        var gone = elsewhere.Concat(change.CallersGone ?? []).Where(_callers.Remove).ToList();
        changed.ForEach(caller => _callers[caller.InteractionId] = caller);
        return changed.Count == 0 && gone.Count == 0
            ? null
            : new WorkChange(++Sequence, change.ServerNow)
            {
                Callers = changed.Count == 0 ? null : changed,
                CallersGone = gone.Count == 0 ? null : gone,
            };
    }

    /// <summary>All of it, as it was with the last event.</summary>
    public WorkSnapshot Snapshot(DateTimeOffset now) => new(Sequence, now, _queues, [.. _callers.Values]);

    private bool IsTheirs(FloorCaller caller) => caller.Place is null && _ids.Contains(caller.QueueId);
}

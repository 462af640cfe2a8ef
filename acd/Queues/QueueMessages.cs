using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Queues;

/// <summary>Command to the <c>queues</c> actor: make or change a queue. Answered by <see cref="QueueReply"/>.</summary>
public sealed record ConfigureQueue(QueueConfiguration Configuration);

/// <summary>Query to the <c>queues</c> actor: answered by <see cref="QueueViews"/>.</summary>
public sealed record GetQueueViews;

/// <summary>Reply: all queues.</summary>
public sealed record QueueViews(IReadOnlyList<QueueView> Queues);

/// <summary>What a screen shows of a queue.</summary>
/// <param name="Configuration">How it works.</param>
/// <param name="Waiting">Callers who wait now.</param>
/// <param name="LongestWaitSince">Since when the first of them waits; null when nobody does.</param>
public sealed record QueueView(QueueConfiguration Configuration, int Waiting, DateTimeOffset? LongestWaitSince);

/// <summary>Reply to a command about a queue.</summary>
/// <param name="Problem">Null when carried out; otherwise what makes no sense, as a stable code.</param>
public sealed record QueueReply(string? Problem);

/// <summary>Command to a queue: this caller waits here (again). Answered by <see cref="EnqueueOutcome"/>.</summary>
/// <param name="Interaction">Who.</param>
/// <param name="Since">First queued; null when he comes for the first time, and then he may be refused.</param>
public sealed record EnqueueCaller(InteractionId Interaction, DateTimeOffset? Since);

/// <summary>News for a queue: this caller does not wait any more.</summary>
public sealed record LeaveQueue(InteractionId Interaction);

/// <summary>Reply to <see cref="EnqueueCaller"/>.</summary>
public abstract record EnqueueOutcome
{
    private EnqueueOutcome()
    {
    }

    /// <summary>He waits; the router knows.</summary>
    /// <param name="Since">First queued.</param>
    public sealed record Waits(DateTimeOffset Since) : EnqueueOutcome;

    /// <summary>All places are taken.</summary>
    /// <param name="WaitingMax">How many there are.</param>
    public sealed record Full(int WaitingMax) : EnqueueOutcome;
}

/// <summary>What an interaction needs to know of the queue that a number leads to.</summary>
/// <param name="Configuration">How it works.</param>
/// <param name="Queue">The queue's actor.</param>
public sealed record QueueEntry(QueueConfiguration Configuration, IActorRef Queue);

/// <summary>A queue's word to its parent: recovered or changed.</summary>
/// <param name="Queue">Which.</param>
/// <param name="Entry">Null when it was added and never configured.</param>
/// <param name="Asker">Who changed it: answered once its numbers are known.</param>
public sealed record QueueAnnounced(QueueId Queue, QueueEntry? Entry, IActorRef Asker);

/// <summary>News for the interactions: where each number called leads to now.</summary>
public sealed record NumbersChanged(NumberPlan Plan);

/// <summary>Which number called leads to which queue. Never changes; a change makes a new one.</summary>
public sealed class NumberPlan
{
    private readonly Dictionary<string, QueueEntry> _byNumber;
    private readonly Dictionary<QueueId, QueueEntry> _byQueue;

    /// <param name="entries">All queues. Their numbers must not overlap.</param>
    public NumberPlan(IEnumerable<QueueEntry> entries)
    {
        _byQueue = entries.ToDictionary(entry => entry.Configuration.Queue);
        _byNumber = _byQueue.Values
            .SelectMany(entry => entry.Configuration.Numbers.Select(number => (number, entry)))
            .ToDictionary(pair => pair.number, pair => pair.entry);
    }

    /// <summary>The plan before any queue is known.</summary>
    public static NumberPlan Empty { get; } = new([]);

    /// <summary>The queue that a number called leads to, or null.</summary>
    public QueueEntry? ByNumber(string dialled) => _byNumber.GetValueOrDefault(dialled);

    /// <summary>A queue, or null when there is no such.</summary>
    public QueueEntry? ByQueue(QueueId? queue) => queue is { } id ? _byQueue.GetValueOrDefault(id) : null;
}

using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Queues;

/// <summary>Query to the <c>queues</c> actor: answered by <see cref="QueueViews"/>.</summary>
public sealed record GetQueueViews;

/// <summary>Reply: all queues; among them those that were removed while somebody waits there.</summary>
public sealed record QueueViews(IReadOnlyList<QueueView> Queues);

/// <summary>What a screen shows of a queue.</summary>
/// <param name="Rule">How it works.</param>
/// <param name="Waiting">Callers who wait now.</param>
/// <param name="LongestWaitSince">Since when the first of them waits; null when nobody does.</param>
public sealed record QueueView(QueueRule Rule, int Waiting, DateTimeOffset? LongestWaitSince);

/// <summary>What somebody says to one queue, through the <c>queues</c> actor.</summary>
public interface IQueueCommand
{
    /// <summary>Which queue.</summary>
    QueueId Queue { get; }
}

/// <summary>Command: this caller waits here (again). Answered by <see cref="EnqueueOutcome"/>.</summary>
/// <param name="Queue">Where.</param>
/// <param name="Interaction">Who.</param>
/// <param name="Since">First queued; null when he comes for the first time, and then he may be refused.</param>
/// <param name="Priority">From -100 to 100.</param>
public sealed record EnqueueCaller(QueueId Queue, InteractionId Interaction, DateTimeOffset? Since, int Priority)
    : IQueueCommand;

/// <summary>News: this caller does not wait any more.</summary>
public sealed record LeaveQueue(QueueId Queue, InteractionId Interaction) : IQueueCommand;

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

/// <summary>From the parent: this is how the queue works from now on. Whoever waits goes on waiting.</summary>
internal sealed record QueueRuleChanged(QueueRule Rule);

/// <summary>To the parent: started, perhaps anew; how do I work?</summary>
internal sealed record QueueStarted(QueueId Queue);

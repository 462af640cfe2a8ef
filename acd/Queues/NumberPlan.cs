using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Queues;

/// <summary>Which number called leads where, and who is not let in. Never changes; new rules make a new one.</summary>
public sealed class NumberPlan
{
    private readonly IActorRef _queues;

    /// <param name="rules">Of the centre.</param>
    /// <param name="queues">The <c>queues</c> actor.</param>
    public NumberPlan(CentreRules rules, IActorRef queues)
    {
        Rules = rules;
        BlackList = new BlackList(rules);
        _queues = queues;
    }

    /// <summary>The plan before any rule is known.</summary>
    public static NumberPlan Empty { get; } = new(CentreRules.Empty, ActorRefs.Nobody);

    public CentreRules Rules { get; }

    public BlackList BlackList { get; }

    /// <summary>The queue that a number called leads to, or null.</summary>
    public QueueEntry? ByNumber(string dialled) =>
        Rules.Find<NumberRule>(dialled)?.Target is { Kind: TargetKind.Queue } target
            ? ByQueue(new QueueId(target.Id))
            : null;

    /// <summary>A queue, also one that was removed meanwhile; null when there never was such a one.</summary>
    public QueueEntry? ByQueue(QueueId? queue) =>
        queue is { } id && Rules.FindEver<QueueRule>(id.Value) is { } rule ? new QueueEntry(rule, _queues) : null;

    /// <summary>What a caller of this number hears first; empty for nothing.</summary>
    public string GreetingOf(string dialled) => Rules.Find<NumberRule>(dialled)?.Greeting ?? "";
}

/// <summary>What an interaction needs to know of its queue.</summary>
/// <param name="Rule">How it works.</param>
/// <param name="Queues">Takes <see cref="IQueueCommand"/>.</param>
public sealed record QueueEntry(QueueRule Rule, IActorRef Queues);

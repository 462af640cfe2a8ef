using CrmUms.Acd.Ivr;
using CrmUms.Acd.Routing;
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
public sealed record QueueView(QueueRule Rule, int Waiting, DateTimeOffset? LongestWaitSince)
{
    /// <summary>Agents signed in who serve it; null when that is not known.</summary>
    public int? Agents { get; init; }

    /// <summary>How long whoever came now would wait; null when nothing is known.</summary>
    public TimeSpan? EstimatedWait { get; init; }

    /// <summary>By how much the waits told were wrong on average; null when none was put to the test.</summary>
    public TimeSpan? EstimateError { get; init; }
}

/// <summary>
/// Query to the <c>queues</c> actor: who waits, those who go first before the others. Answered by
/// <see cref="WaitingLines"/>.
/// </summary>
/// <param name="Max">Of each queue.</param>
public sealed record GetWaitingLines(int Max);

/// <summary>Reply.</summary>
public sealed record WaitingLines(IReadOnlyList<WaitingInLine> Callers);

/// <summary>Somebody who waits. Published on the event stream when he comes, and when his priority changes.</summary>
/// <param name="Interaction">Who.</param>
/// <param name="Queue">Where.</param>
/// <param name="Since">Since when.</param>
/// <param name="Priority">With all that adds to it.</param>
public sealed record WaitingInLine(InteractionId Interaction, QueueId Queue, DateTimeOffset Since, int Priority);

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
    : IQueueCommand
{
    /// <summary>He comes to this queue for the first time, though he has waited before: he may be refused.</summary>
    public bool IsNew { get; init; }

    /// <summary>False when he was sent from queue to queue often enough.</summary>
    public bool MayOverflow { get; init; } = true;

    /// <summary>He goes elsewhere when nobody is signed in who could serve him.</summary>
    public bool WantsAgents { get; init; }

    /// <summary>For whom he waits before anybody else may have him.</summary>
    public IReadOnlyList<PreferredAgent> Preferred { get; init; } = [];

    /// <summary>What his flow asks of an agent besides what the queue does: an expression over skills.</summary>
    public string? Skills { get; init; }

    /// <summary>He asks for nothing else (<see cref="RoutingInput.CallerWaiting.SkillsOnly"/>).</summary>
    public bool SkillsOnly { get; init; }
}

/// <summary>News of a caller who waits here: he is more urgent, or less. His place is by age and priority.</summary>
public sealed record ChangePriority(QueueId Queue, InteractionId Interaction, int Priority) : IQueueCommand;

/// <summary>News: this caller does not wait any more.</summary>
/// <param name="Queue">Where he waited.</param>
/// <param name="Interaction">Who.</param>
/// <param name="Served">The estimate he was told first, when an agent has him now; null otherwise.</param>
public sealed record LeaveQueue(QueueId Queue, InteractionId Interaction, ToldEstimate? Served = null) : IQueueCommand;

/// <summary>Query of a caller who waits here. Answered by <see cref="QueuePlace"/>.</summary>
public sealed record GetPlace(QueueId Queue) : IQueueCommand;

/// <summary>Reply: where he stands.</summary>
/// <param name="Position">1 for the next; null when he does not wait here.</param>
/// <param name="EstimatedWait">How long he is likely to wait from now on; null when nothing is known.</param>
public sealed record QueuePlace(int? Position, TimeSpan? EstimatedWait);

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

    /// <summary>It is outside of its hours.</summary>
    public sealed record Closed : EnqueueOutcome
    {
        /// <summary>The one instance.</summary>
        public static Closed Instance { get; } = new();
    }

    /// <summary>Nobody is signed in who could serve him, and he wants to know.</summary>
    public sealed record NoAgents : EnqueueOutcome
    {
        /// <summary>The one instance.</summary>
        public static NoAgents Instance { get; } = new();
    }

    /// <summary>By this rule of the queue he goes elsewhere.</summary>
    public sealed record Overflows(OverflowRule Rule) : EnqueueOutcome;
}

/// <summary>From the parent: this is how the queue works from now on. Whoever waits goes on waiting.</summary>
/// <param name="Rule">How it works.</param>
/// <param name="Calendar">When it is open; null: always.</param>
internal sealed record QueueRuleChanged(QueueRule Rule, CalendarRule? Calendar);

/// <summary>From the parent: so many agents are signed in who serve the queue.</summary>
internal sealed record QueueCrewChanged(int Agents);

/// <summary>To the parent: started, perhaps anew; how do I work?</summary>
internal sealed record QueueStarted(QueueId Queue);

/// <summary>To the parent: something has changed in my line or my crew.</summary>
internal sealed record QueueLooks(QueueId Queue, QueueOutlook Outlook);

using CrmUms.Acd.Routing.Lines;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing;

/// <summary>
/// Who is free, who waits, and who gets whom. Pure: no clock, no chance, nothing outside; the same inputs at the same
/// moments give the same decisions. Whoever was chosen is off until he is heard of again.
/// </summary>
/// <remarks>
/// A line is one step of one queue, for callers who ask for the same. A free agent stands in all lines that he serves,
/// a caller in one; both in heaps, by keys that do not change while they stand there. After every input, no line has
/// both a caller and a free agent. So a decision costs a look at the head of each line the agent serves, or at the head
/// of the caller's line, and the logarithm of what stands there.
/// </remarks>
public sealed partial class RoutingCore
{
    /// <summary>Nobody is more urgent; nobody is less than its opposite.</summary>
    public const int PriorityMax = 100;

    private readonly Dictionary<AgentId, AgentSlot> _agents = [];
    private readonly Dictionary<InteractionId, CallerSlot> _callers = [];
    private readonly LazyHeap<DueEntry> _due = new();
    private readonly List<RoutingDecision> _made = [];
    private DateTimeOffset _now = DateTimeOffset.MinValue;

    /// <param name="rules">In force until others are told.</param>
    public RoutingCore(RoutingRules rules) => Replace(rules);

    /// <summary>Callers who wait.</summary>
    public int Waiting => _callers.Count;

    /// <summary>When <see cref="RoutingInput.Tick"/> should come at the latest; null: not before other news.</summary>
    public DateTimeOffset? NextDue => _due.TryPeek(out var first) ? first.Due : null;

    /// <summary>Agents who are found in at least one line, or could be called for personally.</summary>
    internal int Free => _agents.Values.Count(static agent => agent.Word is null);

    internal IEnumerable<Line> Lines =>
        _queues.Values.SelectMany(static queue => queue.AllLines.Concat(queue.SkillLines.Values));

    /// <summary>What is decided because of this, in order.</summary>
    /// <param name="input">What has happened.</param>
    /// <param name="now">When. A clock that was set back stands still until it is where it was.</param>
    public IReadOnlyList<RoutingDecision> On(RoutingInput input, DateTimeOffset now)
    {
        _now = now > _now ? now : _now;
        MoveThoseDue();
        switch (input)
        {
            case RoutingInput.CallerWaiting waiting:
                OnCallerWaiting(waiting);
                break;
            case RoutingInput.CallerGone gone:
                Forget(gone.Interaction);
                break;
            case RoutingInput.PriorityRaised raised:
                OnPriorityRaised(raised);
                break;
            case RoutingInput.AgentAvailable available:
                OnAgentAvailable(available);
                break;
            case RoutingInput.AgentUnavailable unavailable:
                OnAgentUnavailable(unavailable);
                break;
            case RoutingInput.AgentSignedOut signedOut:
                OnAgentSignedOut(signedOut);
                break;
            case RoutingInput.AgentChanged changed:
                OnAgentChanged(changed);
                break;
            case RoutingInput.RulesReplaced replaced:
                Replace(replaced.Rules);
                break;
            case RoutingInput.WishNamed named when _queues.TryGetValue(named.Queue, out var queue):
                OwnLinesFor(named.Skills, queue);
                break;
            case RoutingInput.WishNamed or RoutingInput.Tick:
                break;
            default:
                throw new NotSupportedException(input.GetType().Name);
        }

        if (_made.Count == 0)
        {
            return [];
        }

        RoutingDecision[] made = [.. _made];
        _made.Clear();
        return made;
    }

    private void MoveThoseDue()
    {
        while (_due.TryPeek(out var first) && first.Due <= _now)
        {
            _due.Pop();
            Withdraw(first.Caller);
            Place(first.Caller);
        }
    }

    private void Decide(CallerSlot caller, AgentSlot agent, QueueSlot queue, RoutingReason reason)
    {
        Withdraw(caller);
        _callers.Remove(caller.Interaction);
        Unlist(agent);
        agent.LastServed ??= [];
        agent.LastServed[queue.Queue.Value] = ++queue.Turns;
        agent.InHand[queue.Channel]++;
        CountRoom(agent);
        if (!HasRoom(agent))
        {
            agent.Word = ExclusionCodes.Reserved;
        }

        _made.Add(new RoutingDecision(caller.Interaction, agent.Agent, reason));
    }
}

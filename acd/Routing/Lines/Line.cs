using CrmUms.Acd.Routing.Skills;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing.Lines;

/// <summary>
/// One step of one queue, for callers who ask for the same: who waits there, who is free for it.
/// </summary>
internal sealed class Line(QueueSlot queue, int step, int number, SkillExpression requirement, int requirementNumber)
{
    public QueueSlot Queue { get; } = queue;

    public int Step { get; } = step;

    /// <summary>Among all lines.</summary>
    public int Number { get; } = number;

    /// <summary>Lines that ask for the same have the same.</summary>
    public int RequirementNumber { get; } = requirementNumber;

    public SkillExpression Requirement { get; } = requirement;

    /// <summary>Whoever has the skills serves it, also if the queue is none of his.</summary>
    public bool IsForSkillsOnly { get; init; }

    public string RequirementText { get; } = requirement.ToString();

    public LazyHeap<WaitingEntry> Waiting { get; } = new();

    /// <summary>How many of the entries are live.</summary>
    public int WaitingCount { get; set; }

    public FreeAgents Free { get; } = new(queue);

    /// <summary>Agents who are here and serve it, free or not.</summary>
    public Crew Crew { get; } = new();
}

/// <summary>A queue, ready to be used.</summary>
internal sealed class QueueSlot(RoutingQueue rule, IRoutingStrategy strategy, int channel)
{
    public RoutingQueue Rule { get; } = rule;

    public QueueId Queue => Rule.Queue;

    public IRoutingStrategy Strategy { get; } = strategy;

    /// <summary>Its number.</summary>
    public int Channel { get; } = channel;

    /// <summary>By step, for callers who ask for nothing themselves.</summary>
    public Line[] Lines { get; set; } = [];

    /// <summary>By what callers ask for themselves, then by step; made when the first of them comes.</summary>
    public SortedDictionary<string, Line[]> OwnLines { get; } = new(StringComparer.Ordinal);

    /// <summary>Each once: at its last step all callers of the queue stand in one line.</summary>
    public IEnumerable<Line> AllLines => OwnLines.Count == 0 ? Lines : Lines.Concat(OwnLines.Values
        .SelectMany(static lines => lines)
        .Where(line => !Lines.Contains(line)));

    /// <summary>
    /// Whether callers' own wishes count at a step. A queue that gives way gives way in them too, at its last step.
    /// </summary>
    public bool HeedsWishesAt(int step) => Lines.Length == 1 || step < Lines.Length - 1;

    /// <summary>By what callers ask for who ask for nothing else: one for all steps.</summary>
    public SortedDictionary<string, Line> SkillLines { get; } = new(StringComparer.Ordinal);

    /// <summary>Who might serve it by his group, signed in, whatever he can.</summary>
    public Crew Members { get; set; } = new();

    /// <summary>How many turns it has had.</summary>
    public long Turns { get; set; }

    /// <summary>The step for somebody who has waited so long.</summary>
    public int StepAfter(TimeSpan wait)
    {
        var step = Lines.Length - 1;
        while (step > 0 && Rule.Steps[step].After > wait)
        {
            step--;
        }

        return step;
    }

    /// <summary>Until when a caller waits for this agent and nobody else; null when the queue does not care.</summary>
    public DateTimeOffset? PersonalUntil(CallerSlot caller, PreferredAgent preferred) =>
        preferred.Until is { } until ? until
        : Rule.PersonalWaits.TryGetValue(preferred.Why, out var wait) ? caller.Since + wait
        : caller.Since + Strategy.PersonalWait(preferred.Why);
}

/// <summary>Agents in the order of their ids.</summary>
internal sealed class Crew
{
    private readonly List<AgentSlot> _agents = [];

    public int Count => _agents.Count;

    public AgentSlot this[int index] => _agents[index];

    public void Add(AgentSlot agent)
    {
        var index = Find(agent);
        if (index < 0)
        {
            _agents.Insert(~index, agent);
        }
    }

    public void Remove(AgentSlot agent)
    {
        var index = Find(agent);
        if (index >= 0)
        {
            _agents.RemoveAt(index);
        }
    }

    private int Find(AgentSlot agent)
    {
        var (low, high) = (0, _agents.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = _agents[middle].Agent.Value.CompareTo(agent.Agent.Value);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}

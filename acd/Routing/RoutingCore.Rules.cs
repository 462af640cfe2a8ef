using CrmUms.Acd.Routing.Lines;
using CrmUms.Acd.Routing.Skills;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing;

// Rules: which lines there are, and who serves them.
public sealed partial class RoutingCore
{
    private const double NotAskedYet = double.NaN;
    private const double NotMet = -1;

    private IReadOnlyList<RoutingQueue> _queueRules = [];
    private Dictionary<QueueId, QueueSlot> _queues = [];
    private List<(IReadOnlyList<string> Groups, Crew Crew)> _memberships = [];
    private double[] _fits = []; // By requirement, of the agent in hand.
    private int _lines; // So many numbers of lines are given away.
    private long _version;

    private void Replace(RoutingRules rules)
    {
        // Whatever is wrong with them is thrown before anything moves.
        var (queues, requirements) = Compile(rules);
        foreach (var agent in _agents.Values)
        {
            Unlist(agent);
            agent.Rule = null;
        }

        (_queueRules, _queues, _version) = (rules.Queues, queues, rules.Version);
        _lines = queues.Values.Sum(static queue => queue.Lines.Length);
        _fits = new double[requirements];
        foreach (var queue in queues.Values)
        {
            MakeNamedLines(queue);
        }

        foreach (var rule in rules.Agents)
        {
            AgentOf(rule.Agent).Rule = rule;
            NameChannels(rule);
        }

        MakeRoomForChannels();
        var agents = _agents.Values.OrderBy(static agent => agent.Agent.Value).ToList();
        foreach (var agent in agents)
        {
            Settle(agent);
            CountTurns(agent);
            Relist(agent);
        }

        CrewsVersion++;
        PlaceEverybody();
    }

    private void PlaceEverybody()
    {
        var callers = _callers.Values.Select(caller => (caller, key: KeyOf(caller))).ToList();
        callers.Sort(static (left, right) =>
            left.key != right.key ? left.key.CompareTo(right.key)
            : ReferenceEquals(left.caller, right.caller) ? 0
            : left.caller.IsBefore(right.caller) ? -1 : 1);
        foreach (var (caller, _) in callers)
        {
            Withdraw(caller);
        }

        foreach (var (caller, _) in callers)
        {
            Place(caller);
        }
    }

    private void OnAgentChanged(RoutingInput.AgentChanged changed)
    {
        var agent = AgentOf(changed.Agent.Agent);
        Unlist(agent);
        if (agent.IsSignedIn)
        {
            LeaveCrews(agent);
        }

        (agent.Rule, _version) = (changed.Agent, changed.Version);
        var known = _channels.Count;
        NameChannels(changed.Agent);
        if (_channels.Count > known)
        {
            MakeRoomForChannels();
        }

        Settle(agent);
        Employ(agent);
    }

    private void NameChannels(RoutingAgent rule)
    {
        foreach (var channel in rule.Capacity.Channels.Keys)
        {
            ChannelOf(channel);
        }
    }

    private (Dictionary<QueueId, QueueSlot> Queues, int Requirements) Compile(RoutingRules rules)
    {
        if (RoutingRulesCheck.ProblemOf(rules) is { } problem)
        {
            throw new ArgumentException($"These are no rules: {problem}", nameof(rules));
        }

        var queues = new Dictionary<QueueId, QueueSlot>();
        var memberships = new Dictionary<string, (IReadOnlyList<string> Groups, Crew Crew)>();
        var requirements = new Dictionary<string, (SkillExpression Expression, int Number)>();
        var lines = 0;
        foreach (var rule in rules.Queues)
        {
            var strategy = RoutingCatalog.Strategies[rule.Strategy](rule.Weights);
            var queue = new QueueSlot(rule, strategy, ChannelOf(rule.Channel));
            queues.Add(rule.Queue, queue);
            var groups = rule.Groups.Order(StringComparer.Ordinal).ToList();
            var key = string.Join('\n', groups);
            if (!memberships.TryGetValue(key, out var membership))
            {
                memberships[key] = membership = (groups, new Crew());
            }

            queue.Members = membership.Crew;
            queue.Lines = [.. rule.Steps.Select((step, index) =>
            {
                if (!requirements.TryGetValue(step.Requirement, out var requirement))
                {
                    requirement = (SkillParser.Parse(step.Requirement), requirements.Count);
                    requirements[step.Requirement] = requirement;
                }

                return new Line(queue, index, lines++, requirement.Expression, requirement.Number);
            })];
        }

        _memberships = [.. memberships.Values];
        return (queues, requirements.Count);
    }

    /// <summary>Which lines an agent serves by the rules; his places in crews, when he is here.</summary>
    private void Settle(AgentSlot agent)
    {
        var rule = agent.Rule;
        var capacity = rule?.Capacity ?? RoutingCapacity.OneCall;
        agent.VoiceIsAlone = capacity.VoiceIsAlone;
        agent.Room = new int[_channels.Count];
        foreach (var (channel, room) in capacity.Channels)
        {
            agent.Room[ChannelOf(channel)] = room;
        }

        CountRoom(agent);
        agent.Serve(rule is null ? [] : [.. InOrder(LinesOf(agent, rule))]);
        if (agent.IsSignedIn)
        {
            JoinCrews(agent);
        }
    }

    private static IEnumerable<AgentLine> InOrder(IEnumerable<AgentLine> places) => places
        .OrderBy(static place => place.Preference)
        .ThenBy(static place => place.Line.Number);

    private List<AgentLine> LinesOf(AgentSlot agent, RoutingAgent rule)
    {
        var places = new List<AgentLine>();
        Array.Fill(_fits, NotAskedYet);
        if (rule.Queues.Count == 0)
        {
            foreach (var queue in _queues.Values)
            {
                AddLines(queue, RoutingAgent.PreferenceDefault);
            }
        }

        foreach (var (id, preference) in rule.Queues)
        {
            if (_queues.TryGetValue(new QueueId(id), out var queue))
            {
                AddLines(queue, preference);
            }
        }

        places.AddRange(_queues.Values
            .SelectMany(static queue => queue.SkillLines.Values)
            .Select(line => PlaceInSkillLine(agent, line))
            .OfType<AgentLine>());
        return places;

        void AddLines(QueueSlot queue, int preference)
        {
            if (agent.Room[queue.Channel] == 0 || !IsMember(rule, queue.Rule.Groups))
            {
                return;
            }

            foreach (var line in queue.AllLines)
            {
                ref var fit = ref _fits[line.RequirementNumber];
                if (double.IsNaN(fit))
                {
                    fit = line.Requirement.IsMetBy(rule.Skills) ? FitFor(agent, line) : NotMet;
                }

                if (fit >= 0)
                {
                    places.Add(new AgentLine(line, preference, fit));
                }
            }
        }
    }

    private static bool IsMember(RoutingAgent rule, IReadOnlyList<string> groups) =>
        groups.Count == 0 || groups.Any(group => rule.Groups.Contains(group));

    private static double FitFor(AgentSlot agent, Line line) =>
        agent.Rule is { } rule ? line.Requirement.FitOf(rule.Skills) ?? 1 : 0;

    private void JoinCrews(AgentSlot agent)
    {
        CrewsVersion++;
        foreach (ref readonly var place in agent.Lines.AsSpan())
        {
            place.Line.Crew.Add(agent);
        }

        foreach (var (groups, crew) in _memberships)
        {
            if (agent.Rule is { } rule && IsMember(rule, groups))
            {
                crew.Add(agent);
            }
        }
    }

    private void LeaveCrews(AgentSlot agent)
    {
        CrewsVersion++;
        foreach (ref readonly var place in agent.Lines.AsSpan())
        {
            place.Line.Crew.Remove(agent);
        }

        foreach (var (_, crew) in _memberships)
        {
            crew.Remove(agent);
        }
    }

    // A queue that came back, or a router that started anew, goes on counting where its agents remember it was.
    private void CountTurns(AgentSlot agent)
    {
        foreach (var (id, turn) in agent.LastServed ?? [])
        {
            if (_queues.TryGetValue(new QueueId(id), out var queue))
            {
                queue.Turns = Math.Max(queue.Turns, turn);
            }
        }
    }

    private long KeyOf(CallerSlot caller) => caller.Since.UtcTicks - (_queues.TryGetValue(caller.Queue, out var queue)
        ? TimeSpan.FromSeconds(caller.Priority * queue.Rule.SecondsPerPriorityPoint).Ticks
        : 0);
}

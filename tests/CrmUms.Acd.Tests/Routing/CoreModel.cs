using CrmUms.Acd.Routing;
using CrmUms.Acd.Routing.Skills;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Routing;

/// <summary>What the core should decide: lists searched from end to end, too simple to be wrong.</summary>
internal sealed class CoreModel
{
    private readonly List<ModelAgent> _agents = [];
    private readonly List<ModelCaller> _callers = [];
    private readonly Dictionary<string, long> _turns = [];
    private readonly List<(InteractionId Caller, AgentId Agent, int Candidates)> _made = [];
    private RoutingRules _rules;
    private DateTimeOffset _now;

    public CoreModel(RoutingRules rules)
    {
        _rules = rules;
        Adopt(rules);
    }

    public int Waiting => _callers.Count;

    public IReadOnlyList<(InteractionId Caller, AgentId Agent, int Candidates)> On(
        RoutingInput input, DateTimeOffset now)
    {
        _made.Clear();
        _now = now > _now ? now : _now;
        while (InOrder(_callers.Where(caller => caller.Due <= _now)).MinBy(caller => caller.Due) is { } due)
        {
            Place(due);
        }

        switch (input)
        {
            case RoutingInput.CallerWaiting word:
                _callers.RemoveAll(caller => caller.Id == word.Interaction);
                _callers.Add(new ModelCaller(word.Interaction, word.Queue, word.Since)
                {
                    Priority = Math.Clamp(word.Priority, -100, 100),
                    Preferred = word.Preferred,
                    Skills = word.Skills ?? "",
                    SkillsOnly = word.SkillsOnly && word.Skills is { Length: > 0 },
                });
                Place(_callers[^1]);
                break;
            case RoutingInput.CallerGone gone:
                _callers.RemoveAll(caller => caller.Id == gone.Interaction);
                break;
            case RoutingInput.PriorityRaised raised
                when _callers.Find(one => one.Id == raised.Interaction) is { } caller:
                caller.Priority = Math.Clamp(raised.Priority, -100, 100);
                Place(caller);
                break;
            case RoutingInput.AgentAvailable word:
                var free = AgentOf(word.Agent);
                (free.Word, free.IsSignedIn) = (null, true);
                (free.IdleSince, free.Occupancy, free.Contacts) = (word.IdleSince, word.Occupancy, word.ContactsToday);
                free.InHand = new Dictionary<string, int>(word.InHand ?? new Dictionary<string, int>());
                Employ(free);
                break;
            case RoutingInput.AgentUnavailable word:
                (AgentOf(word.Agent).Word, AgentOf(word.Agent).IsSignedIn) = (word.Reason, true);
                break;
            case RoutingInput.AgentSignedOut word when AgentOf(word.Agent) is { IsSignedIn: true } agent:
                var waitingForHim = InOrder(_callers.Where(caller => WaitsPersonallyFor(caller, agent) is not null))
                    .OrderBy(caller => QueueOf(caller)!.Channel == "voice" ? 0 : 1).ToList();
                (agent.Word, agent.IsSignedIn) = ("signed-out", false);
                waitingForHim.ForEach(Place);
                break;
            case RoutingInput.AgentChanged changed:
                AgentOf(changed.Agent.Agent).Rule = changed.Agent;
                Employ(AgentOf(changed.Agent.Agent));
                break;
            case RoutingInput.RulesReplaced replaced:
                Adopt(replaced.Rules);
                break;
            default: // Of somebody unknown, or the time.
                break;
        }

        return _made;
    }

    private void Adopt(RoutingRules rules)
    {
        _rules = rules;
        _agents.ForEach(agent => agent.Rule = null);
        foreach (var rule in rules.Agents)
        {
            AgentOf(rule.Agent).Rule = rule;
        }

        var everybody = InOrder(_callers).ToList();
        everybody.ForEach(caller => (caller.Step, caller.IsPersonal) = (null, false));
        everybody.ForEach(Place);
    }

    private void Place(ModelCaller caller)
    {
        (caller.Step, caller.IsPersonal, caller.Due) = (null, false, null);
        if (QueueOf(caller) is not { } queue)
        {
            return;
        }

        var own = Own(caller, queue).ToList();
        if (own.Any(each => each.Agent.IsSignedIn))
        {
            if (own.Find(each => each.Agent.IsFreeFor(queue.Channel)).Agent is { } agent)
            {
                Decide(caller, agent, candidates: 1);
                return;
            }

            (caller.IsPersonal, caller.Due) = (true, own.Min(each => each.Until));
            return;
        }

        caller.Preferred = [];
        caller.Step = queue.Steps.ToList().FindLastIndex(step => step.After <= _now - caller.Since);
        caller.Step = Math.Max(caller.Step.Value, 0);
        var candidates = _agents
            .Where(agent => agent.IsFreeFor(queue.Channel) && MayServe(agent, queue, caller))
            .OrderBy(agent => agent.PreferenceOf(queue)).ThenBy(agent => RankOf(agent, queue, AskedOf(caller, queue)))
            .ThenBy(agent => agent.IdleSince).ThenBy(agent => agent.Id.Value).ToList();
        if (candidates.Count > 0)
        {
            Decide(caller, candidates[0], candidates.Count);
        }
        else if (caller.Step + 1 < queue.Steps.Count && !caller.SkillsOnly)
        {
            caller.Due = caller.Since + queue.Steps[caller.Step.Value + 1].After;
        }
    }

    private void Employ(ModelAgent agent)
    {
        while (agent.Word is null)
        {
            var possible = InOrder(_callers.Where(caller =>
                QueueOf(caller) is { } queue && agent.IsFreeFor(queue.Channel)
                && (WaitsPersonallyFor(caller, agent) is not null
                    || (caller.Step is not null && MayServe(agent, queue, caller))))).ToList();
            if (possible.Count == 0)
            {
                return;
            }

            var best = possible.OrderBy(caller => caller.IsPersonal ? 0 : agent.PreferenceOf(QueueOf(caller)!)).First();
            Decide(best, agent, candidates: 1);
        }
    }

    private void Decide(ModelCaller caller, ModelAgent agent, int candidates)
    {
        var queue = QueueOf(caller)!;
        _callers.Remove(caller);
        _turns[queue.Queue.Value] = agent.Turns[queue.Queue.Value] = _turns.GetValueOrDefault(queue.Queue.Value) + 1;
        agent.InHand[queue.Channel] = agent.InHand.GetValueOrDefault(queue.Channel) + 1;
        if (!agent.Capacity.Channels.Keys.Any(agent.IsFreeFor))
        {
            agent.Word = "reserved";
        }

        _made.Add((caller.Id, agent.Id, candidates));
    }

    private IEnumerable<(ModelAgent Agent, DateTimeOffset Until)> Own(ModelCaller caller, RoutingQueue queue) =>
        from preferred in caller.Preferred
        let agent = AgentOf(preferred.Agent)
        let wait = queue.PersonalWaits.TryGetValue(preferred.Why, out var given) ? given
            : queue.Strategy != preferred.Why ? (TimeSpan?)null
            : TimeSpan.FromSeconds(queue.Strategy == "last-agent" ? 20 : 60)
        let until = preferred.Until ?? caller.Since + wait
        where until > _now
        select (agent, until.Value);

    private DateTimeOffset? WaitsPersonallyFor(ModelCaller caller, ModelAgent agent) =>
        caller.IsPersonal && Own(caller, QueueOf(caller)!).FirstOrDefault(own => own.Agent == agent).Agent is not null
            ? caller.Due
            : null;

    // What the caller asks for himself counts until the queue gives way for the last time.
    private static SkillExpression AskedOf(ModelCaller caller, RoutingQueue queue)
    {
        var step = SkillParser.Parse(queue.Steps[caller.Step!.Value].Requirement);
        var own = SkillParser.Parse(caller.Skills);
        if (caller.SkillsOnly)
        {
            return own;
        }

        var isLast = queue.Steps.Count > 1 && caller.Step == queue.Steps.Count - 1;
        return isLast || own is SkillExpression.Anybody ? step : new SkillExpression.And(step, own);
    }

    private static bool MayServe(ModelAgent agent, RoutingQueue queue, ModelCaller caller) =>
        agent.Rule is { } rule
        && (caller.SkillsOnly
            || ((rule.Queues.Count == 0 || rule.Queues.ContainsKey(queue.Queue.Value))
                && (queue.Groups.Count == 0 || queue.Groups.Intersect(rule.Groups).Any())))
        && AskedOf(caller, queue).IsMetBy(rule.Skills)
        && !(queue.Strategy == "weighted" && agent.Occupancy > queue.Weights["occupancy-cap"]);

    private static double RankOf(ModelAgent agent, RoutingQueue queue, SkillExpression asked)
    {
        var fit = asked.FitOf(agent.Rule!.Skills) ?? 1;
        return queue.Strategy switch
        {
            "least-occupied" => agent.Occupancy,
            "most-skilled" => -fit,
            "fewest-contacts" => agent.Contacts,
            "round-robin" => agent.Turns.GetValueOrDefault(queue.Queue.Value),
            "weighted" => (queue.Weights["occupancy"] * agent.Occupancy) - (queue.Weights["skill-fit"] * fit),
            _ => 0,
        };
    }

    private IEnumerable<ModelCaller> InOrder(IEnumerable<ModelCaller> callers) => callers
        .OrderBy(caller => caller.Since - TimeSpan.FromSeconds(
            caller.Priority * (QueueOf(caller)?.SecondsPerPriorityPoint ?? 0)))
        .ThenBy(caller => caller.Id.Value);

    private RoutingQueue? QueueOf(ModelCaller caller) =>
        _rules.Queues.FirstOrDefault(each => each.Queue == caller.Queue);

    private ModelAgent AgentOf(AgentId id)
    {
        var agent = _agents.Find(each => each.Id == id);
        if (agent is null)
        {
            _agents.Add(agent = new ModelAgent(id));
        }

        return agent;
    }

    private sealed class ModelCaller(InteractionId id, QueueId queue, DateTimeOffset since)
    {
        public InteractionId Id => id;

        public QueueId Queue => queue;

        public DateTimeOffset Since => since;

        public int Priority { get; set; }

        public IReadOnlyList<PreferredAgent> Preferred { get; set; } = [];

        public string Skills { get; init; } = "";

        public bool SkillsOnly { get; init; }

        public int? Step { get; set; }

        public bool IsPersonal { get; set; }

        public DateTimeOffset? Due { get; set; }
    }

    private sealed class ModelAgent(AgentId id)
    {
        public AgentId Id => id;

        public RoutingAgent? Rule { get; set; }

        public RoutingCapacity Capacity => Rule?.Capacity ?? RoutingCapacity.OneCall;

        public string? Word { get; set; } = "signed-out";

        public bool IsSignedIn { get; set; }

        public DateTimeOffset IdleSince { get; set; }

        public double Occupancy { get; set; }

        public int Contacts { get; set; }

        public Dictionary<string, int> InHand { get; set; } = [];

        public Dictionary<string, long> Turns { get; } = [];

        public int PreferenceOf(RoutingQueue queue) => Rule!.Queues.GetValueOrDefault(queue.Queue.Value, 1);

        public bool IsFreeFor(string channel) =>
            Word is null
            && InHand.GetValueOrDefault(channel) < Capacity.Channels.GetValueOrDefault(channel)
            && !(Capacity.VoiceIsAlone
                && InHand.Any(other => other.Value > 0 && (other.Key == "voice") != (channel == "voice")));
    }
}

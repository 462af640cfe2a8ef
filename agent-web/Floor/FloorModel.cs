using CrmUms.Acd.Agents;
using CrmUms.Acd.Figures;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;

namespace CrmUms.AgentWeb.Floor;

/// <summary>
/// How the floor looks, and what of it has changed since it was last asked. Knows no actor and no clock. One for all
/// supervisors: what is sent is reckoned once.
/// </summary>
internal sealed class FloorModel
{
    private readonly Dictionary<AgentId, AgentView> _views = [];
    private readonly Dictionary<AgentId, FloorAgentSetUp> _setUps = []; // Reckoned once per change of the rules.
    private readonly Dictionary<InteractionId, WaitingInLine> _places = [];
    private readonly Dictionary<InteractionId, Contact> _present = []; // In a line, or with nobody of ours.
    private readonly FloorTable<AgentId, FloorAgent> _agents = new();
    private readonly FloorTable<QueueId, FloorQueue> _queues = new();
    private readonly FloorTable<InteractionId, FloorCaller> _callers = new();
    private CentreRules _rules = CentreRules.Empty;
    private AgentQueues _serving = new(CentreRules.Empty);
    private FloorSetUp _setUp = CentreRules.Empty.ToFloorSetUp();
    private DayFigures _figures = new(DateOnly.MinValue);
    private string _link = "";
    private (bool SetUp, bool Day, bool Link) _isNew;

    public long Sequence { get; private set; }

    /// <summary>All queues, as they were with the last event.</summary>
    public IEnumerable<FloorQueue> Queues => _queues.Rows;

    /// <summary>Who waits, and who is with nobody of ours, as it was last sent.</summary>
    public IEnumerable<FloorCaller> Callers => _callers.Rows;

    /// <summary>The queues that an agent serves, as he sees them.</summary>
    public IReadOnlyList<WorkQueue> WorkQueuesOf(AgentId agent) =>
    [
        .. _serving.Of(agent).Select(id => _rules.Find<QueueRule>(id)).OfType<QueueRule>().Select(queue =>
            new WorkQueue(
                queue.Id,
                queue.Name,
                queue.AnswerWithinSeconds,
                queue.SecondsPerPriorityPoint,
                queue.AgentsMayPick)),
    ];

    public void Put(CentreRules rules)
    {
        (_rules, _serving) = (rules, new AgentQueues(rules));
        (_setUp, _isNew.SetUp) = (rules.ToFloorSetUp(), true);
        _setUps.Clear();
        _agents.TouchAll();
        _agents.Touch(_views.Keys);
        _queues.TouchAll();
        _queues.Touch(rules.All<QueueRule>().Select(queue => queue.Queue));
    }

    public void Put(AgentView view)
    {
        // A supervisor has a desk too; he is one of the agents only while he has a caller.
        if (view is { IsSupervisor: true, Call: null })
        {
            _views.Remove(view.Agent);
        }
        else
        {
            _views[view.Agent] = view;
        }

        _agents.Touch([view.Agent]);
    }

    /// <summary>Nobody else works here.</summary>
    public void PutAll(AgentViews views)
    {
        var here = views.Agents.Select(view => view.Agent).Concat(views.Silent.Select(silent => silent.Agent));
        var gone = _views.Keys.Except(here).ToList();
        gone.ForEach(agent => _views.Remove(agent));
        _agents.Touch(gone);
        foreach (var view in views.Agents)
        {
            Put(view);
        }
    }

    public void Put(FiguresMoved moved)
    {
        _isNew.Day |= _figures.Day != moved.Figures.Day;
        _figures = moved.Figures;
        if (moved.Contact is not { } contact)
        {
            PutAll(moved.Figures);
            return;
        }

        Stand(contact);
        _agents.Touch(new[] { contact.Agent, moved.Before?.Agent }.OfType<AgentId>());
        _queues.Touch(new[] { contact.Queue, moved.Before?.Queue }.OfType<QueueId>());
    }

    public void Put(WaitingInLine place)
    {
        _places[place.Interaction] = place;
        _callers.Touch([place.Interaction]);
    }

    public void PutLink(string word)
    {
        _isNew.Link |= _link != word;
        _link = word;
    }

    /// <summary>What has changed, as the next event; null when nothing has.</summary>
    /// <param name="outlook">How queues look.</param>
    /// <param name="now">When.</param>
    public FloorChange? TakeChange(Func<string, QueueOutlook?> outlook, DateTimeOffset now)
    {
        var next = Sequence + 1;
        _queues.TouchAll(); // Estimates and agents move with everything; there are few queues.
        var longest = LongestWaits();
        var ready = ReadyByQueue();
        var agents = _agents.Take(agent => AgentOf(agent), next, FloorParts.Difference, FloorParts.Stamp);
        var queues = _queues.Take(
            queue => QueueOf(queue, outlook, longest, ready), next, FloorParts.Difference, FloorParts.Stamp);
        var callers = _callers.Take(CallerOf, next, FloorParts.Difference, FloorParts.Stamp);
        if (agents.IsEmpty && queues.IsEmpty && callers.IsEmpty && _isNew is (false, false, false))
        {
            return null;
        }

        var change = new FloorChange(next, now)
        {
            PbxLink = _isNew.Link ? _link : null,
            Day = _isNew.Day ? _figures.Day : null,
            SetUp = _isNew.SetUp ? _setUp : null,
            Agents = agents.Changed,
            AgentsGone = agents.Gone?.Select(agent => agent.ToString()).ToList(),
            Queues = queues.Changed,
            QueuesGone = queues.Gone?.Select(queue => queue.Value).ToList(),
            Callers = callers.Changed,
            CallersGone = callers.Gone?.Select(caller => caller.ToString()).ToList(),
        };
        (Sequence, _isNew) = (next, default);
        return change;
    }

    /// <summary>All of it, as it was with the last event.</summary>
    public FloorSnapshot Snapshot(DateTimeOffset now, bool seesPeople) => new(
        Sequence,
        now,
        _link,
        _figures.Day,
        _setUp,
        [.. _agents.Rows.Select(agent => seesPeople ? agent : agent.WithoutPeople())],
        [.. _queues.Rows],
        seesPeople ? [.. _callers.Rows] : []);

    private void PutAll(DayFigures figures)
    {
        var gone = _present.Keys.Except(figures.Contacts.Keys).ToList();
        foreach (var contact in figures.Contacts.Values)
        {
            Stand(contact);
        }

        gone.ForEach(interaction => Stand(new Contact(interaction)));
        _agents.TouchAll();
        _queues.TouchAll();
        _queues.Touch(figures.Queues.Keys);
    }

    private void Stand(Contact contact)
    {
        if (contact.IsWaiting || contact.Place is not null)
        {
            _present[contact.Interaction] = contact;
        }
        else if (!(_present.Remove(contact.Interaction) | _places.Remove(contact.Interaction)))
        {
            return;
        }

        _callers.Touch([contact.Interaction]);
    }

    private FloorAgent? AgentOf(AgentId agent) => _views.TryGetValue(agent, out var view)
        ? new FloorAgent(agent.ToString(), Sequence: 0)
        {
            SetUp = SetUpOf(view),
            State = view.ToFloorState(),
            Figures = _figures.Of(agent).ToView(view.Work),
        }
        : null;

    private FloorAgentSetUp SetUpOf(AgentView view)
    {
        if (!_setUps.TryGetValue(view.Agent, out var known) || known.Name != view.DisplayName)
        {
            var rule = _rules.Find<AgentRule>(view.Agent.ToString());
            _setUps[view.Agent] = known = new FloorAgentSetUp(
                view.DisplayName,
                rule?.Groups ?? [],
                _serving.Of(view.Agent),
                rule?.Skills ?? new Dictionary<string, int>());
        }

        return known;
    }

    private FloorQueue? QueueOf(
        QueueId queue,
        Func<string, QueueOutlook?> outlook,
        Dictionary<QueueId, DateTimeOffset> longest,
        Dictionary<string, int> ready)
    {
        var figures = _figures.Of(queue);
        var isGone = _rules.Find<QueueRule>(queue.Value) is null;
        if (_rules.FindEver<QueueRule>(queue.Value) is not { } rule || (isGone && figures.Waiting == 0))
        {
            return null;
        }

        var looks = outlook(queue.Value);
        return new FloorQueue(queue.Value, Sequence: 0)
        {
            SetUp = new FloorQueueSetUp(rule.Name, rule.AnswerWithinSeconds, rule.SecondsPerPriorityPoint),
            Line = new FloorLine(
                figures.Waiting,
                longest.TryGetValue(queue, out var since) ? since : null,
                (int?)looks?.EstimatedWait?.TotalSeconds,
                looks?.Agents ?? 0,
                ready.GetValueOrDefault(queue.Value)),
            Figures = figures.ToView(),
        };
    }

    private FloorCaller? CallerOf(InteractionId interaction)
    {
        if (!_present.TryGetValue(interaction, out var contact))
        {
            return null;
        }

        var place = _places.GetValueOrDefault(interaction);
        var isHere = contact.IsWaiting && place is not null && place.Queue == contact.Queue;
        return contact.ToFloorCaller(isHere ? place!.Since : null, isHere ? place!.Priority : null) with
        {
            Through = contact.Place?.Where switch
            {
                null => null,
                ContactWhere.Forwarded => contact.Outside?.E164,
                _ => _rules.FindEver<FlowRule>(contact.Flow ?? "")?.Name,
            },
        };
    }

    private Dictionary<QueueId, DateTimeOffset> LongestWaits()
    {
        var longest = new Dictionary<QueueId, DateTimeOffset>();
        foreach (var contact in _present.Values.Where(contact => contact.IsWaiting))
        {
            var (queue, since) = (contact.Queue!.Value, contact.WaitsSince!.Value);
            longest[queue] = longest.TryGetValue(queue, out var other) && other < since ? other : since;
        }

        return longest;
    }

    private Dictionary<string, int> ReadyByQueue()
    {
        var ready = new Dictionary<string, int>();
        foreach (var view in _views.Values.Where(view => view is { Status: AgentStatus.Ready, Obstacle: null }))
        {
            foreach (var queue in SetUpOf(view).Queues)
            {
                ready[queue] = ready.GetValueOrDefault(queue) + 1;
            }
        }

        return ready;
    }
}

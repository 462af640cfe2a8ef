using CrmUms.Acd.Routing;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Routing;

/// <summary>
/// Agents, interactions and the router, each with a mailbox, told of one another late, sometimes twice, and crashing.
/// They speak as the actors do: the agent arbitrates, the router proposes.
/// </summary>
internal sealed partial class RoutingWorld
{
    private readonly Random _random;
    private readonly RoutingRules _rules;
    private readonly SortedDictionary<(int From, int To), Queue<Action>> _mail = [];
    private readonly List<(AgentId Agent, InteractionId Call)> _unheard = [];
    private readonly List<WorldAgent> _agents;
    private readonly List<WorldCall> _calls = [];
    private CheckedCore _core;
    private DateTimeOffset _now = Centre.Noon;

    public RoutingWorld(Random random)
    {
        _random = random;
        _rules = AnyCentre.Rules(random) with
        {
            Agents = [.. Enumerable.Range(1, AnyCentre.Agents).Select(number =>
                AnyCentre.Agent(random, number) with { Capacity = RoutingCapacity.OneCall })],
        };
        _core = new CheckedCore(_rules);
        _agents = [.. _rules.Agents.Select((agent, index) => new WorldAgent(index + 1, agent.Agent))];
    }

    public void Run(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            Something();
            CheckTalks();
        }

        ComeToRest();
        CheckRest();
    }

    private void Something()
    {
        var agent = _agents[_random.Next(_agents.Count)];
        var call = _calls.Count == 0 ? null : _calls[_random.Next(_calls.Count)];
        switch (_random.Next(40))
        {
            case < 6:
                Arrive();
                break;
            case < 18:
                DeliverOne();
                break;
            case < 23:
                BecomeReady(agent);
                break;
            case < 25:
                BecomeNotReady(agent);
                break;
            case < 26:
                SignOut(agent);
                break;
            case < 29:
                Answer(agent);
                break;
            case < 31 when call is not null:
                RingOut(call);
                break;
            case < 33 when call is not null:
                HangUp(call);
                break;
            case < 34 when call is not null:
                Say(call); // Once more.
                break;
            case < 35:
                Say(agent);
                break;
            case < 36 when call is { Stage: WorldStage.Waiting }:
                Hear(new RoutingInput.PriorityRaised(call.Id, _random.Next(-3, 4)));
                break;
            case < 37 when call is not null:
                Crash(call);
                break;
            case < 38:
                Crash(agent);
                break;
            case < 39 when _random.Next(4) == 0:
                CrashServer();
                break;
            default:
                Pass(_random.Next(12));
                break;
        }
    }

    private void Arrive()
    {
        var call = new WorldCall(100 + _calls.Count, Centre.Caller(_calls.Count + 1), AnyCentre.QueueOf(_random), _now)
        {
            Preferred = AnyCentre.Preferred(_random, _now),
            Skills = AnyCentre.Wish(_random),
            SkillsOnly = _random.Next(2) == 0,
        };
        _calls.Add(call);
        Say(call);
    }

    private void Pass(int seconds)
    {
        var until = _now.AddSeconds(seconds);
        while (_core.NextDue is { } due && due <= until)
        {
            _now = due > _now ? due : _now;
            Hear(new RoutingInput.Tick());
        }

        _now = until;
    }

    // The router: what RouterActor does around the core.
    private void Hear(RoutingInput input)
    {
        foreach (var (interaction, agent, _) in _core.On(input, _now))
        {
            _unheard.Add((agent, interaction));
            var call = _calls.Single(each => each.Id == interaction);
            Post(0, call.Number, () => OnChosen(call, AgentOf(agent)));
        }
    }

    private void HearOf(WorldAgent agent, RoutingInput word)
    {
        _unheard.RemoveAll(chosen => chosen.Agent == agent.Id);
        Hear(word);
    }

    private void Post(int from, int to, Action message)
    {
        if (!_mail.TryGetValue((from, to), out var box))
        {
            _mail[(from, to)] = box = new Queue<Action>();
        }

        box.Enqueue(message);
    }

    private bool DeliverOne()
    {
        var full = _mail.Where(box => box.Value.Count > 0).Select(box => box.Value).ToList();
        if (full.Count == 0)
        {
            return false;
        }

        full[_random.Next(full.Count)].Dequeue()();
        return true;
    }

    private void Lose(Func<(int From, int To), bool> which)
    {
        foreach (var box in _mail.Where(box => which(box.Key)))
        {
            box.Value.Clear();
        }
    }

    private void CrashServer()
    {
        _mail.Clear();
        _unheard.Clear();
        _core = new CheckedCore(_rules);
        _agents.ForEach(Recover);
        _calls.ForEach(Recover);
    }

    // Everything is delivered, all that rings rings out: afterwards nothing may be left hanging.
    private void ComeToRest()
    {
        var bound = 10_000;
        do
        {
            while (DeliverOne())
            {
                Require(--bound > 0, "the mail comes to an end");
            }

            _calls.ForEach(RingOut);
        }
        while (_mail.Values.Any(box => box.Count > 0));
    }

    private void CheckTalks()
    {
        var connected = _calls.Where(call => call.Stage == WorldStage.Connected).Select(call => call.Agent).ToList();
        Require(connected.Distinct().Count() == connected.Count, "no agent has two calls");
        Require(
            _agents.Where(agent => agent.Status == WorldStatus.Talking).Select(agent => agent.Call).Distinct().Count()
                == _agents.Count(agent => agent.Status == WorldStatus.Talking),
            "no caller talks with two agents");
    }

    private void CheckRest()
    {
        var words = _core.Core.Words();
        var waiting = words.OfType<RoutingInput.CallerWaiting>().Select(word => word.Interaction).ToHashSet();
        Require(
            waiting.SetEquals(_calls.Where(call => call.Stage == WorldStage.Waiting).Select(call => call.Id)),
            "the router knows whoever waits and nobody else");
        Require(
            _agents.All(agent => agent.Status != WorldStatus.Reserved), "no reservation is left when nothing rings");
        Require(_calls.All(call => call.Stage != WorldStage.Offered), "no offer is left when all have rung out");
        Require(
            _agents.All(agent => agent.Status != WorldStatus.Talking
                || _calls.Any(call => call.Id == agent.Call && call.Agent == agent.Id)),
            "whoever talks talks with a caller who talks with him");
        var free = words.OfType<RoutingInput.AgentAvailable>().Select(word => word.Agent)
            .Except(words.OfType<RoutingInput.AgentUnavailable>().Select(word => word.Agent))
            .Except(words.OfType<RoutingInput.AgentSignedOut>().Select(word => word.Agent));
        Require(
            free.ToHashSet().SetEquals(_agents.Where(each => each.Status == WorldStatus.Ready).Select(each => each.Id)),
            "the router knows whoever is free and nobody else");
    }

    private WorldAgent AgentOf(AgentId id) => _agents.Single(agent => agent.Id == id);

    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"It does not hold that {what}.");
        }
    }
}

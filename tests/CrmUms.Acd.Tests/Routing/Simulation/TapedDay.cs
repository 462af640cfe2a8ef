using System.Text.Json;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Routing.Simulation;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using static CrmUms.Acd.Tests.Routing.Centre;

namespace CrmUms.Acd.Tests.Routing.Simulation;

/// <summary>A day that a router puts on tape, told second by second. Nobody rings: a choice is an answer.</summary>
internal sealed class TapedDay
{
    private readonly RoutingCore _core = new(RoutingRules.None);
    private readonly List<object> _tape = [new RouterStarted(Noon)];
    private readonly List<RuleChanged> _history = [];
    private readonly Dictionary<InteractionId, PriorityFacts> _facts = [];
    private CentreRules _rules = CentreRules.Empty;

    public IReadOnlyList<object> Tape => _tape;

    public static string IdOf(int agent) => Agent(agent).ToString();

    public TapedDay Rule(string kind, string id, string content)
    {
        var changed = new RuleChanged(
            _rules.Version + 1, kind, id, JsonElement.Parse(content), "system", "", Noon);
        _history.Add(changed);
        _rules = _rules.After(changed);
        return this;
    }

    public TapedDay RulesHold() => Hear(0, new RoutingInput.RulesReplaced(RoutingRulesCompiler.Compile(_rules)));

    public TapedDay Ready(double second, int agent) =>
        Hear(second, new RoutingInput.AgentAvailable(Agent(agent), Noon.AddSeconds(second), 0, 0));

    public TapedDay Busy(double second, int agent, string word) =>
        Hear(second, new RoutingInput.AgentUnavailable(Agent(agent), word));

    public TapedDay Call(double second, int caller, string dialled = "1000", string queue = "support")
    {
        var at = Noon.AddSeconds(second);
        _facts[Caller(caller)] = PriorityFacts.Of(dialled, identity: null, topic: null, at);
        return Hear(second, new RoutingInput.CallerWaiting(Caller(caller), new QueueId(queue), 0, at, []));
    }

    /// <summary>A supervisor gives a caller, who came then, to an agent.</summary>
    public TapedDay Give(double second, int caller, double came, int agent)
    {
        var given = new PreferredAgent(Agent(agent), Noon.AddSeconds(second + 120), PreferredAgent.Assigned);
        return Hear(second, new RoutingInput.CallerWaiting(
            Caller(caller), new QueueId("support"), 0, Noon.AddSeconds(came), [given]));
    }

    public TapedDay Leave(double second, int caller) => Hear(second, new RoutingInput.CallerGone(Caller(caller)));

    /// <summary>The agent answers at once, talks, and wraps up; then he is ready.</summary>
    public TapedDay Serve(double second, int agent, double talk, double wrapUp) =>
        Busy(second, agent, "reserved")
            .Busy(second, agent, "talking")
            .Busy(second + talk, agent, "wrap-up")
            .Ready(second + talk + wrapUp, agent);

    public DayReader Read()
    {
        var reader = new DayReader(Noon, Noon.AddHours(1));
        _tape.ForEach(reader.On);
        return reader;
    }

    public DayResult Simulate() => DaySimulator.Run(Read().Day(), new CoreRouter(), TimeZoneInfo.Utc);

    public DayResult SimulateWith(string export)
    {
        var (rules, problems) = ChangedRules.Read(JsonElement.Parse(export), _history);
        problems.ShouldBeEmpty();
        return DaySimulator.Run(rules!.On(Read().Day(), _facts), new CoreRouter(), TimeZoneInfo.Utc);
    }

    public IReadOnlyList<RuleProblem> ProblemsWith(string export) =>
        ChangedRules.Read(JsonElement.Parse(export), _history).Problems;

    private TapedDay Hear(double second, RoutingInput input)
    {
        var at = Noon.AddSeconds(second);
        _tape.Add(new RouterHeard(input, at));
        foreach (var (caller, agent, reason) in _core.On(input, at))
        {
            _tape.Add(new CallerRouted(caller, agent, reason, at));
        }

        return this;
    }
}

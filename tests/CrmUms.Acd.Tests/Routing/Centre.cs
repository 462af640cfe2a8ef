using System.Globalization;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Routing;

/// <summary>A core and the words of a test for what happens to it.</summary>
internal sealed class Centre(params IReadOnlyList<RoutingQueue> queues)
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    private readonly List<RoutingAgent> _agents = [];

    public DateTimeOffset Now { get; private set; } = Noon;

    public RoutingCore Core { get; } = new(new RoutingRules(1, queues, []));

    public static AgentId Agent(int number) => new(new Guid(number, 0, 0, new byte[8]));

    public static InteractionId Caller(int number) => new(new Guid(number, 1, 0, new byte[8]));

    public static RoutingQueue Queue(string requirement = "", string id = "support") =>
        RoutingQueue.Simple(new QueueId(id), requirement);

    public static RoutingQueue Relaxing(params IReadOnlyList<(int After, string Requirement)> steps) =>
        new(new QueueId("support"),
            [.. steps.Select(step => new RoutingStep(TimeSpan.FromSeconds(step.After), step.Requirement))]);

    /// <summary>Skills are written <c>russian 5, debt 3</c>.</summary>
    public static Dictionary<string, int> Levels(string text) => text
        .Split(", ", StringSplitOptions.RemoveEmptyEntries)
        .Select(skill => skill.Split(' '))
        .ToDictionary(parts => parts[0], parts => int.Parse(parts[1], CultureInfo.InvariantCulture));

    public Centre Employ(int agent, string skills = "") => Employ(new RoutingAgent(Agent(agent), Levels(skills)));

    public Centre Employ(RoutingAgent agent)
    {
        _agents.Add(agent);
        Tell(new RoutingInput.AgentChanged(agent, 1));
        return this;
    }

    public RoutingDecision? Call(
        int caller, string queue = "support", int waited = 0, int priority = 0, params PreferredAgent[] preferred) =>
        Tell(new RoutingInput.CallerWaiting(
            Caller(caller), new QueueId(queue), priority, Now.AddSeconds(-waited), preferred));

    /// <summary>Somebody calls who asks for skills himself.</summary>
    public RoutingDecision? CallFor(string skills, int caller, int waited = 0, bool skillsOnly = false) =>
        Tell(new RoutingInput.CallerWaiting(Caller(caller), new QueueId("support"), 0, Now.AddSeconds(-waited), [])
        {
            Skills = skills,
            SkillsOnly = skillsOnly,
        });

    public RoutingDecision? Ready(
        int agent, int idle = 0, double occupancy = 0, int contacts = 0, Dictionary<string, int>? inHand = null) =>
        Tell(new RoutingInput.AgentAvailable(
            Agent(agent), Now.AddSeconds(-idle), occupancy, contacts, inHand));

    public RoutingDecision? Busy(int agent, string word = "talking") =>
        Tell(new RoutingInput.AgentUnavailable(Agent(agent), word));

    public RoutingDecision? SignOut(int agent) => Tell(new RoutingInput.AgentSignedOut(Agent(agent)));

    public RoutingDecision? Leave(int caller) => Tell(new RoutingInput.CallerGone(Caller(caller)));

    public RoutingDecision? Raise(int caller, int priority) =>
        Tell(new RoutingInput.PriorityRaised(Caller(caller), priority));

    /// <summary>Time passes and the core is told whenever it asks to be.</summary>
    public RoutingDecision? Pass(int seconds)
    {
        var until = Now.AddSeconds(seconds);
        var made = new List<RoutingDecision>();
        while (Core.NextDue is { } due && due <= until)
        {
            Now = due;
            made.AddRange(Core.On(new RoutingInput.Tick(), Now));
        }

        Now = until;
        return made.SingleOrDefault();
    }

    public RoutingDecision? Tell(RoutingInput input) => TellAll(input).SingleOrDefault();

    public IReadOnlyList<RoutingDecision> TellAll(RoutingInput input) => Core.On(input, Now);

    public IReadOnlyList<RoutingDecision> Replace(params IReadOnlyList<RoutingQueue> others) =>
        TellAll(new RoutingInput.RulesReplaced(new RoutingRules(2, others, _agents)));
}

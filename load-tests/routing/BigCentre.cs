using System.Globalization;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Routing.Skills;
using CrmUms.Acd.Shared;

namespace CrmUms.RoutingBenches;

/// <summary>
/// 10,000 agents with three to six of 50 skills, 200 queues that ask for one or two of them in three steps, all
/// strategies in turn. The last queues ask for more than anybody has.
/// </summary>
internal sealed class BigCentre(int seed)
{
    public const int Agents = 10_000;
    public const int Queues = 200;
    public const int Skills = 50;
    public const int StarvedQueues = 20;
    private const int ServedQueues = Queues - StarvedQueues;

    private static readonly string[] Strategies =
    [
        "longest-idle", "least-occupied", "most-skilled", "fewest-contacts", "round-robin", "last-agent",
        "personal-manager", "weighted",
    ];

    private static readonly QueueId[] QueueIds =
        [.. Enumerable.Range(0, Queues).Select(static number =>
            new QueueId(string.Create(CultureInfo.InvariantCulture, $"queue-{number}")))];

    private readonly Random _random = new(seed);
    private int _callers;

    private AgentId[][] _ableTo = [];

    public RoutingRules Rules()
    {
        RoutingAgent[] agents = [.. Enumerable.Range(0, Agents).Select(Agent)];
        RoutingQueue[] queues = [.. Enumerable.Range(0, Queues).Select(Queue)];
        _ableTo = [.. queues.Take(ServedQueues).Select(queue => SkillParser.Parse(queue.Steps[1].Requirement)).Select(
            asked => agents.Where(agent => asked.IsMetBy(agent.Skills)).Select(agent => agent.Agent).ToArray())];
        return new RoutingRules(1, queues, agents);
    }

    public static AgentId IdOf(int agent) => new(new Guid(agent, 0, 0, new byte[8]));

    /// <summary>Somebody who serves one of the queues that are served.</summary>
    public AgentId AnyAgent()
    {
        var able = _ableTo[_random.Next(ServedQueues)];
        return able[_random.Next(able.Length)];
    }

    /// <summary>A new caller, somewhere among the queues that agents serve, or among those that they do not.</summary>
    public RoutingInput.CallerWaiting Caller(DateTimeOffset since, bool isStarved = false) => Caller(
        since, QueueIdOf(isStarved ? ServedQueues + _random.Next(StarvedQueues) : _random.Next(ServedQueues)));

    public RoutingInput.CallerWaiting Caller(DateTimeOffset since, QueueId queue) => new(
        new InteractionId(new Guid(++_callers, 1, 0, new byte[8])),
        queue,
        _random.Next(-3, 10),
        since,
        []);

    public RoutingInput.AgentAvailable Available(AgentId agent, DateTimeOffset now) =>
        new(agent, now, _random.NextDouble(), _random.Next(100));

    private RoutingQueue Queue(int number)
    {
        var skill = SkillOf(number % Skills);
        var second = SkillOf((number * 7 + 1) % Skills);
        string[] steps = number >= ServedQueues ? [$"{skill} > 9 and not {skill}", $"not {skill} and {skill}"]
            : number % 3 == 0 ? [$"{skill} >= 7 and {second}", $"{skill} >= 5", skill]
            : [$"{skill} >= 7", $"{skill} >= 4", $"{skill} or {second} >= 8"];
        return new RoutingQueue(
            QueueIdOf(number),
            [.. steps.Select((text, step) => new RoutingStep(TimeSpan.FromSeconds(step * 15), text))])
        {
            Strategy = Strategies[number % Strategies.Length],
            SecondsPerPriorityPoint = 5,
            Weights = new Dictionary<string, double>
            {
                ["skill-fit"] = 10,
                ["idle-time"] = 1,
                ["occupancy"] = 5,
                ["occupancy-cap"] = 0.98,
            },
        };
    }

    private RoutingAgent Agent(int number) => new(
        IdOf(number),
        Enumerable.Range(0, _random.Next(3, 7)).Select(_ => _random.Next(Skills)).Distinct()
            .ToDictionary(SkillOf, _ => _random.Next(1, 11)));

    private static QueueId QueueIdOf(int number) => QueueIds[number];

    private static string SkillOf(int number) => string.Create(CultureInfo.InvariantCulture, $"skill-{number}");
}

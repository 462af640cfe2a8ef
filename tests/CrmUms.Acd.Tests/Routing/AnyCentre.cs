using CrmUms.Acd.Routing;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Routing;

/// <summary>Small centres of every kind.</summary>
internal static class AnyCentre
{
    public const int Agents = 5;

    private static readonly string[] Skills = ["russian", "debt"];
    private static readonly string[] Groups = ["day", "night"];

    private static readonly string[] Requirements =
        ["", "", "russian", "russian >= 5", "russian >= 3 and debt", "russian or debt", "debt", "not debt"];

    private static readonly string[] Strategies = [.. RoutingCatalog.Strategies.Keys];

    public static RoutingRules Rules(Random random, long version = 1) => new(
        version,
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(number => Queue(random, number))],
        [.. Enumerable.Range(1, Agents).Where(_ => random.Next(8) > 0).Select(number => Agent(random, number))]);

    public static RoutingAgent Agent(Random random, int number) => new(
        Centre.Agent(number),
        Skills.Where(_ => random.Next(3) > 0).ToDictionary(skill => skill, _ => random.Next(1, 10)))
    {
        Groups = [.. Groups.Where(_ => random.Next(3) > 0)],
        Queues = random.Next(3) > 0
            ? new Dictionary<string, int>()
            : Enumerable.Range(0, 3).Where(_ => random.Next(3) > 0)
                .ToDictionary(queue => $"queue-{queue}", _ => random.Next(1, 3)),
        Capacity = random.Next(3) > 0 ? RoutingCapacity.OneCall : new RoutingCapacity(
            new Dictionary<string, int> { ["voice"] = 1, ["chat"] = random.Next(1, 3) }, random.Next(2) == 0),
    };

    private static readonly string[] Whys =
        [PreferredAgent.LastAgent, PreferredAgent.PersonalManager, PreferredAgent.Picked];

    public static QueueId QueueOf(Random random) => new($"queue-{random.Next(3)}");

    public static string? Wish(Random random) => random.Next(3) > 0 ? null : Any(random, Requirements);

    public static PreferredAgent[] Preferred(Random random, DateTimeOffset now) => random.Next(4) > 0 ? [] :
    [
        .. Enumerable.Range(0, random.Next(1, 3)).Select(_ => new PreferredAgent(
            Centre.Agent(random.Next(1, Agents + 1)),
            random.Next(2) == 0 ? null : now.AddSeconds(random.Next(-5, 30)),
            Any(random, Whys))),
    ];

    private static RoutingQueue Queue(Random random, int number)
    {
        var after = 0;
        return new RoutingQueue(
            new QueueId($"queue-{number}"),
            [.. Enumerable.Range(0, random.Next(1, 4)).Select(step => new RoutingStep(
                TimeSpan.FromSeconds(step == 0 ? 0 : after += random.Next(1, 20)), Any(random, Requirements)))])
        {
            Channel = random.Next(4) == 0 ? RoutingCapacity.Chat : RoutingCapacity.Voice,
            Groups = random.Next(3) == 0 ? [Any(random, Groups)] : [],
            Strategy = Any(random, Strategies),
            Weights = new Dictionary<string, double>
            {
                ["skill-fit"] = random.Next(3),
                ["occupancy"] = random.Next(3),
                ["occupancy-cap"] = 0.75,
            },
            SecondsPerPriorityPoint = random.Next(3),
            Wishes = random.Next(3) > 0 ? null : [Any(random, Requirements), Any(random, Requirements)],
            PersonalWaits = random.Next(2) == 0 ? new Dictionary<string, TimeSpan>() : new Dictionary<string, TimeSpan>
            {
                [PreferredAgent.LastAgent] = TimeSpan.FromSeconds(random.Next(1, 30)),
            },
        };
    }

    private static string Any(Random random, string[] of) => of[random.Next(of.Length)];
}

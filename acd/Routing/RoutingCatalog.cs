using CrmUms.Acd.Routing.Strategies;

namespace CrmUms.Acd.Routing;

/// <summary>
/// Every routing strategy by its key, made of the queue's weights. A key, once released, is never renamed: settings and
/// journal hold it.
/// </summary>
internal static class RoutingCatalog
{
    public const string Default = "longest-idle";

    public static IReadOnlyDictionary<string, MakeStrategy> Strategies { get; } =
        new Dictionary<string, MakeStrategy>
        {
            [Default] = static _ => new LongestIdleStrategy(),
            ["least-occupied"] = static _ => new LeastOccupiedStrategy(),
            ["most-skilled"] = static _ => new MostSkilledStrategy(),
            ["fewest-contacts"] = static _ => new FewestContactsStrategy(),
            ["round-robin"] = static _ => new RoundRobinStrategy(),
            ["last-agent"] = static weights => new LastAgentStrategy(weights),
            ["personal-manager"] = static weights => new PersonalManagerStrategy(weights),
            ["weighted"] = static weights => new WeightedStrategy(weights),
        };
}

/// <summary>Makes the strategy of one queue.</summary>
internal delegate IRoutingStrategy MakeStrategy(IReadOnlyDictionary<string, double> weights);

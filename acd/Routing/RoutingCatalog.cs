using CrmUms.Acd.Routing.Strategies;

namespace CrmUms.Acd.Routing;

/// <summary>
/// Every routing strategy by its key. A key, once released, is never renamed: settings and journal hold it.
/// </summary>
internal static class RoutingCatalog
{
    public const string Default = "longest-idle";

    public static IReadOnlyDictionary<string, Func<IRoutingStrategy>> Strategies { get; } =
        new Dictionary<string, Func<IRoutingStrategy>>
        {
            [Default] = static () => new LongestIdleStrategy(),
        };
}

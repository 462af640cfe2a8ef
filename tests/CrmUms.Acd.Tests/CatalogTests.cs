using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Routing;

namespace CrmUms.Acd.Tests;

/// <summary>A member of a family is a file and a line: the line cannot be forgotten.</summary>
public sealed class CatalogTests
{
    [Fact]
    public void Every_event_has_a_manifest()
    {
        var events = typeof(AcdEvents)
            .Assembly.GetTypes()
            .Where(type =>
                type.IsClass
                && (type.IsAssignableTo(typeof(IInteractionEvent)) || type.IsAssignableTo(typeof(IAgentEvent)))
            );

        events.Except(AcdEvents.Manifests.Values).ShouldBeEmpty();
    }

    [Fact]
    public void No_type_has_two_manifests() =>
        AcdEvents.Manifests.Values.Distinct().Count().ShouldBe(AcdEvents.Manifests.Count);

    [Fact]
    public void Every_routing_strategy_stands_in_the_catalog()
    {
        var none = new Dictionary<string, double>();
        var strategies = typeof(AcdEvents)
            .Assembly.GetTypes()
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IRoutingStrategy)));

        strategies.ShouldBe(RoutingCatalog.Strategies.Values.Select(make => make(none).GetType()), ignoreOrder: true);
    }
}

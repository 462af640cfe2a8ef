using System.Text.Json;
using CrmUms.Acd.Routing;

namespace CrmUms.Acd.Tests.Routing;

/// <summary>Decisions as text, so that all of them can be compared, to the last reason.</summary>
internal static class Tape
{
    public static string Text(IEnumerable<RoutingDecision> decisions) => JsonSerializer.Serialize(decisions);

    public static string Text(IEnumerable<CallerRouted> routed) =>
        Text(routed.Select(each => new RoutingDecision(each.Interaction, each.Agent, each.Reason)));
}

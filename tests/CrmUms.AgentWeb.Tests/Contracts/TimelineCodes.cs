using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using CrmUms.Acd;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ports;

namespace CrmUms.AgentWeb.Tests.Contracts;

/// <summary>
/// Every code that can stand in the timeline of an interaction, by what it tells. The page's tests read them from
/// tests/wire: none may be without words.
/// </summary>
internal static class TimelineCodes
{
    public static Dictionary<string, string[]> All { get; } = new()
    {
        ["timeline"] =
        [
            .. AcdEvents.Manifests
                .Where(known => known.Value.IsAssignableTo(typeof(IInteractionEvent)))
                .Select(known => known.Key),
        ],
        ["ending"] = [.. Names<InteractionEnding>(), .. Names<OfferEnding>()],
        ["arrangement"] = [.. Names<Arrangement>()],
        ["queueLeaving"] = [.. Names<FlowQueueLeaving>()],
        ["dialEnding"] = [.. Names<FlowDialEnding>().Union(Names<OutboundOutcome>())],
        ["flowNote"] =
        [
            .. typeof(FlowNote).GetCustomAttributes<JsonDerivedTypeAttribute>()
                .Select(known => (string)known.TypeDiscriminator!),
        ],
        ["flowFault"] =
        [
            .. typeof(FlowFault).GetFields().Where(field => field.IsLiteral)
                .Select(field => (string)field.GetRawConstantValue()!),
        ],
        ["flowEnding"] = [.. Names<FlowEnding>()],
    };

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName);
}

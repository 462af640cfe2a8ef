// Generated from Asterisk's API description by cti-gateway/generator. Do not edit.
#nullable enable

namespace CrmUms.CtiGateway.Ari.Generated;

internal static class EndpointsRequests
{
    /// <summary>Details for an endpoint.</summary>
    public static AriRequest<Endpoint> Get(
        string tech,
        string resource) =>
        new(
            "GET",
            $"endpoints/{AriUri.Escape(tech)}/{AriUri.Escape(resource)}",
            null, AriJson.Default.Endpoint);

    /// <summary>List available endoints for a given endpoint technology.</summary>
    public static AriRequest<IReadOnlyList<Endpoint>> ListByTech(string tech) =>
        new(
            "GET",
            $"endpoints/{AriUri.Escape(tech)}",
            null, AriJson.Default.IReadOnlyListEndpoint);
}

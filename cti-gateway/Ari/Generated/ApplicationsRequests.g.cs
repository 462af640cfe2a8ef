// Generated from Asterisk's API description by cti-gateway/generator. Do not edit.
#nullable enable

namespace CrmUms.CtiGateway.Ari.Generated;

internal static class ApplicationsRequests
{
    /// <summary>Filter application events types.</summary>
    public static AriRequest<Application> Filter(
        string applicationName,
        string? filter = null) =>
        new(
            "PUT",
            $"applications/{AriUri.Escape(applicationName)}/eventFilter",
            filter, AriJson.Default.Application);
}

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

    /// <summary>Subscribe an application to a event source.</summary>
    public static AriRequest<Application> Subscribe(
        string applicationName,
        string eventSource) =>
        new(
            "POST",
            AriUri.Of(
                $"applications/{AriUri.Escape(applicationName)}/subscription",
                ("eventSource", eventSource)),
            null, AriJson.Default.Application);
}

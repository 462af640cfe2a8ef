// Generated from Asterisk's API description by cti-gateway/generator. Do not edit.
#nullable enable

namespace CrmUms.CtiGateway.Ari.Generated;

internal static class AsteriskRequests
{
    /// <summary>Delete a dynamic configuration object.</summary>
    public static AriRequest DeleteObject(
        string configClass,
        string objectType,
        string id) =>
        new(
            "DELETE",
            $"asterisk/config/dynamic/{AriUri.Escape(configClass)}/{AriUri.Escape(objectType)}/{AriUri.Escape(id)}",
            null);

    /// <summary>Response pong message.</summary>
    public static AriRequest<AsteriskPing> Ping() =>
        new(
            "GET",
            "asterisk/ping",
            null, AriJson.Default.AsteriskPing);

    /// <summary>Reload an Asterisk module.</summary>
    public static AriRequest ReloadModule(string moduleName) =>
        new(
            "PUT",
            $"asterisk/modules/{AriUri.Escape(moduleName)}",
            null);

    /// <summary>Create or update a dynamic configuration object.</summary>
    public static AriRequest<IReadOnlyList<ConfigTuple>> UpdateObject(
        string configClass,
        string objectType,
        string id,
        string? fields = null) =>
        new(
            "PUT",
            $"asterisk/config/dynamic/{AriUri.Escape(configClass)}/{AriUri.Escape(objectType)}/{AriUri.Escape(id)}",
            fields, AriJson.Default.IReadOnlyListConfigTuple);
}

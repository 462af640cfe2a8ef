// Generated from Asterisk's API description by cti-gateway/generator. Do not edit.
#nullable enable

namespace CrmUms.CtiGateway.Ari.Generated;

internal static class BridgesRequests
{
    /// <summary>Add a channel to a bridge.</summary>
    public static AriRequest AddChannel(
        string bridgeId,
        string channel,
        string? role = null,
        bool? absorbDtmf = null,
        bool? mute = null,
        bool? inhibitConnectedLineUpdates = null) =>
        new(
            "POST",
            AriUri.Of(
                $"bridges/{AriUri.Escape(bridgeId)}/addChannel",
                ("channel", channel),
                ("role", role),
                ("absorbDTMF", absorbDtmf?.ToString().ToLowerInvariant()),
                ("mute", mute?.ToString().ToLowerInvariant()),
                ("inhibitConnectedLineUpdates", inhibitConnectedLineUpdates?.ToString().ToLowerInvariant())),
            null);

    /// <summary>Create a new bridge.</summary>
    public static AriRequest<Bridge> CreateWithId(
        string bridgeId,
        string? type = null,
        string? name = null,
        string? variables = null) =>
        new(
            "POST",
            AriUri.Of(
                $"bridges/{AriUri.Escape(bridgeId)}",
                ("type", type),
                ("name", name)),
            variables, AriJson.Default.Bridge);

    /// <summary>Shut down a bridge.</summary>
    public static AriRequest Destroy(string bridgeId) =>
        new(
            "DELETE",
            $"bridges/{AriUri.Escape(bridgeId)}",
            null);

    /// <summary>List all active bridges in Asterisk.</summary>
    public static AriRequest<IReadOnlyList<Bridge>> List() =>
        new(
            "GET",
            "bridges",
            null, AriJson.Default.IReadOnlyListBridge);

    /// <summary>Remove a channel from a bridge.</summary>
    public static AriRequest RemoveChannel(
        string bridgeId,
        string channel) =>
        new(
            "POST",
            AriUri.Of(
                $"bridges/{AriUri.Escape(bridgeId)}/removeChannel",
                ("channel", channel)),
            null);
}

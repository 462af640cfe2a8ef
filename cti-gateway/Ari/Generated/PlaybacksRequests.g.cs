// Generated from Asterisk's API description by cti-gateway/generator. Do not edit.
#nullable enable

namespace CrmUms.CtiGateway.Ari.Generated;

internal static class PlaybacksRequests
{
    /// <summary>Get a playback's details.</summary>
    public static AriRequest<Playback> Get(string playbackId) =>
        new(
            "GET",
            $"playbacks/{AriUri.Escape(playbackId)}",
            null, AriJson.Default.Playback);

    /// <summary>Stop a playback.</summary>
    public static AriRequest Stop(string playbackId) =>
        new(
            "DELETE",
            $"playbacks/{AriUri.Escape(playbackId)}",
            null);
}

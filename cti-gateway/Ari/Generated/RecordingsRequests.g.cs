// Generated from Asterisk's API description by cti-gateway/generator. Do not edit.
#nullable enable

namespace CrmUms.CtiGateway.Ari.Generated;

internal static class RecordingsRequests
{
    /// <summary>List live recordings.</summary>
    public static AriRequest<LiveRecording> GetLive(string recordingName) =>
        new(
            "GET",
            $"recordings/live/{AriUri.Escape(recordingName)}",
            null, AriJson.Default.LiveRecording);

    /// <summary>Get a stored recording's details.</summary>
    public static AriRequest<StoredRecording> GetStored(string recordingName) =>
        new(
            "GET",
            $"recordings/stored/{AriUri.Escape(recordingName)}",
            null, AriJson.Default.StoredRecording);

    /// <summary>Stop a live recording and store it.</summary>
    public static AriRequest Stop(string recordingName) =>
        new(
            "POST",
            $"recordings/live/{AriUri.Escape(recordingName)}/stop",
            null);
}

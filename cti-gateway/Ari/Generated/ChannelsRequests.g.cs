// Generated from Asterisk's API description by cti-gateway/generator. Do not edit.
#nullable enable

using System.Globalization;

namespace CrmUms.CtiGateway.Ari.Generated;

internal static class ChannelsRequests
{
    /// <summary>Answer a channel.</summary>
    public static AriRequest Answer(string channelId) =>
        new(
            "POST",
            $"channels/{AriUri.Escape(channelId)}/answer",
            null);

    /// <summary>Channel details.</summary>
    public static AriRequest<Channel> Get(string channelId) =>
        new(
            "GET",
            $"channels/{AriUri.Escape(channelId)}",
            null, AriJson.Default.Channel);

    /// <summary>Get the value of a channel variable or function.</summary>
    public static AriRequest<Variable> GetChannelVar(
        string channelId,
        string variable) =>
        new(
            "GET",
            AriUri.Of(
                $"channels/{AriUri.Escape(channelId)}/variable",
                ("variable", variable)),
            null, AriJson.Default.Variable);

    /// <summary>Delete (i.e. hangup) a channel.</summary>
    public static AriRequest Hangup(
        string channelId,
        string? reasonCode = null,
        string? reason = null) =>
        new(
            "DELETE",
            AriUri.Of(
                $"channels/{AriUri.Escape(channelId)}",
                ("reason_code", reasonCode),
                ("reason", reason)),
            null);

    /// <summary>List all active channels in Asterisk.</summary>
    public static AriRequest<IReadOnlyList<Channel>> List() =>
        new(
            "GET",
            "channels",
            null, AriJson.Default.IReadOnlyListChannel);

    /// <summary>Mute a channel.</summary>
    public static AriRequest Mute(
        string channelId,
        string? direction = null) =>
        new(
            "POST",
            AriUri.Of(
                $"channels/{AriUri.Escape(channelId)}/mute",
                ("direction", direction)),
            null);

    /// <summary>Create a new channel (originate with id).</summary>
    public static AriRequest<Channel> OriginateWithId(
        string channelId,
        string endpoint,
        string? extension = null,
        string? context = null,
        long? priority = null,
        string? label = null,
        string? app = null,
        string? appArgs = null,
        string? callerId = null,
        int? timeout = null,
        string? variables = null,
        string? otherChannelId = null,
        string? originator = null,
        string? formats = null) =>
        new(
            "POST",
            AriUri.Of(
                $"channels/{AriUri.Escape(channelId)}",
                ("endpoint", endpoint),
                ("extension", extension),
                ("context", context),
                ("priority", priority?.ToString(CultureInfo.InvariantCulture)),
                ("label", label),
                ("app", app),
                ("appArgs", appArgs),
                ("callerId", callerId),
                ("timeout", timeout?.ToString(CultureInfo.InvariantCulture)),
                ("otherChannelId", otherChannelId),
                ("originator", originator),
                ("formats", formats)),
            variables, AriJson.Default.Channel);

    /// <summary>Start playback of media and specify the playbackId.</summary>
    public static AriRequest<Playback> PlayWithId(
        string channelId,
        string playbackId,
        string media,
        string? lang = null,
        int? offsetms = null,
        int? skipms = null) =>
        new(
            "POST",
            AriUri.Of(
                $"channels/{AriUri.Escape(channelId)}/play/{AriUri.Escape(playbackId)}",
                ("media", media),
                ("lang", lang),
                ("offsetms", offsetms?.ToString(CultureInfo.InvariantCulture)),
                ("skipms", skipms?.ToString(CultureInfo.InvariantCulture))),
            null, AriJson.Default.Playback);

    /// <summary>Start a recording.</summary>
    public static AriRequest<LiveRecording> Record(
        string channelId,
        string name,
        string format,
        int? maxDurationSeconds = null,
        int? maxSilenceSeconds = null,
        string? ifExists = null,
        bool? beep = null,
        string? terminateOn = null) =>
        new(
            "POST",
            AriUri.Of(
                $"channels/{AriUri.Escape(channelId)}/record",
                ("name", name),
                ("format", format),
                ("maxDurationSeconds", maxDurationSeconds?.ToString(CultureInfo.InvariantCulture)),
                ("maxSilenceSeconds", maxSilenceSeconds?.ToString(CultureInfo.InvariantCulture)),
                ("ifExists", ifExists),
                ("beep", beep?.ToString().ToLowerInvariant()),
                ("terminateOn", terminateOn)),
            null, AriJson.Default.LiveRecording);

    /// <summary>Send provided DTMF to a given channel.</summary>
    public static AriRequest SendDtmf(
        string channelId,
        string? dtmf = null,
        int? before = null,
        int? between = null,
        int? duration = null,
        int? after = null) =>
        new(
            "POST",
            AriUri.Of(
                $"channels/{AriUri.Escape(channelId)}/dtmf",
                ("dtmf", dtmf),
                ("before", before?.ToString(CultureInfo.InvariantCulture)),
                ("between", between?.ToString(CultureInfo.InvariantCulture)),
                ("duration", duration?.ToString(CultureInfo.InvariantCulture)),
                ("after", after?.ToString(CultureInfo.InvariantCulture))),
            null);

    /// <summary>Set the value of a channel variable or function.</summary>
    public static AriRequest SetChannelVar(
        string channelId,
        string variable,
        string? value = null,
        bool? reportEvents = null) =>
        new(
            "POST",
            AriUri.Of(
                $"channels/{AriUri.Escape(channelId)}/variable",
                ("variable", variable),
                ("value", value),
                ("report_events", reportEvents?.ToString().ToLowerInvariant())),
            null);

    /// <summary>Start snooping.</summary>
    public static AriRequest<Channel> SnoopChannelWithId(
        string channelId,
        string snoopId,
        string app,
        string? spy = null,
        string? whisper = null,
        string? appArgs = null) =>
        new(
            "POST",
            AriUri.Of(
                $"channels/{AriUri.Escape(channelId)}/snoop/{AriUri.Escape(snoopId)}",
                ("spy", spy),
                ("whisper", whisper),
                ("app", app),
                ("appArgs", appArgs)),
            null, AriJson.Default.Channel);

    /// <summary>Play music on hold to a channel.</summary>
    public static AriRequest StartMoh(
        string channelId,
        string? mohClass = null) =>
        new(
            "POST",
            AriUri.Of(
                $"channels/{AriUri.Escape(channelId)}/moh",
                ("mohClass", mohClass)),
            null);

    /// <summary>Stop playing music on hold to a channel.</summary>
    public static AriRequest StopMoh(string channelId) =>
        new(
            "DELETE",
            $"channels/{AriUri.Escape(channelId)}/moh",
            null);

    /// <summary>Unmute a channel.</summary>
    public static AriRequest Unmute(
        string channelId,
        string? direction = null) =>
        new(
            "DELETE",
            AriUri.Of(
                $"channels/{AriUri.Escape(channelId)}/mute",
                ("direction", direction)),
            null);
}

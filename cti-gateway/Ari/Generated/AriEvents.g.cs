// Generated from Asterisk's API description by cti-gateway/generator. Do not edit.
#nullable enable

using System.Text.Json;

namespace CrmUms.CtiGateway.Ari.Generated;

/// <summary>Reads an event by the name that stands in its <c>type</c>.</summary>
internal static class AriEvents
{
    /// <summary>The event, or null when the description does not know the name.</summary>
    public static AriEvent? Read(string type, ReadOnlySpan<byte> json) => type switch
    {
        "ApplicationMoveFailed" => JsonSerializer.Deserialize(json, AriJson.Default.ApplicationMoveFailed),
        "ApplicationRegistered" => JsonSerializer.Deserialize(json, AriJson.Default.ApplicationRegistered),
        "ApplicationReplaced" => JsonSerializer.Deserialize(json, AriJson.Default.ApplicationReplaced),
        "ApplicationUnregistered" => JsonSerializer.Deserialize(json, AriJson.Default.ApplicationUnregistered),
        "BridgeAttendedTransfer" => JsonSerializer.Deserialize(json, AriJson.Default.BridgeAttendedTransfer),
        "BridgeBlindTransfer" => JsonSerializer.Deserialize(json, AriJson.Default.BridgeBlindTransfer),
        "BridgeCreated" => JsonSerializer.Deserialize(json, AriJson.Default.BridgeCreated),
        "BridgeDestroyed" => JsonSerializer.Deserialize(json, AriJson.Default.BridgeDestroyed),
        "BridgeMerged" => JsonSerializer.Deserialize(json, AriJson.Default.BridgeMerged),
        "BridgeVideoSourceChanged" => JsonSerializer.Deserialize(json, AriJson.Default.BridgeVideoSourceChanged),
        "CallBroadcast" => JsonSerializer.Deserialize(json, AriJson.Default.CallBroadcast),
        "CallClaimed" => JsonSerializer.Deserialize(json, AriJson.Default.CallClaimed),
        "ChannelCallerId" => JsonSerializer.Deserialize(json, AriJson.Default.ChannelCallerId),
        "ChannelConnectedLine" => JsonSerializer.Deserialize(json, AriJson.Default.ChannelConnectedLine),
        "ChannelCreated" => JsonSerializer.Deserialize(json, AriJson.Default.ChannelCreated),
        "ChannelDestroyed" => JsonSerializer.Deserialize(json, AriJson.Default.ChannelDestroyed),
        "ChannelDialplan" => JsonSerializer.Deserialize(json, AriJson.Default.ChannelDialplan),
        "ChannelDtmfReceived" => JsonSerializer.Deserialize(json, AriJson.Default.ChannelDtmfReceived),
        "ChannelEnteredBridge" => JsonSerializer.Deserialize(json, AriJson.Default.ChannelEnteredBridge),
        "ChannelHangupRequest" => JsonSerializer.Deserialize(json, AriJson.Default.ChannelHangupRequest),
        "ChannelHold" => JsonSerializer.Deserialize(json, AriJson.Default.ChannelHold),
        "ChannelLeftBridge" => JsonSerializer.Deserialize(json, AriJson.Default.ChannelLeftBridge),
        "ChannelStateChange" => JsonSerializer.Deserialize(json, AriJson.Default.ChannelStateChange),
        "ChannelTalkingFinished" => JsonSerializer.Deserialize(json, AriJson.Default.ChannelTalkingFinished),
        "ChannelTalkingStarted" => JsonSerializer.Deserialize(json, AriJson.Default.ChannelTalkingStarted),
        "ChannelToneDetected" => JsonSerializer.Deserialize(json, AriJson.Default.ChannelToneDetected),
        "ChannelTransfer" => JsonSerializer.Deserialize(json, AriJson.Default.ChannelTransfer),
        "ChannelUnhold" => JsonSerializer.Deserialize(json, AriJson.Default.ChannelUnhold),
        "ChannelUserevent" => JsonSerializer.Deserialize(json, AriJson.Default.ChannelUserevent),
        "ChannelVarset" => JsonSerializer.Deserialize(json, AriJson.Default.ChannelVarset),
        "ContactStatusChange" => JsonSerializer.Deserialize(json, AriJson.Default.ContactStatusChange),
        "DeviceStateChanged" => JsonSerializer.Deserialize(json, AriJson.Default.DeviceStateChanged),
        "Dial" => JsonSerializer.Deserialize(json, AriJson.Default.Dial),
        "EndpointStateChange" => JsonSerializer.Deserialize(json, AriJson.Default.EndpointStateChange),
        "PeerStatusChange" => JsonSerializer.Deserialize(json, AriJson.Default.PeerStatusChange),
        "PlaybackContinuing" => JsonSerializer.Deserialize(json, AriJson.Default.PlaybackContinuing),
        "PlaybackFinished" => JsonSerializer.Deserialize(json, AriJson.Default.PlaybackFinished),
        "PlaybackStarted" => JsonSerializer.Deserialize(json, AriJson.Default.PlaybackStarted),
        "RESTResponse" => JsonSerializer.Deserialize(json, AriJson.Default.RestResponse),
        "RecordingFailed" => JsonSerializer.Deserialize(json, AriJson.Default.RecordingFailed),
        "RecordingFinished" => JsonSerializer.Deserialize(json, AriJson.Default.RecordingFinished),
        "RecordingStarted" => JsonSerializer.Deserialize(json, AriJson.Default.RecordingStarted),
        "StasisEnd" => JsonSerializer.Deserialize(json, AriJson.Default.StasisEnd),
        "StasisStart" => JsonSerializer.Deserialize(json, AriJson.Default.StasisStart),
        "TextMessageReceived" => JsonSerializer.Deserialize(json, AriJson.Default.TextMessageReceived),
        _ => null,
    };
}

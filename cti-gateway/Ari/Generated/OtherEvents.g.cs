// Generated from Asterisk's API description by cti-gateway/generator. Do not edit.
#nullable enable

namespace CrmUms.CtiGateway.Ari.Generated;

/// <summary>Notification that trying to move a channel to another Stasis application failed.</summary>
internal sealed record ApplicationMoveFailed : AriEvent
{
    public Channel Channel { get; init; } = new();

    public string Destination { get; init; } = "";

    public IReadOnlyList<string> Args { get; init; } = [];
}

/// <summary>Notification that a Stasis app has been registered.</summary>
internal sealed record ApplicationRegistered : AriEvent
{
}

/// <summary>Notification that another WebSocket has taken over for an application.</summary>
internal sealed record ApplicationReplaced : AriEvent
{
}

/// <summary>Notification that a Stasis app has been unregistered.</summary>
internal sealed record ApplicationUnregistered : AriEvent
{
}

/// <summary>Notification that a channel is being broadcast to ARI applications for claiming.</summary>
internal sealed record CallBroadcast : AriEvent
{
    public Channel Channel { get; init; } = new();

    public string? Caller { get; init; }

    public string? Called { get; init; }
}

internal sealed record CallClaimed : AriEvent
{
    public Channel Channel { get; init; } = new();

    public string WinnerApp { get; init; } = "";
}

/// <summary>The state of a contact on an endpoint has changed.</summary>
internal sealed record ContactStatusChange : AriEvent
{
    public Endpoint Endpoint { get; init; } = new();

    public ContactInfo ContactInfo { get; init; } = new();
}

/// <summary>Notification that a device state has changed.</summary>
internal sealed record DeviceStateChanged : AriEvent
{
    public DeviceState DeviceState { get; init; } = new();
}

/// <summary>Dialing state has changed.</summary>
internal sealed record Dial : AriEvent
{
    public Channel? Caller { get; init; }

    public Channel Peer { get; init; } = new();

    public string? Forward { get; init; }

    public Channel? Forwarded { get; init; }

    public string? Dialstring { get; init; }

    public string Dialstatus { get; init; } = "";
}

/// <summary>Endpoint state changed.</summary>
internal sealed record EndpointStateChange : AriEvent
{
    public Endpoint Endpoint { get; init; } = new();
}

/// <summary>The state of a peer associated with an endpoint has changed.</summary>
internal sealed record PeerStatusChange : AriEvent
{
    public Endpoint Endpoint { get; init; } = new();

    public Peer Peer { get; init; } = new();
}

internal sealed record PlaybackContinuing : AriEvent
{
    public Playback Playback { get; init; } = new();
}

/// <summary>Event showing the completion of a media playback operation.</summary>
internal sealed record PlaybackFinished : AriEvent
{
    public Playback Playback { get; init; } = new();
}

/// <summary>Event showing the start of a media playback operation.</summary>
internal sealed record PlaybackStarted : AriEvent
{
    public Playback Playback { get; init; } = new();
}

/// <summary>REST over Websocket Response.</summary>
internal sealed record RestResponse : AriEvent
{
    public string TransactionId { get; init; } = "";

    public string RequestId { get; init; } = "";

    public int StatusCode { get; init; }

    public string ReasonPhrase { get; init; } = "";

    public string Uri { get; init; } = "";

    public string? ContentType { get; init; }

    public string? MessageBody { get; init; }
}

/// <summary>Event showing failure of a recording operation.</summary>
internal sealed record RecordingFailed : AriEvent
{
    public LiveRecording Recording { get; init; } = new();
}

/// <summary>Event showing the completion of a recording operation.</summary>
internal sealed record RecordingFinished : AriEvent
{
    public LiveRecording Recording { get; init; } = new();
}

/// <summary>Event showing the start of a recording operation.</summary>
internal sealed record RecordingStarted : AriEvent
{
    public LiveRecording Recording { get; init; } = new();
}

/// <summary>Notification that a channel has left a Stasis application.</summary>
internal sealed record StasisEnd : AriEvent
{
    public Channel Channel { get; init; } = new();
}

/// <summary>Notification that a channel has entered a Stasis application.</summary>
internal sealed record StasisStart : AriEvent
{
    public IReadOnlyList<string> Args { get; init; } = [];

    public Channel Channel { get; init; } = new();

    public Channel? ReplaceChannel { get; init; }
}

/// <summary>A text message was received from an endpoint.</summary>
internal sealed record TextMessageReceived : AriEvent
{
    public TextMessage Message { get; init; } = new();

    public Endpoint? Endpoint { get; init; }
}

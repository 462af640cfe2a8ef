// Generated from Asterisk's API description by cti-gateway/generator. Do not edit.
#nullable enable

using System.Text.Json;

namespace CrmUms.CtiGateway.Ari.Generated;

/// <summary>Channel changed Caller ID.</summary>
internal sealed record ChannelCallerId : AriEvent
{
    public int CallerPresentation { get; init; }

    public string CallerPresentationTxt { get; init; } = "";

    public Channel Channel { get; init; } = new();
}

/// <summary>Channel changed Connected Line.</summary>
internal sealed record ChannelConnectedLine : AriEvent
{
    public Channel Channel { get; init; } = new();
}

/// <summary>Notification that a channel has been created.</summary>
internal sealed record ChannelCreated : AriEvent
{
    public Channel Channel { get; init; } = new();
}

/// <summary>Notification that a channel has been destroyed.</summary>
internal sealed record ChannelDestroyed : AriEvent
{
    public int Cause { get; init; }

    public string CauseTxt { get; init; } = "";

    public int? TechCause { get; init; }

    public Channel Channel { get; init; } = new();
}

/// <summary>Channel changed location in the dialplan.</summary>
internal sealed record ChannelDialplan : AriEvent
{
    public Channel Channel { get; init; } = new();

    public string DialplanApp { get; init; } = "";

    public string DialplanAppData { get; init; } = "";
}

/// <summary>DTMF received on a channel.</summary>
internal sealed record ChannelDtmfReceived : AriEvent
{
    public string Digit { get; init; } = "";

    public int DurationMs { get; init; }

    public Channel Channel { get; init; } = new();
}

/// <summary>Notification that a channel has entered a bridge.</summary>
internal sealed record ChannelEnteredBridge : AriEvent
{
    public Bridge Bridge { get; init; } = new();

    public Channel? Channel { get; init; }
}

/// <summary>A hangup was requested on the channel.</summary>
internal sealed record ChannelHangupRequest : AriEvent
{
    public int? Cause { get; init; }

    public int? TechCause { get; init; }

    public bool? Soft { get; init; }

    public Channel Channel { get; init; } = new();
}

/// <summary>A channel initiated a media hold.</summary>
internal sealed record ChannelHold : AriEvent
{
    public Channel Channel { get; init; } = new();

    public string? Musicclass { get; init; }
}

/// <summary>Notification that a channel has left a bridge.</summary>
internal sealed record ChannelLeftBridge : AriEvent
{
    public Bridge Bridge { get; init; } = new();

    public Channel Channel { get; init; } = new();
}

/// <summary>Notification of a channel's state change.</summary>
internal sealed record ChannelStateChange : AriEvent
{
    public Channel Channel { get; init; } = new();
}

/// <summary>Talking is no longer detected on the channel.</summary>
internal sealed record ChannelTalkingFinished : AriEvent
{
    public Channel Channel { get; init; } = new();

    public int Duration { get; init; }
}

/// <summary>Talking was detected on the channel.</summary>
internal sealed record ChannelTalkingStarted : AriEvent
{
    public Channel Channel { get; init; } = new();
}

/// <summary>Tone was detected on the channel.</summary>
internal sealed record ChannelToneDetected : AriEvent
{
    public Channel Channel { get; init; } = new();
}

/// <summary>transfer on a channel.</summary>
internal sealed record ChannelTransfer : AriEvent
{
    public string? State { get; init; }

    public ReferTo ReferTo { get; init; } = new();

    public ReferredBy ReferredBy { get; init; } = new();
}

/// <summary>A channel initiated a media unhold.</summary>
internal sealed record ChannelUnhold : AriEvent
{
    public Channel Channel { get; init; } = new();
}

/// <summary>User-generated event with additional user-defined fields in the object.</summary>
internal sealed record ChannelUserevent : AriEvent
{
    public string Eventname { get; init; } = "";

    public Channel? Channel { get; init; }

    public Bridge? Bridge { get; init; }

    public Endpoint? Endpoint { get; init; }

    public JsonElement Userevent { get; init; }
}

/// <summary>Channel variable changed.</summary>
internal sealed record ChannelVarset : AriEvent
{
    public string Variable { get; init; } = "";

    public string Value { get; init; } = "";

    public Channel? Channel { get; init; }
}

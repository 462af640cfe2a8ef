// Generated from Asterisk's API description by cti-gateway/generator. Do not edit.
#nullable enable

using System.Text.Json;

namespace CrmUms.CtiGateway.Ari.Generated;

/// <summary>Protocol specific additional parameter.</summary>
internal sealed record AdditionalParam
{
    public string ParameterName { get; init; } = "";

    public string ParameterValue { get; init; } = "";
}

/// <summary>Details of a Stasis application.</summary>
internal sealed record Application
{
    public string Name { get; init; } = "";

    public IReadOnlyList<string> ChannelIds { get; init; } = [];

    public IReadOnlyList<string> BridgeIds { get; init; } = [];

    public IReadOnlyList<string> EndpointIds { get; init; } = [];

    public IReadOnlyList<string> DeviceNames { get; init; } = [];

    public IReadOnlyList<JsonElement> EventsAllowed { get; init; } = [];

    public IReadOnlyList<JsonElement> EventsDisallowed { get; init; } = [];
}

/// <summary>Asterisk ping information.</summary>
internal sealed record AsteriskPing
{
    public string AsteriskId { get; init; } = "";

    public string Ping { get; init; } = "";

    public string Timestamp { get; init; } = "";
}

/// <summary>The merging of media from one or more channels.</summary>
internal sealed record Bridge
{
    public string Id { get; init; } = "";

    public string Technology { get; init; } = "";

    public string BridgeType { get; init; } = "";

    public string BridgeClass { get; init; } = "";

    public string Creator { get; init; } = "";

    public string Name { get; init; } = "";

    public IReadOnlyList<string> Channels { get; init; } = [];

    public string? VideoMode { get; init; }

    public string? VideoSourceId { get; init; }

    public DateTimeOffset Creationtime { get; init; }

    public JsonElement? Bridgevars { get; init; }
}

/// <summary>Caller identification.</summary>
internal sealed record CallerId
{
    public string Name { get; init; } = "";

    public string Number { get; init; } = "";
}

/// <summary>A specific communication connection between Asterisk and an Endpoint.</summary>
internal sealed record Channel
{
    public string Id { get; init; } = "";

    public string ProtocolId { get; init; } = "";

    public string Name { get; init; } = "";

    public string State { get; init; } = "";

    public CallerId Caller { get; init; } = new();

    public CallerId Connected { get; init; } = new();

    public string Accountcode { get; init; } = "";

    public DialplanCep Dialplan { get; init; } = new();

    public DateTimeOffset Creationtime { get; init; }

    public string Language { get; init; } = "";

    public JsonElement? Channelvars { get; init; }

    public string? CallerRdnis { get; init; }

    public string? Tenantid { get; init; }
}

/// <summary>A key/value pair that makes up part of a configuration object.</summary>
internal sealed record ConfigTuple
{
    public string Attribute { get; init; } = "";

    public string Value { get; init; } = "";
}

/// <summary>Detailed information about a contact on an endpoint.</summary>
internal sealed record ContactInfo
{
    public string Uri { get; init; } = "";

    public string ContactStatus { get; init; } = "";

    public string Aor { get; init; } = "";

    public string? RoundtripUsec { get; init; }
}

/// <summary>Represents the state of a device.</summary>
internal sealed record DeviceState
{
    public string Name { get; init; } = "";

    public string State { get; init; } = "";
}

/// <summary>Dialplan location (context/extension/priority).</summary>
internal sealed record DialplanCep
{
    public string Context { get; init; } = "";

    public string Exten { get; init; } = "";

    public long Priority { get; init; }

    public string AppName { get; init; } = "";

    public string AppData { get; init; } = "";
}

/// <summary>An external device that may offer/accept calls to/from Asterisk.</summary>
internal sealed record Endpoint
{
    public string Technology { get; init; } = "";

    public string Resource { get; init; } = "";

    public string? State { get; init; }

    public IReadOnlyList<string> ChannelIds { get; init; } = [];
}

/// <summary>A recording that is in progress.</summary>
internal sealed record LiveRecording
{
    public string Name { get; init; } = "";

    public string Format { get; init; } = "";

    public string TargetUri { get; init; } = "";

    public string State { get; init; } = "";

    public int? Duration { get; init; }

    public int? TalkingDuration { get; init; }

    public int? SilenceDuration { get; init; }

    public string? Cause { get; init; }
}

/// <summary>Detailed information about a remote peer that communicates with Asterisk.</summary>
internal sealed record Peer
{
    public string PeerStatus { get; init; } = "";

    public string? Cause { get; init; }

    public string? Address { get; init; }

    public string? Port { get; init; }

    public string? Time { get; init; }
}

/// <summary>Object representing the playback of media to a channel.</summary>
internal sealed record Playback
{
    public string Id { get; init; } = "";

    public string MediaUri { get; init; } = "";

    public string? NextMediaUri { get; init; }

    public string TargetUri { get; init; } = "";

    public string? Language { get; init; }

    public string State { get; init; } = "";
}

/// <summary>transfer destination requested by transferee.</summary>
internal sealed record ReferTo
{
    public RequiredDestination RequestedDestination { get; init; } = new();

    public Channel? DestinationChannel { get; init; }

    public Channel? ConnectedChannel { get; init; }

    public Bridge? Bridge { get; init; }
}

/// <summary>transfer destination requested by transferee.</summary>
internal sealed record ReferredBy
{
    public Channel SourceChannel { get; init; } = new();

    public Channel? ConnectedChannel { get; init; }

    public Bridge? Bridge { get; init; }
}

/// <summary>Information about the requested destination.</summary>
internal sealed record RequiredDestination
{
    public string? ProtocolId { get; init; }

    public string? Destination { get; init; }

    public IReadOnlyList<AdditionalParam>? AdditionalProtocolParams { get; init; }
}

/// <summary>A past recording that may be played back.</summary>
internal sealed record StoredRecording
{
    public string Name { get; init; } = "";

    public string Format { get; init; } = "";
}

/// <summary>A text message.</summary>
internal sealed record TextMessage
{
    public string From { get; init; } = "";

    public string To { get; init; } = "";

    public string Body { get; init; } = "";

    public JsonElement? Variables { get; init; }
}

/// <summary>The value of a channel variable.</summary>
internal sealed record Variable
{
    public string Value { get; init; } = "";
}

// Generated from Asterisk's API description by cti-gateway/generator. Do not edit.
#nullable enable

namespace CrmUms.CtiGateway.Ari.Generated;

/// <summary>Notification that an attended transfer has occurred.</summary>
internal sealed record BridgeAttendedTransfer : AriEvent
{
    public Channel TransfererFirstLeg { get; init; } = new();

    public Channel TransfererSecondLeg { get; init; } = new();

    public Channel? ReplaceChannel { get; init; }

    public Channel? Transferee { get; init; }

    public Channel? TransferTarget { get; init; }

    public string Result { get; init; } = "";

    public bool IsExternal { get; init; }

    public Bridge? TransfererFirstLegBridge { get; init; }

    public Bridge? TransfererSecondLegBridge { get; init; }

    public string DestinationType { get; init; } = "";

    public string? DestinationBridge { get; init; }

    public string? DestinationApplication { get; init; }

    public Channel? DestinationLinkFirstLeg { get; init; }

    public Channel? DestinationLinkSecondLeg { get; init; }

    public Channel? DestinationThreewayChannel { get; init; }

    public Bridge? DestinationThreewayBridge { get; init; }
}

/// <summary>Notification that a blind transfer has occurred.</summary>
internal sealed record BridgeBlindTransfer : AriEvent
{
    public Channel Channel { get; init; } = new();

    public Channel? ReplaceChannel { get; init; }

    public Channel? Transferee { get; init; }

    public string Exten { get; init; } = "";

    public string Context { get; init; } = "";

    public string Result { get; init; } = "";

    public bool IsExternal { get; init; }

    public Bridge? Bridge { get; init; }
}

/// <summary>Notification that a bridge has been created.</summary>
internal sealed record BridgeCreated : AriEvent
{
    public Bridge Bridge { get; init; } = new();
}

/// <summary>Notification that a bridge has been destroyed.</summary>
internal sealed record BridgeDestroyed : AriEvent
{
    public Bridge Bridge { get; init; } = new();
}

/// <summary>Notification that one bridge has merged into another.</summary>
internal sealed record BridgeMerged : AriEvent
{
    public Bridge Bridge { get; init; } = new();

    public Bridge BridgeFrom { get; init; } = new();
}

/// <summary>Notification that the source of video in a bridge has changed.</summary>
internal sealed record BridgeVideoSourceChanged : AriEvent
{
    public Bridge Bridge { get; init; } = new();

    public string? OldVideoSourceId { get; init; }
}

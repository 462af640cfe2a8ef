using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CtiGateway.Ari;
using CrmUms.CtiGateway.Ari.Generated;

namespace CrmUms.CtiGateway.Translation;

/// <summary>Pure: from an event of Asterisk to what it means. The table stands in the README of this project.</summary>
internal static class AriFacts
{
    private const string ChannelTarget = "channel:";

    /// <summary>The events that we ask Asterisk for; it filters out all others.</summary>
    public static IReadOnlyList<string> Wanted { get; } =
    [
        "RESTResponse", // Replies over the WebSocket are events too: a filter without them would swallow every answer.
        nameof(StasisStart),
        nameof(ChannelDestroyed),
        nameof(ChannelDtmfReceived),
        nameof(PlaybackFinished),
        nameof(PeerStatusChange),
        nameof(ContactStatusChange),
        nameof(ApplicationReplaced),
    ];

    public static PbxNews Of(AriEvent happened) => happened switch
    {
        StasisStart start => Entered(start.Channel, start.Args),
        ChannelDestroyed ended => Ended(ended),
        ChannelDtmfReceived key => Pressed(key),
        PlaybackFinished finished => Finished(finished.Playback),
        PeerStatusChange peer => PhoneChanged(peer.Endpoint),
        ContactStatusChange contact => ContactChanged(contact),
        ApplicationReplaced => PbxNews.TakenOver.Instance,
        _ => PbxNews.Nothing.Instance,
    };

    /// <summary>How a caller's leg came in: <c>Stasis(crmums,inbound,number,recording)</c>.</summary>
    public static CallArrived ArrivalOf(Channel channel, IReadOnlyList<string> args) => new(
        new LegId(channel.Id),
        Dialled: args.ElementAtOrDefault(1) ?? channel.Dialplan.Exten,
        CallerId: channel.Caller.Number,
        RecordingFile: args.ElementAtOrDefault(2) ?? "",
        At: channel.Creationtime);

    private static PbxNews Entered(Channel channel, IReadOnlyList<string> args) =>
        LegNames.AgentOfLeg(channel.Id) is { } agent
            ? new PbxNews.AgentLegAnswered(agent, new LegId(channel.Id))
            : new PbxNews.Fact(ArrivalOf(channel, args));

    private static PbxNews.Fact Ended(ChannelDestroyed ended)
    {
        var leg = new LegId(ended.Channel.Id);
        return new PbxNews.Fact(LegNames.AgentOfLeg(leg.Value) is { } agent
            ? new AgentLegEnded(agent, leg)
            : new CallerLegEnded(leg, ended.Cause, ended.Timestamp));
    }

    private static PbxNews Pressed(ChannelDtmfReceived key) =>
        key.Digit is [var digit] && LegNames.AgentOfLeg(key.Channel.Id) is null
            ? new PbxNews.Fact(new DigitReceived(new LegId(key.Channel.Id), digit))
            : PbxNews.Nothing.Instance;

    private static PbxNews Finished(Playback playback) =>
        playback.TargetUri.StartsWith(ChannelTarget, StringComparison.Ordinal)
            ? new PbxNews.Fact(new PromptFinished(
                new PlayId(playback.Id),
                new LegId(playback.TargetUri[ChannelTarget.Length..]),
                Failed: playback.State == "failed"))
            : PbxNews.Nothing.Instance;

    private static PbxNews PhoneChanged(Endpoint endpoint) =>
        LegNames.AgentOfEndpoint(endpoint.Resource) is { } agent
            ? new PbxNews.Fact(new AgentPhoneChanged(agent, IsRegistered(endpoint)))
            : PbxNews.Nothing.Instance;

    // The event shows which legs the endpoint had when the contact went: a leg of a new page is not among them.
    private static PbxNews ContactChanged(ContactStatusChange contact) =>
        contact.ContactInfo.ContactStatus is "Removed" or "Unreachable"
        && LegNames.AgentOfEndpoint(contact.Endpoint.Resource) is { } agent
        && contact.Endpoint.ChannelIds is [_, ..] channels
            ? new PbxNews.AgentLegsOrphaned(agent, [.. channels.Select(channel => new LegId(channel))])
            : PbxNews.Nothing.Instance;

    public static bool IsRegistered(Endpoint endpoint) => endpoint.State == "online";
}

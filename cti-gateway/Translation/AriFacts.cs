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
        nameof(Dial),
        nameof(PlaybackStarted),
        nameof(PlaybackContinuing),
        nameof(PlaybackFinished),
        nameof(RecordingStarted),
        nameof(RecordingFinished),
        nameof(RecordingFailed),
        nameof(PeerStatusChange),
        nameof(ContactStatusChange),
        nameof(ApplicationReplaced),
    ];

    public static PbxNews Of(AriEvent happened) => happened switch
    {
        StasisStart start => Entered(start),
        Dial dial => Dialled(dial),
        ChannelDestroyed ended => Ended(ended),
        ChannelDtmfReceived key => Pressed(key),
        PlaybackFinished finished => Finished(finished.Playback),
        RecordingFinished finished => Recorded(finished.Recording, failed: false),
        RecordingFailed failed => Recorded(failed.Recording, failed: true),
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

    private static PbxNews Entered(StasisStart start)
    {
        var leg = new LegId(start.Channel.Id);
        return LegNames.IsTap(leg.Value) ? new PbxNews.TapOpened(leg.Value)
            : LegNames.AgentOfLeg(leg.Value) is { } agent ? new PbxNews.AgentLegAnswered(agent, leg)
            : OutboundLegs.InteractionOf(leg) is null ? new PbxNews.Fact(ArrivalOf(start.Channel, start.Args))
            : new PbxNews.Fact(new OutboundLegAnswered(
                leg, RecordingFile: start.Args.ElementAtOrDefault(1) ?? "", start.Timestamp));
    }

    private static PbxNews Ended(ChannelDestroyed ended)
    {
        var leg = new LegId(ended.Channel.Id);
        if (LegNames.IsTap(leg.Value))
        {
            return PbxNews.Nothing.Instance; // We ended it, or it has gone with the leg that it tapped.
        }

        if (LegNames.AgentOfLeg(leg.Value) is { } agent)
        {
            return new PbxNews.Fact(new AgentLegEnded(agent, leg));
        }

        if (OutboundLegs.InteractionOf(leg) is null)
        {
            return new PbxNews.Fact(new CallerLegEnded(leg, ended.Cause, ended.Timestamp));
        }

        // A BYE to a leg of ours leaves Asterisk without a cause.
        var wasAnswered = ended.Channel.State == "Up";
        var cause = wasAnswered && ended.Cause == 0 ? HangupCauses.NormalClearing : ended.Cause;
        return new PbxNews.OutboundGone(leg, cause, wasAnswered, ended.Timestamp);
    }

    private static PbxNews Dialled(Dial dial)
    {
        var leg = new LegId(dial.Peer.Id);
        return OutboundLegs.InteractionOf(leg) is null ? PbxNews.Nothing.Instance : dial.Dialstatus switch
        {
            "RINGING" => new PbxNews.OutboundHeard(leg, OutboundWord.Rings),
            "PROGRESS" => new PbxNews.OutboundHeard(leg, OutboundWord.Plays),
            "BUSY" or "CONGESTION" or "NOANSWER" => new PbxNews.OutboundHeard(leg, OutboundWord.Refuses),
            _ => PbxNews.Nothing.Instance, // It begins, or is answered: then it enters our application.
        };
    }

    private static PbxNews Pressed(ChannelDtmfReceived key) =>
        key.Digit is [var digit] && LegNames.AgentOfLeg(key.Channel.Id) is null && !LegNames.IsTap(key.Channel.Id)
            ? new PbxNews.Fact(new DigitReceived(new LegId(key.Channel.Id), digit))
            : PbxNews.Nothing.Instance;

    private static PbxNews Finished(Playback playback) =>
        LegOf(playback.TargetUri) is not { } leg ? PbxNews.Nothing.Instance
        : LegNames.IsBeep(playback.Id) ? new PbxNews.BeepEnded(leg, playback.Id)
        : new PbxNews.PlayEnded(new PromptFinished(new PlayId(playback.Id), leg, Failed: playback.State == "failed"));

    private static PbxNews Recorded(LiveRecording recording, bool failed) =>
        LegOf(recording.TargetUri) is { } leg
            ? new PbxNews.Fact(new LegRecordingFinished(
                recording.Name, leg, failed ? TimeSpan.Zero : TimeSpan.FromSeconds(recording.Duration ?? 0), failed))
            : PbxNews.Nothing.Instance;

    private static LegId? LegOf(string target) =>
        target.StartsWith(ChannelTarget, StringComparison.Ordinal) ? new LegId(target[ChannelTarget.Length..]) : null;

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

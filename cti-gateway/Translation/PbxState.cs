using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CtiGateway.Ari.Generated;

namespace CrmUms.CtiGateway.Translation;

/// <summary>Pure: what Asterisk listed, in our words.</summary>
/// <param name="Snapshot">What the ACD is told.</param>
/// <param name="Legs">All legs that there are.</param>
/// <param name="StrayAgentLegs">Agents' legs that are up, in no bridge or in one of supervision.</param>
/// <param name="Taps">What supervisors listened through: whoever still listens asks anew.</param>
/// <param name="SupervisionBridges">Where they did.</param>
/// <param name="Phones">Agents who have an endpoint, registered or not.</param>
internal sealed record PbxState(
    PbxSnapshot Snapshot,
    IReadOnlySet<LegId> Legs,
    IReadOnlyList<LegId> StrayAgentLegs,
    IReadOnlyList<string> Taps,
    IReadOnlyList<string> SupervisionBridges,
    IReadOnlySet<AgentId> Phones)
{
    /// <summary>Whether the channel is a caller's and stands in our application.</summary>
    public static bool IsCaller(string app, Channel channel) =>
        channel.Dialplan.AppName == "Stasis"
        && ArgsOf(channel).FirstOrDefault() == app
        && IsInbound(channel);

    private static bool IsInbound(Channel channel) =>
        !LegNames.IsTap(channel.Id)
        && LegNames.AgentOfLeg(channel.Id) is null
        && OutboundLegs.InteractionOf(new LegId(channel.Id)) is null;

    public static PbxState Of(
        string app,
        IReadOnlyList<Channel> channels,
        IReadOnlyList<Bridge> bridges,
        IReadOnlyList<Endpoint> endpoints,
        IReadOnlyDictionary<string, string> interactions,
        DateTimeOffset at)
    {
        var bridgeOf = new Dictionary<string, string>();
        foreach (var (bridge, channel) in bridges.SelectMany(bridge => bridge.Channels.Select(one => (bridge.Id, one))))
        {
            bridgeOf[channel] = bridge;
        }

        var callers = channels
            .Where(channel => IsCaller(app, channel))
            .Select(channel => new PbxCaller(
                AriFacts.ArrivalOf(channel, [.. ArgsOf(channel).Skip(1)]),
                LegNames.InteractionOf(interactions.GetValueOrDefault(channel.Id, "")),
                Conversation(channel)));
        var agents = channels
            .Where(channel => LegNames.AgentOfLeg(channel.Id) is not null)
            .Select(channel => new PbxAgentLeg(
                LegNames.AgentOfLeg(channel.Id)!.Value,
                new LegId(channel.Id),
                IsUp: channel.State == "Up",
                Conversation(channel)))
            .ToList();
        var outbound = channels
            .Where(channel => OutboundLegs.InteractionOf(new LegId(channel.Id)) is not null)
            .Select(channel => OutboundLeg(app, channel, Conversation(channel)));
        var phones = endpoints
            .Where(endpoint => LegNames.AgentOfEndpoint(endpoint.Resource) is not null)
            .ToDictionary(endpoint => LegNames.AgentOfEndpoint(endpoint.Resource)!.Value);
        return new PbxState(
            new PbxSnapshot(
                [.. callers],
                agents,
                [.. outbound],
                [.. phones.Where(phone => AriFacts.IsRegistered(phone.Value)).Select(phone => phone.Key)],
                at),
            channels.Select(channel => new LegId(channel.Id)).ToHashSet(),
            [.. agents.Where(leg => leg.IsUp && MeetsNobody(leg.Leg)).Select(leg => leg.Leg)],
            [.. channels.Select(channel => channel.Id).Where(LegNames.IsTap)],
            [.. bridges.Select(bridge => bridge.Id).Where(LegNames.IsSupervisionBridge)],
            phones.Keys.ToHashSet());

        bool MeetsNobody(LegId leg) =>
            !bridgeOf.TryGetValue(leg.Value, out var bridge) || LegNames.IsSupervisionBridge(bridge);

        ConversationId? Conversation(Channel channel) =>
            bridgeOf.TryGetValue(channel.Id, out var bridge) ? LegNames.ConversationOf(bridge) : null;
    }

    private static PbxOutboundLeg OutboundLeg(string app, Channel channel, ConversationId? conversation)
    {
        var leg = new LegId(channel.Id);
        var args = ArgsOf(channel);
        // Answered while nobody listened, it waits in the dialplan and is not in our hands yet.
        var isOurs = channel.Dialplan.AppName == "Stasis" && args[0] == app;
        return new PbxOutboundLeg(
            leg,
            OutboundLegs.InteractionOf(leg)!.Value,
            isOurs ? OutboundLegState.Answered
                : channel.State is "Ringing" or "Up" ? OutboundLegState.Ringing
                : OutboundLegState.Dialled,
            RecordingFile: isOurs ? args.ElementAtOrDefault(2) ?? "" : "",
            conversation);
    }

    // The arguments as the dialplan wrote them: crmums,inbound,1000,1795332068.0.raw
    private static string[] ArgsOf(Channel channel) => channel.Dialplan.AppData.Split(',');
}

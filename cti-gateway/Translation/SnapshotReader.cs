using CrmUms.Acd.Ports;
using CrmUms.CtiGateway.Ari;
using CrmUms.CtiGateway.Ari.Generated;

namespace CrmUms.CtiGateway.Translation;

/// <summary>Asks Asterisk for all that it has of ours, in three rounds of requests sent together.</summary>
internal sealed class SnapshotReader(IAriRequests requests, AsteriskOptions options, TimeProvider clock)
{
    /// <exception cref="CtiException">Asterisk does not answer, or refuses what it must not refuse.</exception>
    public async Task<PbxState> ReadAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        var channels = ListAsync(ChannelsRequests.List(), cancellation);
        var bridges = ListAsync(BridgesRequests.List(), cancellation);
        var endpoints = ListAsync(EndpointsRequests.ListByTech("PJSIP"), cancellation);
        var variables = await VariablesAsync(await channels, cancellation);
        var state = PbxState.Of(
            options.App, await channels, await bridges, await endpoints, variables, clock.GetUtcNow());
        await ParkStrayLegsAsync(state, cancellation);
        await EndSupervisionAsync(state, cancellation);
        return state;
    }

    private async Task PrepareAsync(CancellationToken cancellation)
    {
        var filter = ApplicationsRequests.Filter(options.App, FilterJson());
        var subscribe = ApplicationsRequests.Subscribe(options.App, "endpoint:PJSIP");
        var parked = BridgesRequests.CreateWithId(LegNames.ParkedBridge, type: "holding");
        var waiting = BridgesRequests.CreateWithId(LegNames.WaitingBridge, type: "holding");
        foreach (var (request, reply) in await AllAsync([filter, subscribe, parked, waiting], cancellation))
        {
            if (!reply.IsDone && !reply.IsRepeat)
            {
                throw Refused(request, reply);
            }
        }
    }

    private static string FilterJson()
    {
        var allowed = AriFacts.Wanted.Select(type => $$"""{"type":"{{type}}"}""");
        return $$"""{"allowed":[{{string.Join(',', allowed)}}]}""";
    }

    private async Task<Dictionary<string, string>> VariablesAsync(
        IReadOnlyList<Channel> channels, CancellationToken cancellation)
    {
        var callers = channels.Where(channel => PbxState.IsCaller(options.App, channel)).ToList();
        var replies = await AllAsync(
            [.. callers.Select(caller => ChannelsRequests.GetChannelVar(caller.Id, LegNames.InteractionVariable))],
            cancellation);
        return callers.Zip(replies)
            .Where(pair => pair.Second.Reply.IsDone)
            .ToDictionary(
                pair => pair.First.Id,
                pair => ((AriRequest<Variable>)pair.Second.Request).Read(pair.Second.Reply).Value);
    }

    // A leg that answered while nobody listened stands outside any bridge.
    private async Task ParkStrayLegsAsync(PbxState state, CancellationToken cancellation)
    {
        if (state.StrayAgentLegs is [_, ..] legs)
        {
            await AllAsync(
                [.. legs.Select(leg => BridgesRequests.AddChannel(LegNames.ParkedBridge, leg.Value))], cancellation);
        }
    }

    // Whoever still listens asks for it again; after a restart of the server nobody does.
    private async Task EndSupervisionAsync(PbxState state, CancellationToken cancellation) => await AllAsync(
        [
            .. state.Taps.Select(tap => ChannelsRequests.Hangup(tap)),
            .. state.SupervisionBridges.Select(BridgesRequests.Destroy),
        ],
        cancellation);

    private async Task<IReadOnlyList<T>> ListAsync<T>(
        AriRequest<IReadOnlyList<T>> request, CancellationToken cancellation)
    {
        var reply = await requests.SendAsync(request, cancellation);
        return reply.IsDone ? request.Read(reply) : throw Refused(request, reply);
    }

    private async Task<(AriRequest Request, AriReply Reply)[]> AllAsync(
        IReadOnlyList<AriRequest> all, CancellationToken cancellation) =>
        await Task.WhenAll(all.Select(async request => (request, await requests.SendAsync(request, cancellation))));

    private static CtiException Refused(AriRequest request, AriReply reply) =>
        new(CtiErrorCode.Refused, $"{request.Operation} was answered {reply.Status}.");
}

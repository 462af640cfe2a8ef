using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CtiGateway.Ari;
using CrmUms.CtiGateway.Ari.Generated;
using CrmUms.CtiGateway.Translation;
using Microsoft.Extensions.Logging;

namespace CrmUms.CtiGateway;

/// <summary>
/// Call control by ARI. Holds no state: ids are chosen by us, so that a repeat finds what the first attempt left, and
/// requests that belong together leave together, so that each of our words costs one round trip.
/// </summary>
internal sealed partial class AriCallControl(IAriRequests ari, AsteriskOptions options, ILogger logger) : ICallControl
{
    private const int DigitMs = 120;
    private const int BetweenDigitsMs = 100;

    public async Task<LegOutcome> AnswerAsync(
        LegId caller, InteractionId interaction, CancellationToken cancellation)
    {
        // Written first: a crash between the two leaves a caller who rings and is known, not one who waits unknown.
        var disturbs = new LegStep.Disturbs(caller.Value);
        var write = ChannelsRequests.SetChannelVar(caller.Value, LegNames.InteractionVariable, interaction.ToString());
        var written = ari.SendAsync(write with { Step = disturbs }, cancellation);
        var answered = SendAsync(caller, ChannelsRequests.Answer(caller.Value) with { Step = disturbs }, cancellation);
        await written;
        return await answered;
    }

    public async Task<LegOutcome> PlayAsync(
        LegId leg, PlayId play, IReadOnlyList<string> prompts, string language, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfZero(prompts.Count, nameof(prompts));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prompts.Count, ICallControl.PromptsMax, nameof(prompts));
        // Asterisk would play the same id twice.
        var ask = PlaybacksRequests.Get(play.Value) with { Step = new LegStep.AsksForPlay(leg.Value, play.Value) };
        var running = await ari.SendAsync(ask, cancellation);
        var media = string.Join(',', prompts.Select(prompt => $"sound:{prompt}"));
        var begin = ChannelsRequests.PlayWithId(leg.Value, play.Value, media, lang: language) with
        {
            Step = new LegStep.Plays(leg.Value, play.Value),
        };
        return running.IsDone ? LegOutcome.Done.Instance : await SendAsync(leg, begin, cancellation);
    }

    public async Task StopPlayAsync(PlayId play, CancellationToken cancellation)
    {
        var request = PlaybacksRequests.Stop(play.Value);
        var reply = await ari.SendAsync(request, cancellation);
        if (!reply.IsDone && !reply.IsMissing)
        {
            throw Refused(request, reply);
        }
    }

    public async Task<LegOutcome> PlayMusicAsync(LegId leg, string musicClass, CancellationToken cancellation)
    {
        // Alone, for music in a bridge cannot be stopped for certain (decision 0005).
        var alone = TakeOutAsync(leg, cancellation);
        var music = StartMusicAsync(leg, musicClass, cancellation);
        return await alone is LegOutcome.Gone gone ? gone : await music;
    }

    public Task<LegOutcome> StartMusicAsync(LegId leg, string musicClass, CancellationToken cancellation) =>
        SendAsync(leg, ChannelsRequests.StartMoh(leg.Value, musicClass), cancellation);

    public Task PrepareJoinAsync(ConversationId conversation, CancellationToken cancellation) =>
        MakeBridgeAsync(LegNames.BridgeOf(conversation), "mixing", cancellation);

    public async Task<LegOutcome> JoinAsync(
        ConversationId conversation, IReadOnlyList<LegId> legs, CancellationToken cancellation)
    {
        var bridge = LegNames.BridgeOf(conversation);
        var join = BridgesRequests.AddChannel(bridge, string.Join(',', legs)) with
        {
            Step = new LegStep.Disturbs([.. legs.Select(leg => leg.Value)]),
        };
        var quiet = legs.Select(leg => ari.SendAsync(ChannelsRequests.StopMoh(leg.Value), cancellation)).ToList();
        var reply = await ari.SendAsync(join, cancellation);
        await Task.WhenAll(quiet); // A leg without music, or gone, is told by the reply to the joining.
        if (reply.IsMissing)
        {
            await MakeBridgeAsync(bridge, "mixing", cancellation);
            reply = await ari.SendAsync(join, cancellation);
        }

        if (reply.IsDone)
        {
            return LegOutcome.Done.Instance;
        }

        var areGone = await Task.WhenAll(legs.Select(leg => IsGoneAsync(leg, cancellation)));
        var gone = Array.IndexOf(areGone, true);
        return gone >= 0 ? new LegOutcome.Gone(legs[gone]) : throw Refused(join, reply);
    }

    public async Task DissolveAsync(ConversationId conversation, CancellationToken cancellation)
    {
        var request = BridgesRequests.Destroy(LegNames.BridgeOf(conversation));
        var reply = await ari.SendAsync(request, cancellation);
        if (!reply.IsDone && !reply.IsMissing && !reply.IsRepeat) // 409: its end has begun already.
        {
            throw Refused(request, reply);
        }
    }

    public Task<LegOutcome> MuteAsync(LegId leg, bool muted, CancellationToken cancellation) =>
        SendAsync(
            leg,
            muted ? ChannelsRequests.Mute(leg.Value, "in") : ChannelsRequests.Unmute(leg.Value, "in"),
            cancellation);

    public Task<LegOutcome> SendDigitsAsync(LegId leg, string digits, CancellationToken cancellation) =>
        SendAsync(
            leg,
            ChannelsRequests.SendDtmf(leg.Value, digits, between: BetweenDigitsMs, duration: DigitMs),
            cancellation);

    public async Task HangUpAsync(LegId leg, HangUpReason reason, CancellationToken cancellation) =>
        await SendAsync(
            leg, ChannelsRequests.Hangup(leg.Value, reason: HangupCauses.AriReasonOf(reason)), cancellation);

    public async Task<LegOutcome> OpenAgentLegAsync(AgentId agent, LegId leg, CancellationToken cancellation)
    {
        var endpoint = LegNames.EndpointOf(agent);
        var request = ChannelsRequests.OriginateWithId(
            leg.Value,
            endpoint: $"PJSIP/{endpoint}",
            app: options.App,
            appArgs: "agent",
            timeout: options.AgentAnswerMaxSeconds,
            formats: options.AgentCodecs);
        var reply = await ari.SendAsync(request, cancellation);
        if (reply.IsDone || reply.IsRepeat)
        {
            return LegOutcome.Done.Instance;
        }

        // "Allocation failed" says neither that the phone is unknown nor that it is not registered.
        var find = EndpointsRequests.Get("PJSIP", endpoint);
        var found = await ari.SendAsync(find, cancellation);
        return !found.IsDone || !AriFacts.IsRegistered(find.Read(found))
            ? new LegOutcome.Gone(leg)
            : throw Refused(request, reply);
    }

    public async Task<LegOutcome> ParkAsync(LegId agentLeg, CancellationToken cancellation)
    {
        var quiet = ari.SendAsync(ChannelsRequests.StopMoh(agentLeg.Value), cancellation);
        var moved = await MoveAsync(agentLeg, LegNames.ParkedBridge, cancellation);
        await quiet; // Most have had none.
        return moved;
    }

    // Moving to the holding bridge takes the leg out of any other one: no need to know where it was. And then out of it
    // as well. In one breath with what the caller of this sends next, so that no joining comes in between.
    private async Task<LegOutcome> TakeOutAsync(LegId leg, CancellationToken cancellation)
    {
        var moved = MoveAsync(leg, LegNames.WaitingBridge, cancellation);
        var alone = ari.SendAsync(BridgesRequests.RemoveChannel(LegNames.WaitingBridge, leg.Value), cancellation);
        await alone; // A leg that is gone is told by the reply to the moving.
        return await moved;
    }

    private async Task<LegOutcome> MoveAsync(LegId leg, string holdingBridge, CancellationToken cancellation)
    {
        var move = BridgesRequests.AddChannel(holdingBridge, leg.Value) with
        {
            Step = new LegStep.Disturbs(leg.Value),
        };
        var reply = await ari.SendAsync(move, cancellation);
        if (reply.IsMissing)
        {
            await MakeBridgeAsync(holdingBridge, "holding", cancellation);
            reply = await ari.SendAsync(move, cancellation);
        }

        return await OutcomeAsync(leg, move, reply, cancellation);
    }

    private async Task MakeBridgeAsync(string bridge, string type, CancellationToken cancellation)
    {
        var request = BridgesRequests.CreateWithId(bridge, type);
        var reply = await ari.SendAsync(request, cancellation);
        if (!reply.IsDone && !reply.IsRepeat)
        {
            throw Refused(request, reply);
        }
    }

    private async Task<LegOutcome> SendAsync(LegId leg, AriRequest request, CancellationToken cancellation) =>
        await OutcomeAsync(leg, request, await ari.SendAsync(request, cancellation), cancellation);

    // A leg that is hanging up is refused with many codes (400, 409, 412, 422, 500): only asking for it tells.
    private async Task<LegOutcome> OutcomeAsync(
        LegId leg, AriRequest request, AriReply reply, CancellationToken cancellation)
    {
        if (reply.IsDone)
        {
            return LegOutcome.Done.Instance;
        }

        return reply.IsMissing || await IsGoneAsync(leg, cancellation)
            ? new LegOutcome.Gone(leg)
            : throw Refused(request, reply);
    }

    private async Task<bool> IsGoneAsync(LegId leg, CancellationToken cancellation) =>
        (await ari.SendAsync(ChannelsRequests.Get(leg.Value), cancellation)).IsMissing;

    private CtiException Refused(AriRequest request, AriReply reply)
    {
        logger.RequestRefused(request.Operation, reply.Status);
        return new CtiException(CtiErrorCode.Refused, $"{request.Operation} was answered {reply.Status}: {reply.Body}");
    }
}

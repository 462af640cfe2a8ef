using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CtiGateway.Ari.Generated;
using CrmUms.CtiGateway.Translation;

namespace CrmUms.CtiGateway;

// A supervisor in somebody else's talk: a channel that taps the agent's (a "snoop"), in a bridge of its own with the
// supervisor's leg. The link moves it there when it has entered our application (PbxNews.TapOpened): decision 0007.
internal sealed partial class AriCallControl
{
    public async Task<LegOutcome> SuperviseAsync(
        SupervisionId supervision,
        LegId supervisor,
        LegId agent,
        SupervisionMode mode,
        CancellationToken cancellation)
    {
        // In one breath: the tap cannot enter our application before the bridge is there.
        var made = MakeBridgeAsync(LegNames.BridgeOf(supervision), "mixing", cancellation);
        var join = BridgesRequests.AddChannel(LegNames.BridgeOf(supervision), supervisor.Value);
        var joined = SendAsync(supervisor, join, cancellation);
        var tapped = TapAsync(supervision, agent, mode, cancellation);
        await made;
        var (ofSupervisor, ofAgent) = (await joined, await tapped);
        return ofSupervisor is LegOutcome.Gone ? ofSupervisor : ofAgent;
    }

    public async Task EndSupervisionAsync(SupervisionId supervision, CancellationToken cancellation)
    {
        var tap = ari.SendAsync(ChannelsRequests.Hangup(LegNames.TapOf(supervision)), cancellation);
        var bridge = ari.SendAsync(BridgesRequests.Destroy(LegNames.BridgeOf(supervision)), cancellation);
        await tap; // Whatever is not there any more is as it should be.
        await bridge;
    }

    private async Task<LegOutcome> TapAsync(
        SupervisionId supervision, LegId agent, SupervisionMode mode, CancellationToken cancellation)
    {
        var tap = LegNames.TapOf(supervision);
        var request = ChannelsRequests.SnoopChannelWithId(
            agent.Value,
            tap,
            app: options.App,
            spy: "both",
            whisper: mode switch
            {
                SupervisionMode.Listen => "none",
                SupervisionMode.Whisper => "out",
                SupervisionMode.Barge => "both",
                _ => throw new NotSupportedException(mode.ToString()),
            },
            appArgs: "tap");
        var reply = await ari.SendAsync(request, cancellation);
        // A repeat is answered "could not be created".
        return !reply.IsDone && await IsThereAsync(tap, cancellation)
            ? LegOutcome.Done.Instance
            : await OutcomeAsync(agent, request, reply, cancellation);
    }

    private async Task<bool> IsThereAsync(string channel, CancellationToken cancellation) =>
        (await ari.SendAsync(ChannelsRequests.Get(channel), cancellation)).IsDone;
}

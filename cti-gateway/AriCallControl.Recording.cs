using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CtiGateway.Ari;
using CrmUms.CtiGateway.Ari.Generated;
using CrmUms.CtiGateway.Translation;

namespace CrmUms.CtiGateway;

// What one leg says, into a file of its own: voicemail, prompts that are spoken by telephone.
internal sealed partial class AriCallControl
{
    public async Task<LegOutcome> RecordAsync(
        LegId leg,
        string recordingName,
        TimeSpan maxLength,
        TimeSpan? endOnSilence,
        char? endOnDigit,
        CancellationToken cancellation)
    {
        if (await IsKnownAsync(recordingName, cancellation))
        {
            return LegOutcome.Done.Instance;
        }

        // The beep is a prompt of ours: with its own one Asterisk loses the keys and the stop that come meanwhile.
        var beepId = LegNames.BeepOf(recordingName);
        var beep = ChannelsRequests.PlayWithId(leg.Value, beepId, $"sound:{ICallControl.Beep}") with
        {
            Step = new LegStep.Plays(leg.Value, beepId),
        };
        var record = ChannelsRequests.Record(
            leg.Value,
            name: recordingName,
            format: "wav",
            maxDurationSeconds: SecondsOf(maxLength),
            maxSilenceSeconds: endOnSilence is { } silence ? SecondsOf(silence) : 0,
            ifExists: "fail",
            terminateOn: endOnDigit?.ToString() ?? "none") with
        {
            Step = new LegStep.Records(leg.Value, recordingName, endOnDigit),
        };
        var alone = TakeOutAsync(leg, cancellation);
        var quiet = ari.SendAsync(ChannelsRequests.StopMoh(leg.Value), cancellation);
        var beeping = ari.SendAsync(beep, cancellation);
        var recording = SendAsync(leg, record, cancellation);
        await Task.WhenAll(quiet, beeping); // Without music, without a beep: it is recorded all the same.
        return await alone is LegOutcome.Gone gone ? gone : await recording;
    }

    public async Task StopRecordAsync(string recordingName, CancellationToken cancellation)
    {
        var request = RecordingsRequests.Stop(recordingName) with
        {
            Step = new LegStep.StopsRecording(recordingName),
        };
        var reply = await ari.SendAsync(request, cancellation);
        if (!reply.IsDone && !reply.IsMissing && !reply.IsRepeat) // 409: it is being stopped already.
        {
            throw Refused(request, reply);
        }
    }

    private async Task<bool> IsKnownAsync(string recordingName, CancellationToken cancellation)
    {
        var live = ari.SendAsync(RecordingsRequests.GetLive(recordingName), cancellation);
        var stored = ari.SendAsync(RecordingsRequests.GetStored(recordingName), cancellation);
        return (await live).IsDone || (await stored).IsDone;
    }
}

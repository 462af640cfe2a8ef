using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CtiGateway.Ari.Generated;

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
        var request = ChannelsRequests.Record(
            leg.Value,
            name: recordingName,
            format: "wav",
            maxDurationSeconds: SecondsOf(maxLength),
            maxSilenceSeconds: endOnSilence is { } silence ? SecondsOf(silence) : 0,
            ifExists: "fail",
            beep: true,
            terminateOn: endOnDigit?.ToString() ?? "none");
        var quiet = ari.SendAsync(ChannelsRequests.StopMoh(leg.Value), cancellation);
        var reply = await ari.SendAsync(request, cancellation);
        await quiet;
        if (!reply.IsRepeat)
        {
            return await OutcomeAsync(leg, request, reply, cancellation);
        }

        // The same code says "this name is taken", which is a repeat, and "the leg is in a bridge", which is not.
        if (await IsKnownAsync(recordingName, cancellation))
        {
            return LegOutcome.Done.Instance;
        }

        var alone = TakeOutAsync(leg, cancellation);
        var again = SendAsync(leg, request, cancellation);
        return await alone is LegOutcome.Gone gone ? gone : await again;
    }

    public async Task StopRecordAsync(string recordingName, CancellationToken cancellation)
    {
        var request = RecordingsRequests.Stop(recordingName);
        var reply = await ari.SendAsync(request, cancellation);
        if (!reply.IsDone && !reply.IsMissing)
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

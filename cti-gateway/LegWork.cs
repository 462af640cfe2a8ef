using CrmUms.Acd.Shared;
using CrmUms.CtiGateway.Ari;
using CrmUms.CtiGateway.Ari.Generated;

namespace CrmUms.CtiGateway;

/// <summary>
/// The prompts and recordings that run on legs. Asterisk works off what a channel is asked one by one, and a
/// WebSocket's requests one by one: a joining behind a prompt would hold up every call until the prompt is over
/// (decision 0006). So prompts are ended first. Owned by the link.
/// </summary>
internal sealed class LegWork
{
    // Asterisk says of a missing prompt in a list that it began and is over. A real one lasts a frame, 20 ms.
    private static readonly TimeSpan ShortestPrompt = TimeSpan.FromMilliseconds(15);

    private readonly Dictionary<string, List<string>> _playing = []; // By channel, oldest first.
    private readonly Dictionary<string, DateTimeOffset> _begun = []; // By playback: its present prompt, since when.
    private readonly HashSet<string> _lacking = []; // Playbacks with a prompt that is missing.
    private readonly Dictionary<string, Coming> _coming = []; // By recording, until its beep is over.

    /// <summary>What must be sent before a request with this step.</summary>
    public IReadOnlyList<AriRequest> Before(LegStep? step)
    {
        switch (step)
        {
            case LegStep.Disturbs disturbs:
                return [.. disturbs.Channels.SelectMany(Running).Select(PlaybacksRequests.Stop)];
            case LegStep.Plays plays:
                var former = Running(plays.Channel).Select(PlaybacksRequests.Stop).ToList();
                Add(plays.Channel, plays.Playback);
                return former;
            case LegStep.Records records:
                _coming[records.Recording] = new Coming(records.Channel, records.EndOnDigit, IsToStop: false);
                return [];
            default:
                return [];
        }
    }

    /// <summary>Whether a request is not to be sent: its time comes when the recording has begun.</summary>
    public bool PutsOff(LegStep? step)
    {
        if (step is not LegStep.StopsRecording { Recording: var recording }
            || !_coming.TryGetValue(recording, out var coming))
        {
            return false;
        }

        _coming[recording] = coming with { IsToStop = true };
        return true;
    }

    public void OnReply(LegStep? step, AriReply reply)
    {
        switch (step)
        {
            case LegStep.AsksForPlay asks when reply.IsDone:
                Add(asks.Channel, asks.Playback); // It may have been begun by the server before this one.
                break;
            case LegStep.Plays plays when !reply.IsDone:
                Remove(plays.Channel, plays.Playback);
                break;
            case LegStep.Records records when !reply.IsDone:
                _coming.Remove(records.Recording);
                break;
            default:
                break;
        }
    }

    /// <summary>What must be sent because of an event.</summary>
    public IReadOnlyList<AriRequest> On(AriEvent happened)
    {
        switch (happened)
        {
            case PlaybackStarted started:
                _begun[started.Playback.Id] = started.Timestamp;
                return [];
            case PlaybackContinuing over when _begun.TryGetValue(over.Playback.Id, out var since)
                && over.Timestamp - since < ShortestPrompt:
                _lacking.Add(over.Playback.Id);
                return [PlaybacksRequests.Stop(over.Playback.Id)];
            case RecordingStarted { Recording.Name: var name } when _coming.Remove(name, out var coming):
                return coming.IsToStop ? [RecordingsRequests.Stop(name)] : [];
            case ChannelDtmfReceived { Channel.Id: var channel, Digit: [var digit] }:
                StopComing(channel, digit);
                return [];
            case ChannelDestroyed { Channel.Id: var channel }:
                Forget(channel);
                return [];
            default:
                return [];
        }
    }

    /// <summary>A playback is over: whether it lacked a prompt.</summary>
    public bool End(LegId leg, string playback)
    {
        Remove(leg.Value, playback);
        _begun.Remove(playback);
        return _lacking.Remove(playback);
    }

    /// <summary>
    /// After a gap: what is over of a leg that is there is not known, and stopping it again does no harm.
    /// </summary>
    public void Restart(IReadOnlySet<LegId> legs)
    {
        _coming.Clear();
        foreach (var channel in _playing.Keys.Where(channel => !legs.Contains(new LegId(channel))).ToList())
        {
            Forget(channel);
        }
    }

    private void StopComing(string channel, char digit)
    {
        foreach (var (recording, coming) in _coming.Where(each => each.Value.Channel == channel).ToList())
        {
            if (coming.EndOnDigit == digit)
            {
                _coming[recording] = coming with { IsToStop = true };
            }
        }
    }

    private List<string> Running(string channel) => _playing.GetValueOrDefault(channel, []);

    private void Add(string channel, string playback)
    {
        Remove(channel, playback);
        _playing[channel] = [.. Running(channel), playback];
    }

    private void Remove(string channel, string playback)
    {
        if (_playing.TryGetValue(channel, out var running) && running.Remove(playback) && running.Count == 0)
        {
            _playing.Remove(channel);
        }
    }

    private void Forget(string channel)
    {
        foreach (var playback in Running(channel))
        {
            _begun.Remove(playback);
            _lacking.Remove(playback);
        }

        _playing.Remove(channel);
        foreach (var (recording, coming) in _coming)
        {
            if (coming.Channel == channel)
            {
                _coming.Remove(recording);
            }
        }
    }

    private sealed record Coming(string Channel, char? EndOnDigit, bool IsToStop);
}

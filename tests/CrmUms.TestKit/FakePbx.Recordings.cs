using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.TestKit;

// Recordings of single legs, and prompts that are not there.
public sealed partial class FakePbx
{
    private readonly HashSet<string> _recordings = [];

    /// <summary>Prompts that a play fails on.</summary>
    public HashSet<string> MissingPrompts { get; } = [];

    /// <summary>Whether a leg is being recorded by <see cref="RecordAsync"/>.</summary>
    public bool IsRecorded(LegId leg)
    {
        lock (_gate)
        {
            return _legs.TryGetValue(leg, out var found) && found.Recording is not null;
        }
    }

    /// <summary>The recording of a leg comes to its end: its length, or silence.</summary>
    public void FinishRecording(LegId leg, TimeSpan duration, bool failed = false)
    {
        lock (_gate)
        {
            EndRecording(Leg(leg), duration, failed);
        }
    }

    public Task<LegOutcome> RecordAsync(
        LegId leg,
        string recordingName,
        TimeSpan maxLength,
        TimeSpan? endOnSilence,
        char? endOnDigit,
        CancellationToken cancellation) =>
        OnLegAsync(leg, $"record {recordingName}", found =>
        {
            if (_recordings.Add(recordingName))
            {
                (found.Conversation, found.MusicClass) = (null, null);
                (found.Recording, found.RecordingEnd) = (recordingName, endOnDigit);
                clock.CreateTimer(
                    _ => EndOfLength(leg, recordingName, maxLength), null, maxLength, Timeout.InfiniteTimeSpan);
            }
        });

    public Task StopRecordAsync(string recordingName, CancellationToken cancellation) =>
        RequestAsync($"stop record {recordingName}", () =>
        {
            if (_legs.Values.FirstOrDefault(leg => leg.Recording == recordingName) is { } recorded)
            {
                EndRecording(recorded, TimeSpan.Zero);
            }

            return true;
        });

    private void EndOfLength(LegId leg, string recordingName, TimeSpan length)
    {
        lock (_gate)
        {
            if (_legs.TryGetValue(leg, out var found) && found.Recording == recordingName)
            {
                EndRecording(found, length);
            }
        }
    }

    private void EndRecording(FakeLeg leg, TimeSpan duration, bool failed = false)
    {
        if (leg.Recording is { } name)
        {
            (leg.Recording, leg.RecordingEnd) = (null, null);
            Report(new LegRecordingFinished(name, leg.Id, failed ? TimeSpan.Zero : duration, failed));
        }
    }

    private static FakeLeg Unrecorded(FakeLeg leg) => leg.Recording is null
        ? leg
        : throw new CtiException(CtiErrorCode.Refused, $"{leg.Id} is being recorded.");
}

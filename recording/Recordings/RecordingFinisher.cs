using CrmUms.Recording.Ports;
using CrmUms.Recording.Storage;

namespace CrmUms.Recording.Recordings;

/// <summary>
/// Makes a finished recording of a complete raw file. The order is the promise: encode, sync, enter, and only then
/// remove the raw file. A crash between any two steps repeats them and loses nothing.
/// </summary>
public sealed class RecordingFinisher(IRecordingIndex index, IAudioEncoder encoder, RecordingFiles files)
{
    /// <exception cref="RecordingException">
    /// The file or the encoder is to blame; anything else is disk or index.
    /// </exception>
    public async Task<RecordingEntry> FinishAsync(RecordingEntry taken, CancellationToken cancellation)
    {
        var raw = files.FindRaw(taken.RawFile);
        if (raw is null or { Bytes: 0 })
        {
            throw new RecordingException(RecordingErrorCode.RawMissing, $"{taken.RawFile} is missing or empty.");
        }

        var timed = taken with { StartedAt = StartOf(taken, raw) };
        var path = RecordingFiles.PathFor(timed, encoder.Extension);
        await encoder.EncodeAsync(files.RawPath(raw.Name), files.PrepareHalf(path), cancellation);
        var bytes = files.Publish(path);

        var stored = timed.After(RecordingFact.Entered) with
        {
            Audio = new StoredAudio(path, encoder.MediaType, bytes, RecordingFiles.DurationOf(raw)),
        };
        await index.SaveAsync(stored, cancellation);
        files.RemoveRaw(raw.Name);
        return stored;
    }

    // The PBX writes without pause from the first sample to the last, so the beginning follows from end and length. It
    // is never before the call itself: a file touched later would move it.
    private static DateTimeOffset StartOf(RecordingEntry entry, RawFile raw)
    {
        var counted = raw.WrittenAt - RecordingFiles.DurationOf(raw);
        return counted > entry.StartedAt ? counted : entry.StartedAt;
    }
}

using CrmUms.Recording.Ports;
using CrmUms.Recording.Shared;
using CrmUms.Recording.Storage;

namespace CrmUms.Recording.Recordings;

/// <summary>
/// Compares raw folder, index and what the interactions have journalled. Whatever a crash, an outage or a full disk
/// left behind is found here; there is no other way back, so there is only one to test.
/// </summary>
public sealed class RecordingSweep(
    IRecordingIndex index, RecordingFiles files, TimeProvider time, TimeSpan settleFor)
{
    // A raw file that no interaction has named for so long belongs to a call that never reached us: music in the
    // fall-back. It is not asked for again until the next start.
    private static readonly TimeSpan UnclaimedAfter = TimeSpan.FromHours(1);

    private readonly HashSet<string> _settled = new(StringComparer.Ordinal);

    /// <summary>What is not finished, and whether its raw file is complete.</summary>
    public async Task<IReadOnlyList<FoundRecording>> RunAsync(CancellationToken cancellation)
    {
        var found = new List<FoundRecording>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in await index.ListUnfinishedAsync(cancellation))
        {
            known.Add(entry.RawFile);
            var owner = await index.FindOwnerAsync(entry.RawFile, cancellation);
            found.Add(new FoundRecording(entry, IsComplete(files.FindRaw(entry.RawFile), owner)));
        }

        foreach (var raw in files.ListRaw().Where(raw => !known.Contains(raw.Name) && !_settled.Contains(raw.Name)))
        {
            if (await EnterAsync(raw, cancellation) is { } late)
            {
                found.Add(late);
            }
        }

        return found;
    }

    // A raw file that the index does not list as unfinished: never entered, or left over from a finished recording.
    private async Task<FoundRecording?> EnterAsync(RawFile raw, CancellationToken cancellation)
    {
        if (await index.FindOwnerAsync(raw.Name, cancellation) is not { } owner)
        {
            if (time.GetUtcNow() - raw.WrittenAt > UnclaimedAfter)
            {
                _settled.Add(raw.Name);
            }

            return null;
        }

        var proposed = new NewRecording(
            new RecordingId(Guid.CreateVersion7(time.GetUtcNow())), owner.Interaction, raw.Name, owner.ArrivedAt);
        var entry = await index.AddAsync(proposed, cancellation);
        switch (entry.State)
        {
            case RecordingState.Stored:
                // The crash came between entering and removing.
                files.RemoveRaw(raw.Name);
                return null;
            case RecordingState.Failed:
                _settled.Add(raw.Name);
                return null;
            case RecordingState.Recording or RecordingState.Waiting or RecordingState.Encoding:
                return new FoundRecording(entry, IsComplete(raw, owner));
            default:
                throw new NotSupportedException(entry.State.ToString());
        }
    }

    // A missing file is complete, too: the finisher says what is wrong with it.
    private bool IsComplete(RawFile? raw, RawFileOwner? owner) =>
        owner is not null
        && (owner.HasEnded || (raw is not null && RecordingFiles.IsMessage(raw.Name)))
        && (raw is null || time.GetUtcNow() - raw.WrittenAt >= settleFor);
}

/// <summary>An unfinished recording.</summary>
/// <param name="Entry">As the index has it.</param>
/// <param name="IsComplete">Whether nothing more will be written to its raw file.</param>
public sealed record FoundRecording(RecordingEntry Entry, bool IsComplete);

using CrmUms.Acd.Shared;
using CrmUms.Recording.Shared;

namespace CrmUms.Recording.Ports;

/// <summary>
/// Where the facts about recordings are kept. The bytes lie in files; this knows which, whose and how far they are.
/// </summary>
public interface IRecordingIndex
{
    /// <summary>
    /// Enters a raw file that the PBX writes for an interaction. A raw file is entered once: when it is known already,
    /// the entry that stands is the answer and nothing changes. The index gives the part: 1 for the first raw file of
    /// an interaction, then counting on.
    /// </summary>
    /// <param name="file">What is known of the file.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>The entry that stands now.</returns>
    Task<RecordingEntry> AddAsync(NewRecording file, CancellationToken cancellation);

    /// <summary>Writes state, attempts and audio of an entry. Saving the same entry twice does no harm.</summary>
    /// <param name="entry">An entry that <see cref="AddAsync"/> or a query returned, changed.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    Task SaveAsync(RecordingEntry entry, CancellationToken cancellation);

    /// <summary>One recording, or null when there is no such one.</summary>
    Task<RecordingEntry?> FindAsync(RecordingId recording, CancellationToken cancellation);

    /// <summary>Every entry that is neither stored nor failed, oldest first. Read once, at the start.</summary>
    Task<IReadOnlyList<RecordingEntry>> ListUnfinishedAsync(CancellationToken cancellation);

    /// <summary>
    /// Whose a raw file is: the interaction that it is entered for, or else the one that arrived with it
    /// (<c>InteractionArrived.RecordingFile</c>), so that a crash between journal and index loses nothing. Null when no
    /// interaction names it.
    /// </summary>
    Task<RawFileOwner?> FindOwnerAsync(string rawFile, CancellationToken cancellation);
}

/// <summary>A raw file to be entered.</summary>
/// <param name="Recording">Proposed id; an entry that stands already keeps its own.</param>
/// <param name="Interaction">What was said in it.</param>
/// <param name="RawFile">File name inside the raw folder, without a path. Unique in the index.</param>
/// <param name="StartedAt">When the recording began, as far as known.</param>
public sealed record NewRecording(
    RecordingId Recording, InteractionId Interaction, string RawFile, DateTimeOffset StartedAt);

/// <summary>One recording as the index keeps it.</summary>
/// <param name="Recording">Its id.</param>
/// <param name="Interaction">Whose words.</param>
/// <param name="Part">1, 2, … within the interaction.</param>
/// <param name="RawFile">The file that the PBX wrote.</param>
/// <param name="StartedAt">
/// When its first sample was taken. Exact once it is stored, the arrival of the call before.
/// </param>
/// <param name="State">How far it is.</param>
/// <param name="Attempts">How often encoding was tried in vain.</param>
/// <param name="Audio">The finished file; null until it is stored.</param>
public sealed record RecordingEntry(
    RecordingId Recording,
    InteractionId Interaction,
    int Part,
    string RawFile,
    DateTimeOffset StartedAt,
    RecordingState State,
    int Attempts,
    StoredAudio? Audio);

/// <summary>A finished, playable file.</summary>
/// <param name="Path">
/// Relative to the folder of finished recordings, with forward slashes: <c>2026/07/14/….opus</c>.
/// </param>
/// <param name="MediaType">For the browser: <c>audio/ogg</c> or <c>audio/flac</c>.</param>
/// <param name="Bytes">Length of the file.</param>
/// <param name="Duration">How long it plays.</param>
public sealed record StoredAudio(string Path, string MediaType, long Bytes, TimeSpan Duration);

/// <summary>The interaction that a raw file belongs to.</summary>
/// <param name="Interaction">Its id.</param>
/// <param name="ArrivedAt">When it began.</param>
/// <param name="HasEnded">Whether its legs are gone, so that the file grows no more.</param>
public sealed record RawFileOwner(InteractionId Interaction, DateTimeOffset ArrivedAt, bool HasEnded);

/// <summary>How far a recording is. The words stand in the index in kebab-case.</summary>
public enum RecordingState
{
    /// <summary>The call goes on, the PBX writes.</summary>
    Recording,

    /// <summary>The raw file is complete and waits for the encoder.</summary>
    Waiting,

    /// <summary>The encoder works on it.</summary>
    Encoding,

    /// <summary>The finished file is on disk, synced and entered. The raw file may go.</summary>
    Stored,

    /// <summary>Given up after bounded attempts. The raw file is kept for a person to look at.</summary>
    Failed,
}

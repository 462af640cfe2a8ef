using CrmUms.Acd.Shared;

namespace CrmUms.Recording.Recordings;

/// <summary>
/// Command: the PBX records this interaction into this raw file. The first one is told by <c>InteractionArrived</c>;
/// this is for a recording that goes on in another file, which becomes the next part. Not answered.
/// </summary>
/// <param name="Interaction">Whose words.</param>
/// <param name="RawFile">File name inside the raw folder.</param>
/// <param name="At">When it began.</param>
public sealed record FollowRecording(InteractionId Interaction, string RawFile, DateTimeOffset At);

/// <summary>Query: how much work there is. Answered by <see cref="RecordingsView"/>.</summary>
public sealed record GetRecordingsView;

/// <summary>Reply: how much work there is.</summary>
/// <param name="Recording">Calls being recorded.</param>
/// <param name="Waiting">Complete raw files that wait, the one in the encoder included.</param>
public sealed record RecordingsView(int Recording, int Waiting);

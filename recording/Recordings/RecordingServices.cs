using CrmUms.Recording.Ports;
using Microsoft.Extensions.Logging;

namespace CrmUms.Recording.Recordings;

/// <summary>What the recordings actor is given.</summary>
public sealed record RecordingServices(
    IRecordingIndex Index, IAudioEncoder Encoder, RecordingOptions Options, TimeProvider Time, ILogger Log);

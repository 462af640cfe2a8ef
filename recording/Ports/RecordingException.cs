namespace CrmUms.Recording.Ports;

/// <summary>How a recording can fail to be finished.</summary>
public enum RecordingErrorCode
{
    /// <summary>The raw file is not there, or holds no sample.</summary>
    RawMissing,

    /// <summary>The encoder ended with an error; the message holds its last words.</summary>
    EncoderFailed,

    /// <summary>The encoder took longer than <c>Recording:EncodeMax</c>.</summary>
    EncoderTooSlow,

    /// <summary>The encoder could not be started: not installed, or not allowed.</summary>
    EncoderMissing,
}

/// <summary>A recording that could not be finished for a reason that lies in the file or the encoder.</summary>
public sealed class RecordingException(RecordingErrorCode code, string message, Exception? cause = null)
    : Exception(message, cause)
{
    /// <summary>The reason, from a closed list.</summary>
    public RecordingErrorCode Code { get; } = code;

    /// <summary>Whether trying again, unchanged, may succeed.</summary>
    public bool IsTransient => Code is RecordingErrorCode.EncoderFailed or RecordingErrorCode.EncoderTooSlow;
}

namespace CrmUms.Recording.Ports;

/// <summary>Turns what the PBX wrote into a file that a browser plays.</summary>
public interface IAudioEncoder
{
    /// <summary>Extension of its files, with the dot.</summary>
    string Extension { get; }

    /// <summary>Media type of its files.</summary>
    string MediaType { get; }

    /// <summary>
    /// Encodes signed 16-bit little-endian stereo at 8 kHz: left what the caller said, right what he heard. The
    /// channels stay apart by 30 dB or more.
    /// </summary>
    /// <param name="rawPath">An existing file.</param>
    /// <param name="targetPath">Written anew; complete when the task ends well.</param>
    /// <param name="cancellation">Ends the work and leaves the target incomplete.</param>
    /// <exception cref="RecordingException">The file could not be encoded.</exception>
    Task EncodeAsync(string rawPath, string targetPath, CancellationToken cancellation);
}

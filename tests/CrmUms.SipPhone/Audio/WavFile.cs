using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CrmUms.SipPhone.Audio;

/// <summary>16-bit audio of any number of channels, read whole.</summary>
public sealed record WavFile(int Rate, IReadOnlyList<short[]> Channels)
{
    private const int PcmFormat = 1;

    /// <summary>Reads a WAV file; one that is still being written ends where its octets end.</summary>
    public static WavFile Read(string path)
    {
        var octets = File.ReadAllBytes(path);
        if (octets.Length < 12 || !octets.AsSpan().StartsWith("RIFF"u8) || !octets.AsSpan(8).StartsWith("WAVE"u8))
        {
            throw new InvalidDataException($"{path} is not a WAV file.");
        }

        var (rate, channels) = (0, 0);
        for (var at = 12L; at + 8 <= octets.Length;)
        {
            var chunk = octets.AsSpan((int)at);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            if (chunk[..4].SequenceEqual("fmt "u8) && chunk.Length >= 24)
            {
                var (format, bits) = (chunk[8], BinaryPrimitives.ReadInt16LittleEndian(chunk[22..]));
                channels = BinaryPrimitives.ReadInt16LittleEndian(chunk[10..]);
                rate = BinaryPrimitives.ReadInt32LittleEndian(chunk[12..]);
                if (format != PcmFormat || bits != 16 || channels < 1)
                {
                    throw new InvalidDataException($"{path} is not 16-bit PCM.");
                }
            }
            else if (chunk[..4].SequenceEqual("data"u8) && channels > 0)
            {
                var length = (int)Math.Min(size, chunk.Length - 8);
                return new WavFile(rate, Separate(chunk.Slice(8, length), channels));
            }

            at += 8L + size + (size % 2);
        }

        throw new InvalidDataException($"{path} holds no audio.");
    }

    /// <summary>Reads headerless little-endian 16-bit audio, such as a recording before it is encoded.</summary>
    public static WavFile ReadRaw(string path, int rate, int channels) =>
        new(rate, Separate(File.ReadAllBytes(path), channels));

    private static short[][] Separate(ReadOnlySpan<byte> octets, int channels)
    {
        var samples = MemoryMarshal.Cast<byte, short>(octets[..(octets.Length / 2 * 2)]);
        var length = samples.Length / channels;
        var separated = Enumerable.Range(0, channels).Select(_ => new short[length]).ToArray();
        for (var i = 0; i < length * channels; i++)
        {
            separated[i % channels][i / channels] = samples[i];
        }

        return separated;
    }
}

using CrmUms.SipPhone.Sip;

namespace CrmUms.SipPhone.Audio;

/// <summary>
/// Something a phone says: 8 kHz mono samples, encoded once and shared by all calls that say it, so that a call costs
/// a copy of 160 octets per packet.
/// </summary>
public sealed class Sound
{
    public const int Rate = 8_000;

    private readonly Lazy<byte[]> _mu;
    private readonly Lazy<byte[]> _a;

    public Sound(short[] samples, bool loops)
    {
        Loops = loops;
        _mu = new Lazy<byte[]>(() => G711.Encode(samples, Codec.Pcmu));
        _a = new Lazy<byte[]>(() => G711.Encode(samples, Codec.Pcma));
    }

    public static Sound Silence { get; } = new(new short[Rate / 50], loops: true);

    /// <summary>Not even silence: no packet is sent, as by a peer that waits for the other to begin.</summary>
    public static Sound Nothing { get; } = new([], loops: true);

    public bool Loops { get; }

    /// <summary>A sine of a whole number of hertz; the level is that of its peak against full scale.</summary>
    public static Sound Tone(int hertz, double dbfs = -20)
    {
        var amplitude = short.MaxValue * Math.Pow(10, dbfs / 20);
        var second = new short[Rate]; // A whole number of periods: the loop has no seam.
        for (var i = 0; i < Rate; i++)
        {
            second[i] = (short)Math.Round(amplitude * Math.Sin(2 * Math.PI * hertz * i / Rate));
        }

        return new Sound(second, loops: true);
    }

    /// <summary>The first channel of a WAV file made for the telephone (8 kHz, 16 bits).</summary>
    public static Sound FromWav(string path, bool loops = true)
    {
        var wav = WavFile.Read(path);
        return wav.Rate == Rate
            ? new Sound(wav.Channels[0], loops)
            : throw new InvalidDataException($"{path} has {wav.Rate} samples per second; a phone needs {Rate}.");
    }

    /// <summary>The next part from the position on; what is missing after the end is silence.</summary>
    internal int Encode(Codec codec, int position, Span<byte> part)
    {
        var all = codec == Codec.Pcmu ? _mu.Value : _a.Value;
        for (var written = 0; written < part.Length;)
        {
            if (position >= all.Length && (!Loops || all.Length == 0))
            {
                part[written..].Fill(codec == Codec.Pcmu ? (byte)0xFF : (byte)0xD5);
                return position;
            }

            position = position >= all.Length ? 0 : position;
            var count = Math.Min(all.Length - position, part.Length - written);
            all.AsSpan(position, count).CopyTo(part[written..]);
            (position, written) = (position + count, written + count);
        }

        return position;
    }
}

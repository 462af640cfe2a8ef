using CrmUms.SipPhone.Sip;

namespace CrmUms.SipPhone.Audio;

/// <summary>The two telephone codecs of ITU-T G.711: eight bits for each 16-bit sample.</summary>
public static class G711
{
    private static readonly short[] FromMu = Table(DecodeMu);
    private static readonly short[] FromA = Table(DecodeA);

    public static byte[] Encode(ReadOnlySpan<short> samples, Codec codec)
    {
        var encoded = new byte[samples.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            encoded[i] = codec == Codec.Pcmu ? EncodeMu(samples[i]) : EncodeA(samples[i]);
        }

        return encoded;
    }

    public static void Decode(ReadOnlySpan<byte> encoded, Codec codec, Span<short> samples)
    {
        var table = codec == Codec.Pcmu ? FromMu : FromA;
        for (var i = 0; i < encoded.Length; i++)
        {
            samples[i] = table[encoded[i]];
        }
    }

    private static byte EncodeMu(short sample)
    {
        const int Bias = 132;
        var sign = sample < 0 ? 0x80 : 0;
        var magnitude = Math.Min(Math.Abs((int)sample), 32_635) + Bias;
        var exponent = int.Log2(magnitude) - 7;
        return (byte)~(sign | (exponent << 4) | ((magnitude >> (exponent + 3)) & 0x0F));
    }

    private static short DecodeMu(int octet)
    {
        var bits = ~octet & 0xFF;
        var magnitude = ((((bits & 0x0F) << 3) + 132) << ((bits >> 4) & 7)) - 132;
        return (short)((bits & 0x80) != 0 ? -magnitude : magnitude);
    }

    private static byte EncodeA(short sample)
    {
        var magnitude = (sample < 0 ? ~sample : sample) >> 4; // 11 bits
        var exponent = magnitude < 16 ? 0 : int.Log2(magnitude) - 3;
        var mantissa = magnitude >> Math.Max(exponent - 1, 0);
        var bits = (exponent << 4) | (mantissa & 0x0F) | (sample < 0 ? 0 : 0x80);
        return (byte)(bits ^ 0x55);
    }

    private static short DecodeA(int octet)
    {
        var bits = octet ^ 0x55;
        var (exponent, mantissa) = ((bits >> 4) & 7, bits & 0x0F);
        var magnitude = exponent == 0 ? (mantissa << 4) + 8 : ((mantissa << 4) + 264) << (exponent - 1);
        return (short)((bits & 0x80) != 0 ? magnitude : -magnitude);
    }

    private static short[] Table(Func<int, short> decode) => [.. Enumerable.Range(0, 256).Select(decode)];
}

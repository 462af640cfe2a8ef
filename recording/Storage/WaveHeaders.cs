using System.Buffers.Binary;

namespace CrmUms.Recording.Storage;

/// <summary>The head of a WAVE file of what the PBX records: PCM, 16 bit, 8 kHz, caller left, agent right.</summary>
internal static class WaveHeaders
{
    private const int Rate = 8000;
    private const short Channels = 2;
    private const short Pcm = 1;
    private const int FormatLength = 16;

    public static void Write(Span<byte> head, int bytes)
    {
        "RIFF"u8.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], 36 + bytes);
        "WAVEfmt "u8.CopyTo(head[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(head[16..], FormatLength);
        BinaryPrimitives.WriteInt16LittleEndian(head[20..], Pcm);
        BinaryPrimitives.WriteInt16LittleEndian(head[22..], Channels);
        BinaryPrimitives.WriteInt32LittleEndian(head[24..], Rate);
        BinaryPrimitives.WriteInt32LittleEndian(head[28..], Rate * Channels * sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(head[32..], Channels * sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(head[34..], 8 * sizeof(short));
        "data"u8.CopyTo(head[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(head[40..], bytes);
    }
}

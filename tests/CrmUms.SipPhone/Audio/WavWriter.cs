using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CrmUms.SipPhone.Audio;

/// <summary>Writes mono 8 kHz audio as it arrives; the header is completed on disposal.</summary>
public sealed class WavWriter : IDisposable
{
    private const int HeaderOctets = 44;

    private readonly FileStream _file;

    public WavWriter(string path)
    {
        _file = File.Create(path);
        WriteHeader();
    }

    public void Write(ReadOnlySpan<short> samples) => _file.Write(MemoryMarshal.AsBytes(samples));

    public void Dispose()
    {
        _file.Position = 0;
        WriteHeader();
        _file.Dispose();
    }

    private void WriteHeader()
    {
        var dataOctets = (uint)Math.Max(_file.Length - HeaderOctets, 0);
        Span<byte> header = stackalloc byte[HeaderOctets];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], dataOctets + HeaderOctets - 8);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], 1); // PCM
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], 1); // one channel
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], Sound.Rate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], Sound.Rate * sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[40..], dataOctets);
        _file.Write(header);
    }
}

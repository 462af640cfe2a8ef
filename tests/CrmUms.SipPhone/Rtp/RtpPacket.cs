using System.Buffers.Binary;

namespace CrmUms.SipPhone.Rtp;

/// <summary>The first sequence number, time stamp and source of a stream, where a test wants to choose them.</summary>
public sealed record RtpStart(ushort Sequence, uint Timestamp, uint Ssrc)
{
    internal static RtpStart Random()
    {
        var random = System.Random.Shared;
        return new((ushort)random.Next(1 << 16), (uint)random.NextInt64(1L << 32), (uint)random.NextInt64(1L << 32));
    }
}

/// <summary>A view on one received RTP packet (RFC 3550, section 5.1).</summary>
internal readonly ref struct RtpPacket
{
    public const int HeaderOctets = 12;

    private RtpPacket(ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload)
    {
        PayloadType = header[1] & 0x7F;
        Sequence = BinaryPrimitives.ReadUInt16BigEndian(header[2..]);
        Timestamp = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        Ssrc = BinaryPrimitives.ReadUInt32BigEndian(header[8..]);
        Payload = payload;
    }

    public int PayloadType { get; }

    public ushort Sequence { get; }

    public uint Timestamp { get; }

    public uint Ssrc { get; }

    public ReadOnlySpan<byte> Payload { get; }

    public static bool TryParse(ReadOnlySpan<byte> datagram, out RtpPacket packet)
    {
        packet = default;
        if (datagram.Length < HeaderOctets || datagram[0] >> 6 != 2)
        {
            return false;
        }

        var start = HeaderOctets + (4 * (datagram[0] & 0x0F));
        if ((datagram[0] & 0x10) != 0 && datagram.Length >= start + 4)
        {
            start += 4 + (4 * BinaryPrimitives.ReadUInt16BigEndian(datagram[(start + 2)..]));
        }

        var end = datagram.Length - ((datagram[0] & 0x20) != 0 ? datagram[^1] : 0);
        if (start > end)
        {
            return false;
        }

        packet = new RtpPacket(datagram, datagram[start..end]);
        return true;
    }

    public static void WriteHeader(Span<byte> into, int payloadType, bool marker, ushort sequence, uint at, uint ssrc)
    {
        into[0] = 0x80;
        into[1] = (byte)(payloadType | (marker ? 0x80 : 0));
        BinaryPrimitives.WriteUInt16BigEndian(into[2..], sequence);
        BinaryPrimitives.WriteUInt32BigEndian(into[4..], at);
        BinaryPrimitives.WriteUInt32BigEndian(into[8..], ssrc);
    }
}

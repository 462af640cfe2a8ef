using CrmUms.SipPhone.Rtp;
using FsCheck;
using FsCheck.Fluent;

namespace CrmUms.SipPhone.Tests.Rtp;

public sealed class RtpPacketTests
{
    [Fact]
    public void Contributors_extension_and_padding_are_not_payload()
    {
        byte[] datagram =
        [
            0xB1, 0x80, 0, 7, 0, 0, 0, 160, 0, 0, 0, 9, // padding, extension, one contributor
            1, 1, 1, 1, 0xBE, 0xDE, 0, 1, 2, 2, 2, 2,   // contributor; extension of one word
            0xAA, 0xBB, 0, 2,                           // payload; two octets of padding
        ];

        RtpPacket.TryParse(datagram, out var packet).ShouldBeTrue();

        (packet.Sequence, packet.Timestamp, packet.Ssrc).ShouldBe(((ushort)7, 160u, 9u));
        packet.Payload.ToArray().ShouldBe([0xAA, 0xBB]);
    }

    [Fact]
    public void Any_octets_are_received_without_an_exception() => Prop.ForAll<byte[]>(octets =>
    {
        using var receiver = new RtpReceiver();
        octets = [.. octets, .. new byte[20]];
        octets[0] = (byte)(0x80 | (octets[0] & 0x3F)); // Version 2, so that most of them are looked at.
        receiver.Receive(octets, TimeSpan.FromSeconds(1));
    }).QuickCheckThrowOnFailure();
}

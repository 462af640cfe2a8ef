using CrmUms.SipPhone.Audio;
using CrmUms.SipPhone.Sip;

namespace CrmUms.SipPhone.Tests.Audio;

public sealed class G711Tests
{
    [Theory]
    [InlineData(Codec.Pcmu, 0x7F)] // The second zero of the mu-law is written as the first.
    [InlineData(Codec.Pcma, -1)]
    public void Every_octet_survives_decoding_and_encoding(Codec codec, int except)
    {
        var octets = Enumerable.Range(0, 256).Where(octet => octet != except).Select(octet => (byte)octet).ToArray();
        var samples = new short[octets.Length];
        G711.Decode(octets, codec, samples);

        G711.Encode(samples, codec).ShouldBe(octets);
    }

    [Theory]
    [InlineData(Codec.Pcmu, 0, 0xFF)]
    [InlineData(Codec.Pcmu, 32_767, 0x80)]
    [InlineData(Codec.Pcmu, -32_768, 0x00)]
    [InlineData(Codec.Pcma, 0, 0xD5)]
    [InlineData(Codec.Pcma, 32_767, 0xAA)]
    [InlineData(Codec.Pcma, -32_768, 0x2A)]
    public void The_ends_of_the_scale_have_the_octets_of_the_standard(Codec codec, int sample, int octet) =>
        G711.Encode([(short)sample], codec).ShouldBe([(byte)octet]);
}

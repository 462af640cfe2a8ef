using System.Net;
using CrmUms.SipPhone.Sip;

namespace CrmUms.SipPhone.Tests.Sip;

public sealed class SdpTests
{
    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        var sdp = new Sdp(IPEndPoint.Parse("127.0.0.1:30000"), [Codec.Pcma, Codec.Pcmu], 101, MediaDirection.SendOnly);

        var read = Sdp.Parse(sdp.Write(version: 1)).ShouldNotBeNull();

        (read with { Codecs = sdp.Codecs }).ShouldBe(sdp);
        read.Codecs.ShouldBe(sdp.Codecs);
    }

    [Fact]
    public void Only_the_audio_of_a_description_with_video_counts()
    {
        const string Body = "v=0\nc=IN IP4 10.0.0.1\nm=audio 4000 RTP/AVP 96 0\na=rtpmap:96 opus/48000/2\n" +
            "m=video 5000 RTP/AVP 97\nc=IN IP4 10.0.0.2\na=inactive\n";

        var read = Sdp.Parse(Body).ShouldNotBeNull();

        read.Address.ShouldBe(IPEndPoint.Parse("10.0.0.1:4000"));
        read.Codecs.ShouldBe([Codec.Pcmu]);
        read.EventPayload.ShouldBeNull();
        read.Direction.ShouldBe(MediaDirection.SendRecv);
    }

    [Theory]
    [InlineData("")]
    [InlineData("m=audio")]
    [InlineData("m=image 0 udptl t38\na=rtpmap:x telephone-event/8000\nc=IN IP4 nowhere")]
    public void No_audio_is_null(string body) => Sdp.Parse(body).ShouldBeNull();
}

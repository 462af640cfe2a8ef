using System.Text;
using CrmUms.SipPhone.Sip;
using FsCheck;
using FsCheck.Fluent;

namespace CrmUms.SipPhone.Tests.Sip;

public sealed class SipParserTests
{
    // After RFC 4475, section 3.1.1.1: folded and compact headers, odd case and white space, an escaped quote.
    private const string Torture =
        "INVITE sip:vivekg@chair-dnrc.example.com;unknownparam SIP/2.0\r\n" +
        "TO :\r\n sip:vivekg@chair-dnrc.example.com ;   tag    = 1918181833n\r\n" +
        "from   : \"J Rosenberg \\\\\\\"\"       <sip:jdrosen@example.com>\r\n  ;\r\n  tag = 98asjd8\r\n" +
        "MaX-fOrWaRdS: 0068\r\nCall-ID: wsinv.ndaksdj@192.0.2.1\r\nContent-Length   : 3\r\n" +
        "cseq: 0009\r\n  INVITE\r\n" +
        "Via  : SIP  /   2.0\r\n /UDP\r\n    192.0.2.2;branch=390skdjuw\r\ns :\r\n" +
        "NewFangledHeader:   newfangled value\r\n" +
        " continued newfangled value\r\nUnknownHeaderWithUnusualValue: ;;,,;;,;\r\n" +
        "Contact: \"Quoted string \\\"\\\"\" <sip:jdrosen@example.com> ; newparam =\r\n" +
        "v:  SIP  / 2.0  / TCP     spindle.example.com   ;\r\n  branch  =   z9hG4bK9ikj8\r\n" +
        "m:\"Quoted string \\\"\\\"\" <sip:jdrosen@example.com> ; newparam\r\n\r\nv=0 and more than said";

    [Fact]
    public void A_torturous_message_is_understood()
    {
        var request = SipParser.Parse(Encoding.UTF8.GetBytes(Torture)).ShouldBeOfType<SipRequest>();

        request.Method.ShouldBe("INVITE");
        request.CSeq.ShouldBe((9, "INVITE"));
        request.ToTag.ShouldBe("1918181833n");
        request.FromTag.ShouldBe("98asjd8");
        HeaderText.DisplayName(request["From"]!).ShouldBe("J Rosenberg \\\"");
        request.Branch.ShouldBe("390skdjuw");
        request.All("Via").Count().ShouldBe(2);
        HeaderText.Uri(request.All("Contact").First()).ShouldBe("sip:jdrosen@example.com");
        request.Body.ShouldBe("v=0");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData("hello")]
    [InlineData("INVITE sip:a@b SIP/2.0\r\n\r\n")]
    [InlineData("SIP/2.0 999 Odd\r\nVia: x\r\nFrom: x\r\nTo: x\r\nCall-ID: x\r\nCSeq: 1 BYE\r\n\r\n")]
    [InlineData("BYE sip:a SIP/2.0\r\nVia: x\r\nFrom: x\r\nTo: x\r\nCall-ID: x\r\nCSeq: 1 INVITE\r\n\r\n")]
    [InlineData("BYE sip:a SIP/2.0\r\nVia: x\r\nFrom: x\r\nTo: x\r\nCall-ID: x\r\nCSeq: 99999999999 BYE\r\n\r\n")]
    [InlineData("BYE sip:a SIP/2.0\r\nVia: x\r\nno colon\r\nFrom: x\r\nTo: x\r\nCall-ID: x\r\nCSeq: 1 BYE\r\n\r\n")]
    public void What_is_not_a_message_is_null(string text) =>
        SipParser.Parse(Encoding.UTF8.GetBytes(text)).ShouldBeNull();

    [Fact]
    public void A_message_with_any_octets_changed_never_throws()
    {
        var original = Encoding.UTF8.GetBytes(Torture);
        var changes = Gen.ListOf(Gen.Zip(Gen.Choose(0, original.Length - 1), Gen.Choose(0, 255))).ToArbitrary();

        Prop.ForAll(changes, list =>
        {
            var changed = original.ToArray();
            foreach (var (at, octet) in list)
            {
                changed[at] = (byte)octet;
            }

            if (SipParser.Parse(changed) is { } message)
            {
                _ = (message.Branch, message.ToTag, message.ToBytes(), Sdp.Parse(message.Body));
                _ = message.All("Contact").Select(HeaderText.Uri).Select(HeaderText.EndPoint).ToArray();
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        var request = new SipRequest("OPTIONS", "sip:1@127.0.0.1");
        request.Add("Via", "SIP/2.0/UDP 127.0.0.1;branch=z9hG4bK1").Add("From", "\"Ж\" <sip:a@b>;tag=1")
            .Add("To", "<sip:c@d>").Add("Call-ID", "x").Add("CSeq", "7 OPTIONS");
        request.Body = "Ж\r\n";

        var read = SipParser.Parse(request.ToBytes()).ShouldBeOfType<SipRequest>();

        read.Headers.Where(header => header.Name != "Content-Length").ShouldBe(request.Headers);
        read.Body.ShouldBe(request.Body);
    }
}

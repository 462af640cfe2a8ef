using System.Net;
using CrmUms.SipPhone.Sip;
using FsCheck;
using FsCheck.Fluent;

namespace CrmUms.SipPhone.Tests.Sip;

public sealed class HeaderTextTests
{
    [Fact]
    public void Any_quoted_name_comes_back_and_leaves_the_address_readable() => Prop.ForAll<NonNull<string>>(name =>
    {
        var address = $"{HeaderText.Quote(name.Get)} <sip:1@127.0.0.1;x=y>;tag=t";

        HeaderText.DisplayName(address).ShouldBe(name.Get);
        HeaderText.Uri(address).ShouldBe("sip:1@127.0.0.1;x=y");
        HeaderText.Parameter(address, "tag").ShouldBe("t");
        HeaderText.SplitList($"{address}, {address}").ShouldBe([address, address]);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("sip:100@127.0.0.1:15060", "127.0.0.1:15060")]
    [InlineData("sip:100@127.0.0.1", "127.0.0.1:5060")]
    [InlineData("sip:127.0.0.1:7;transport=udp", "127.0.0.1:7")]
    [InlineData("sip:a@localhost:9", "127.0.0.1:9")]
    public void A_numeric_host_leads_somewhere(string uri, string address) =>
        HeaderText.EndPoint(uri).ShouldBe(IPEndPoint.Parse(address));

    [Theory]
    [InlineData("")]
    [InlineData("100")]
    [InlineData("sip:100@pbx.example.com")]
    [InlineData("sip:100@127.0.0.1:99999")]
    public void A_name_leads_nowhere(string uri) => HeaderText.EndPoint(uri).ShouldBeNull();
}

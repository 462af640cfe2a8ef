using System.Net;
using CrmUms.CtiGateway.WebHooks;

namespace CrmUms.CtiGateway.Tests.WebHooks;

public sealed class WebHookTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_signature_covers_instant_and_body()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_784_021_415);

        var signature = WebHookSignature.Of("whsec_test", now, "{}");

        signature.ShouldStartWith("t=1784021415,v1=");
        signature.Length.ShouldBe("t=1784021415,v1=".Length + 64);
        WebHookSignature.Of("whsec_test", now.AddSeconds(1), "{}").ShouldNotBe(signature);
        WebHookSignature.Of("whsec_test", now, "{ }").ShouldNotBe(signature);
        WebHookSignature.Of("whsec_other", now, "{}").ShouldNotBe(signature);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2a00:1450:4010::1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    public void Only_the_worlds_addresses_are_public(string address, bool isPublic) =>
        PublicAddress.Is(IPAddress.Parse(address)).ShouldBe(isPublic);

    [Theory]
    [InlineData("https://crm.example/hook", true)]
    [InlineData("https://8.8.8.8/hook", true)]
    [InlineData("http://crm.example/hook", false)]
    [InlineData("https://user:word@crm.example/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("ftp://crm.example/", false)]
    [InlineData("crm.example", false)]
    public void A_web_hook_leads_over_https_to_somebody_else(string url, bool isAllowed)
    {
        using var sender = new WebHookSender(new CtiOptions(), TimeProvider.System);

        sender.IsAllowed(url).ShouldBe(isAllowed);
    }

    [Fact]
    public async Task A_name_that_leads_home_is_not_followed()
    {
        using var sender = new WebHookSender(new CtiOptions(), TimeProvider.System);

        (await sender.SendAsync("https://localhost/", "secret", "{}", Cancellation)).ShouldBe("address not allowed");
    }

    [Fact]
    public void Pauses_double_up_to_a_bound()
    {
        var options = new CtiOptions();

        WebHookPauses.After(1, options).ShouldBeInRange(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1));
        WebHookPauses.After(5, options).ShouldBeInRange(TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(16));
        WebHookPauses.After(50, options).ShouldBeInRange(TimeSpan.FromMinutes(2.5), TimeSpan.FromMinutes(5));
    }
}

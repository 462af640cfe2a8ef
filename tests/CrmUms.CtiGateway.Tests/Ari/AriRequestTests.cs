using CrmUms.CtiGateway.Ari;
using CrmUms.CtiGateway.Ari.Generated;

namespace CrmUms.CtiGateway.Tests.Ari;

public sealed class AriRequestTests
{
    [Theory]
    [InlineData("channels", "GET channels")]
    [InlineData("asterisk/ping", "GET asterisk")]
    [InlineData("channels/1.1/answer", "GET channels answer")]
    [InlineData("channels/1.1/play/x?media=a%2Fb", "GET channels play")]
    [InlineData("channels/1.1/variable?variable=A", "GET channels variable")]
    public void A_metric_names_what_is_asked_and_of_nobody(string uri, string operation) =>
        new AriRequest("GET", uri, null).Operation.ShouldBe(operation);

    [Fact]
    public void Whatever_stands_in_an_argument_stays_an_argument() =>
        ChannelsRequests.Mute("a/b?c&d", "in&x=1").Uri.ShouldBe("channels/a%2Fb%3Fc%26d/mute?direction=in%26x%3D1");

    [Fact]
    public void What_is_not_given_is_not_sent() => ChannelsRequests.Hangup("1").Uri.ShouldBe("channels/1");
}

using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CtiGateway.Ari.Generated;
using CrmUms.CtiGateway.Translation;

namespace CrmUms.CtiGateway.Tests.Translation;

/// <summary>What a recording does not hold; the rest is in <see cref="Wire.RecordedSessionTests"/>.</summary>
public sealed class AriFactsTests
{
    private static readonly AgentId Agent = new(Guid.CreateVersion7());

    private static readonly Endpoint Page = new()
    {
        Resource = LegNames.EndpointOf(Agent),
        State = "online",
        ChannelIds = [$"leg-{Agent}-1"],
    };

    [Theory]
    [InlineData("Removed", true)]
    [InlineData("Unreachable", true)]
    [InlineData("NonQualified", false)]
    [InlineData("Reachable", false)]
    [InlineData("SomethingNew", false)]
    public void Only_a_contact_that_is_gone_orphans_its_legs(string status, bool areOrphaned)
    {
        var news = AriFacts.Of(new ContactStatusChange
        {
            Endpoint = Page,
            ContactInfo = new ContactInfo { ContactStatus = status },
        });

        (news is PbxNews.AgentLegsOrphaned).ShouldBe(areOrphaned);
    }

    [Fact]
    public void A_contact_of_the_carrier_is_of_no_concern() =>
        AriFacts.Of(new ContactStatusChange
        {
            Endpoint = Page with { Resource = "trunk" },
            ContactInfo = new ContactInfo { ContactStatus = "Removed" },
        }).ShouldBe(PbxNews.Nothing.Instance);

    [Fact]
    public void A_channel_without_arguments_still_arrives_with_the_number_dialled()
    {
        var news = AriFacts.Of(new StasisStart
        {
            Channel = new Channel { Id = "1.1", Dialplan = new DialplanCep { Exten = "4711" } },
        });

        news.ShouldBeOfType<PbxNews.Fact>().Told.ShouldBeOfType<CallArrived>().Dialled.ShouldBe("4711");
    }

    [Theory]
    [InlineData(16, "normal-clearing")]
    [InlineData(17, "user-busy")]
    [InlineData(0, "other")]
    [InlineData(999, "other")]
    public void Causes_have_the_words_of_the_standard(int cause, string name) =>
        HangupCauses.NameOf(cause).ShouldBe(name);
}

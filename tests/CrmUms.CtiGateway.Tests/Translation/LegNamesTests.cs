using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CtiGateway.Translation;

namespace CrmUms.CtiGateway.Tests.Translation;

public sealed class LegNamesTests
{
    private static readonly AgentId Agent = new(Guid.CreateVersion7());

    [Fact]
    public void Names_are_read_back_as_they_were_written()
    {
        var conversation = new ConversationId(new InteractionId(Guid.CreateVersion7()), 17);

        LegNames.AgentOfEndpoint(LegNames.EndpointOf(Agent)).ShouldBe(Agent);
        LegNames.AgentOfLeg($"leg-{Agent}-3").ShouldBe(Agent);
        LegNames.ConversationOf(LegNames.BridgeOf(conversation)).ShouldBe(conversation);
    }

    [Theory]
    [InlineData("")]
    [InlineData("trunk")]
    [InlineData("agent-")]
    [InlineData("leg-0190-1")]
    [InlineData("1795332068.0")]
    [InlineData("talk-01900000000070008000000000000001-")]
    [InlineData("talk-01900000000070008000000000000001--1")]
    [InlineData("talk-01900000000070008000000000000001-99999999999")]
    [InlineData("leg-01900000000070008000000000000001")]
    [InlineData("agent-01900000000070008000000000000001-x")]
    public void The_names_of_others_are_not_ours(string name)
    {
        LegNames.AgentOfEndpoint(name).ShouldBeNull();
        LegNames.AgentOfLeg(name).ShouldBeNull();
        LegNames.ConversationOf(name).ShouldBeNull();
    }
}

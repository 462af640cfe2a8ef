using CrmUms.Acd.Routing;
using static CrmUms.Acd.Tests.Routing.Centre;

namespace CrmUms.Acd.Tests.Routing;

public sealed class CapacityTests
{
    private static readonly RoutingQueue Calls = Queue(id: "calls");
    private static readonly RoutingQueue Chats = Queue(id: "chats") with { Channel = RoutingCapacity.Chat };

    [Fact]
    public void An_agent_gets_as_many_chats_as_he_can_have()
    {
        var centre = Chatting(chats: 2, voiceIsAlone: true);
        centre.Call(1, "chats", waited: 3);
        centre.Call(2, "chats", waited: 2);
        centre.Call(3, "chats", waited: 1);

        var decisions = centre.TellAll(new RoutingInput.AgentAvailable(Agent(1), Noon, 0, 0));

        decisions.Select(decision => decision.Interaction).ShouldBe([Caller(1), Caller(2)]);
    }

    [Fact]
    public void Chats_that_come_one_by_one_fill_him_up()
    {
        var centre = Chatting(chats: 2, voiceIsAlone: true);
        centre.Ready(1);

        centre.Call(1, "chats").ShouldNotBeNull();
        centre.Call(2, "chats").ShouldNotBeNull();
        centre.Call(3, "chats").ShouldBeNull();
    }

    [Fact]
    public void What_he_says_he_has_in_hand_counts()
    {
        var centre = Chatting(chats: 2, voiceIsAlone: false);
        centre.Ready(1, inHand: new Dictionary<string, int> { ["chat"] = 1, ["voice"] = 1 });

        centre.Call(1, "calls").ShouldBeNull();
        centre.Call(2, "chats").ShouldNotBeNull();
        centre.Call(3, "chats").ShouldBeNull();
    }

    [Fact]
    public void A_call_shuts_out_chats_where_voice_is_alone()
    {
        var centre = Chatting(chats: 2, voiceIsAlone: true);
        centre.Ready(1);
        centre.Call(1, "calls").ShouldNotBeNull();

        centre.Call(2, "chats").ShouldBeNull();
    }

    [Fact]
    public void A_chat_shuts_out_calls_where_voice_is_alone()
    {
        var centre = Chatting(chats: 2, voiceIsAlone: true);
        centre.Ready(1);
        centre.Call(1, "chats").ShouldNotBeNull();

        centre.Call(2, "calls").ShouldBeNull();
        centre.Call(3, "chats").ShouldNotBeNull();
    }

    [Fact]
    public void Calls_and_chats_go_together_where_voice_is_not_alone()
    {
        var centre = Chatting(chats: 1, voiceIsAlone: false);
        centre.Ready(1);

        centre.Call(1, "calls").ShouldNotBeNull();
        centre.Call(2, "chats").ShouldNotBeNull();
        centre.Call(3, "calls").ShouldBeNull();
    }

    [Fact]
    public void Whoever_cannot_chat_is_not_asked_to()
    {
        var centre = new Centre(Calls, Chats).Employ(1);
        centre.Ready(1);

        centre.Call(1, "chats").ShouldBeNull();
        centre.Call(2, "calls").ShouldNotBeNull();
    }

    [Fact]
    public void In_turn_means_in_turn_for_chats_too()
    {
        var centre = new Centre(Chats with { Strategy = "round-robin" });
        foreach (var number in new[] { 1, 2 })
        {
            centre.Employ(new RoutingAgent(Agent(number), Levels("")) { Capacity = Room(3, voiceIsAlone: true) });
            centre.Ready(number);
        }

        Enumerable.Range(1, 6).Select(caller => centre.Call(caller, "chats")!.Agent)
            .ShouldBe([Agent(1), Agent(2), Agent(1), Agent(2), Agent(1), Agent(2)]);
    }

    private static Centre Chatting(int chats, bool voiceIsAlone) =>
        new Centre(Calls, Chats).Employ(
            new RoutingAgent(Agent(1), Levels("")) { Capacity = Room(chats, voiceIsAlone) });

    private static RoutingCapacity Room(int chats, bool voiceIsAlone) =>
        new(new Dictionary<string, int> { ["voice"] = 1, ["chat"] = chats }, voiceIsAlone);
}

using System.Text.Json;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.TestKit;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>Callers walk through flows on their way to an agent, and after him.</summary>
public sealed class FlowStories
{
    private const string Menu =
        """
        {
          "id": "welcome", "name": "Welcome", "language": "ru", "start": "menu", "fallbackQueue": "support",
          "nodes": [
            {"id": "menu", "type": "menu",
             "settings": {"prompts": ["choose"], "options": [{"digit": "1", "label": "Debts"}]},
             "exits": {"1": "debts", "no-input": "debts", "no-match": "debts"}},
            {"id": "debts", "type": "queue", "settings": {"queue": "express"}, "exits": {"served": "survey"}},
            {"id": "survey", "type": "survey", "settings": {"prompts": ["how-was-it"]},
             "exits": {"answered": "bye", "unanswered": "bye"}},
            {"id": "bye", "type": "hang-up", "settings": {}, "exits": {}}
          ]
        }
        """;

    [Fact]
    public async Task A_caller_who_presses_one_is_offered_to_the_agent_of_that_queue()
    {
        await using var world = await WithFlowAsync();
        var caller = world.Pbx.ArriveCall("1002");
        await HearsAsync(world, caller, "choose");
        await world.Agent(1).GetReadyAsync();

        world.Pbx.PressKey(caller, '1');

        (await world.Agent(1).AnswerAsync()).Queue.Value.ShouldBe("express");
        world.Pbx.Hears(caller).Kind.ShouldBe("leg");
    }

    [Fact]
    public async Task A_caller_is_asked_what_he_thinks_while_his_agent_wraps_up()
    {
        await using var world = await WithFlowAsync();
        var caller = world.Pbx.ArriveCall("1002");
        await HearsAsync(world, caller, "choose");
        await world.Agent(1).GetReadyAsync();
        world.Pbx.PressKey(caller, '1');
        var call = await world.Agent(1).AnswerAsync();

        await world.Agent(1).HangUpAsync(call);

        await world.Agent(1).IsAsync(AgentStatus.WrapUp);
        await HearsAsync(world, caller, "how-was-it");
        await world.Agent(1).RecordAsync(call);
        await world.Agent(1).IsAsync(AgentStatus.Ready);
        world.Pbx.PressKey(caller, '5');
        await AcdWorld.EventuallyAsync(() => !world.Pbx.IsAlive(caller), "he is hung up");
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionClosed>().Any(), "it is closed");
        world.Journal.Of<FlowNoted>().Select(noted => noted.Note).OfType<FlowNote.SurveyAnswered>()
            .ShouldHaveSingleItem().Score.ShouldBe(5);
        world.Journal.Of<InteractionEnded>().ShouldHaveSingleItem().Ending.ShouldBe(InteractionEnding.AgentHungUp);
    }

    [Fact]
    public async Task A_caller_in_a_flow_when_the_server_dies_is_asked_again_afterwards()
    {
        await using var world = await WithFlowAsync();
        var caller = world.Pbx.ArriveCall("1002");
        await HearsAsync(world, caller, "choose");

        await world.KillServerAsync();
        world.Pbx.FinishPrompt(caller);
        await world.StartServerAsync();

        await HearsAsync(world, caller, "choose");
        await world.Agent(1).GetReadyAsync();
        world.Pbx.PressKey(caller, '1');
        await world.Agent(1).AnswerAsync();
        world.Pbx.Hears(caller).Kind.ShouldBe("leg");
    }

    [Fact]
    public async Task A_caller_who_hangs_up_in_a_flow_is_closed()
    {
        await using var world = await WithFlowAsync();
        var caller = world.Pbx.ArriveCall("1002");
        await HearsAsync(world, caller, "choose");

        world.Pbx.HangUpCaller(caller);

        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionClosed>().Any(), "it is closed");
        world.Journal.Of<InteractionEnded>().ShouldHaveSingleItem().Ending.ShouldBe(InteractionEnding.LeftInGreeting);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_caller_from_a_flow_who_hangs_up_in_a_talk_frees_the_agent(bool isHeld)
    {
        await using var world = await WithFlowAsync();
        var caller = world.Pbx.ArriveCall("1002");
        await HearsAsync(world, caller, "choose");
        await world.Agent(1).GetReadyAsync();
        world.Pbx.PressKey(caller, '1');
        var call = await world.Agent(1).AnswerAsync();
        if (isHeld)
        {
            await world.Agent(1).HoldAsync(call);
        }

        world.Pbx.HangUpCaller(caller);

        await world.Agent(1).IsAsync(AgentStatus.WrapUp);
        world.Journal.Of<InteractionEnded>().ShouldHaveSingleItem().Ending.ShouldBe(InteractionEnding.CallerHungUp);
    }

    private static async Task<AcdWorld> WithFlowAsync()
    {
        var world = await AcdWorld.StartAsync();
        var graph = JsonSerializer.Deserialize<JsonElement>(Menu);
        await world.ChangeAsync([
            RuleChange.To(new FlowRule { Id = "welcome", Name = "Welcome", Published = graph, PublishedVersion = 1 }),
            RuleChange.To(new NumberRule { Id = "1002", Target = RuleTarget.Flow("welcome") }),
        ]);
        return world;
    }

    private static Task HearsAsync(AcdWorld world, LegId caller, string prompt) => AcdWorld.EventuallyAsync(
        () => world.Pbx.Hears(caller) == new Hearing("prompt", prompt), $"he hears {prompt}");
}

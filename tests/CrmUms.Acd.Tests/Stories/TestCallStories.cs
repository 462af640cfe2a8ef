using System.Text.Json;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.TestKit;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>Somebody who draws a flow lets himself be called into it.</summary>
public sealed class TestCallStories
{
    private const string Flow =
        """
        {
          "id": "tried", "name": "Tried", "language": "ru", "start": "menu",
          "nodes": [
            {"id": "menu", "type": "menu",
             "settings": {"prompts": ["choose"], "options": [{"digit": "1", "label": "Agent"}]},
             "exits": {"1": "queue", "no-input": "queue", "no-match": "queue"}},
            {"id": "queue", "type": "queue", "settings": {"queue": "express"}, "exits": {}}
          ]
        }
        """;

    [Fact]
    public async Task Whoever_answers_walks_the_flow_like_a_caller()
    {
        await using var world = await WithFlowAsync();
        world.Pbx.Callee = _ => CalleeHabit.Rings;
        var leg = await IsCalledAsync(world);
        world.Pbx.IsAlive(leg).ShouldBeTrue("it still rings");

        world.Pbx.AnswerCallee(leg);

        await HearsAsync(world, leg, "choose");
        await world.Agent(1).GetReadyAsync();
        world.Pbx.PressKey(leg, '1');
        var call = await world.Agent(1).AnswerAsync();
        call.Number.Shown.ShouldBe("+998901112233");
        world.Pbx.Hears(leg).Kind.ShouldBe("leg");
        await world.Agent(1).HangUpAsync(call);
        await AcdWorld.EventuallyAsync(() => !world.Pbx.IsAlive(leg), "he is hung up");
    }

    [Fact]
    public async Task Whoever_walks_when_the_server_dies_goes_on_afterwards()
    {
        await using var world = await WithFlowAsync();
        var leg = await IsCalledAsync(world);
        await HearsAsync(world, leg, "choose");

        await world.KillServerAsync();
        world.Pbx.FinishPrompt(leg);
        await world.StartServerAsync();

        await HearsAsync(world, leg, "choose");
        await world.Agent(1).GetReadyAsync();
        world.Pbx.PressKey(leg, '1');
        await world.Agent(1).AnswerAsync();
        world.Pbx.Hears(leg).Kind.ShouldBe("leg");
        world.Journal.Of<InteractionArrived>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Whoever_does_not_answer_before_the_server_dies_is_not_rung_any_longer()
    {
        await using var world = await WithFlowAsync();
        world.Pbx.Callee = _ => CalleeHabit.Rings;
        var leg = await IsCalledAsync(world);

        await world.KillServerAsync();
        await world.StartServerAsync();

        await AcdWorld.EventuallyAsync(() => !world.Pbx.IsAlive(leg), "it rings no more");
        world.Journal.Of<InteractionArrived>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_flow_that_is_not_published_calls_nobody()
    {
        await using var world = await WithFlowAsync();

        (await world.CallIntoFlowAsync("unknown", "+998901112233")).IsPlaced.ShouldBeFalse();

        world.Pbx.Dialled.ShouldBeEmpty();
    }

    private static async Task<LegId> IsCalledAsync(AcdWorld world)
    {
        (await world.CallIntoFlowAsync("tried", "+998901112233")).IsPlaced.ShouldBeTrue();
        return world.Pbx.Dialled.ShouldHaveSingleItem().Leg;
    }

    private static async Task<AcdWorld> WithFlowAsync()
    {
        var world = await AcdWorld.StartAsync();
        var graph = JsonSerializer.Deserialize<JsonElement>(Flow);
        await world.ChangeAsync(RuleChange.To(
            new FlowRule { Id = "tried", Name = "Tried", Published = graph, PublishedVersion = 1 }));
        return world;
    }

    private static Task HearsAsync(AcdWorld world, LegId leg, string prompt) => AcdWorld.EventuallyAsync(
        () => world.Pbx.Hears(leg) == new Hearing("prompt", prompt), $"he hears {prompt}");
}

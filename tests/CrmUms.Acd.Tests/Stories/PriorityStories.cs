using System.Text.Json;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>Some callers are served before those who came earlier.</summary>
public sealed class PriorityStories
{
    private const string Urgent =
        """
        {
          "id": "urgent", "name": "Urgent", "language": "ru", "start": "about", "fallbackQueue": "support",
          "nodes": [
            {"id": "about", "type": "set-variable", "settings": {"variable": "topic", "value": "debt"},
             "exits": {"done": "queue"}},
            {"id": "queue", "type": "queue", "settings": {"queue": "express", "priority": 50, "waitMaxSeconds": 60},
             "exits": {"timeout": "bye"}},
            {"id": "bye", "type": "hang-up", "settings": {}, "exits": {}}
          ]
        }
        """;

    [Fact]
    public async Task A_caller_whom_a_supervisor_moves_forward_is_served_first()
    {
        await using var world = await AcdWorld.StartAsync();
        var first = await QueuedAsync(world, "1001", count: 1);
        world.Turn(TimeSpan.FromSeconds(30));
        var second = await QueuedAsync(world, "1001", count: 2);
        var urgent = world.Journal.Of<InteractionQueued>().Last().Interaction;

        (await world.GivePriorityAsync(urgent, 100)).IsGiven.ShouldBeTrue();

        await AcdWorld.EventuallyAsync(
            async () => (await world.WaitingAsync())[0].Interaction == urgent, () => "he stands before the other");
        await world.Agent(1).GetReadyAsync();
        (await world.Agent(1).AnswerAsync()).Interaction.ShouldBe(urgent);
        world.Pbx.Hears(second).Kind.ShouldBe("leg");
        world.Pbx.Hears(first).Kind.ShouldNotBe("leg");
        (await world.GivePriorityAsync(urgent, 0)).IsGiven.ShouldBeFalse("He talks already.");
    }

    [Fact]
    public async Task What_supervisors_are_shown_is_bounded_as_what_the_router_goes_by()
    {
        await using var world = await WithFlowAsync();
        await QueuedAsync(world, "1002", count: 1);

        await world.GivePriorityAsync(world.Journal.Of<InteractionQueued>().Single().Interaction, 100);

        await AcdWorld.EventuallyAsync(
            async () => (await world.WaitingAsync()).Single().Priority == 100, () => "not 150: a hundred is the most");
    }

    [Fact]
    public async Task What_a_supervisor_gave_outlives_the_server()
    {
        await using var world = await AcdWorld.StartAsync();
        await QueuedAsync(world, "1001", count: 1);
        world.Turn(TimeSpan.FromSeconds(30));
        await QueuedAsync(world, "1001", count: 2);
        var urgent = world.Journal.Of<InteractionQueued>().Last().Interaction;
        await world.GivePriorityAsync(urgent, 100);

        await world.KillServerAsync();
        await world.StartServerAsync();

        await world.Agent(1).GetReadyAsync();
        (await world.Agent(1).AnswerAsync()).Interaction.ShouldBe(urgent);
    }

    [Fact]
    public async Task A_caller_is_served_by_what_his_flow_says_he_calls_about()
    {
        await using var world = await WithFlowAsync();
        await world.ChangeAsync(
            RuleChange.To(new PriorityRule { Id = "debt", Name = "Debts", Topics = ["debt"], Points = 50 }));
        await QueuedAsync(world, "1001", count: 1);
        world.Turn(TimeSpan.FromSeconds(30));
        await QueuedAsync(world, "1002", count: 2);

        var line = await world.WaitingAsync();

        line.Select(caller => caller.Priority).ShouldBe([100, 0], "Fifty of the flow, fifty of the rule.");
    }

    [Fact]
    public async Task What_his_flow_says_of_a_waiting_caller_outlives_the_server()
    {
        await using var world = await WithFlowAsync();
        await QueuedAsync(world, "1001", count: 1);
        world.Turn(TimeSpan.FromSeconds(20));
        var urgent = await QueuedAsync(world, "1002", count: 2);

        await world.KillServerAsync();
        world.Turn(TimeSpan.FromSeconds(30));
        await world.StartServerAsync();

        await AcdWorld.EventuallyAsync(
            async () => (await world.WaitingAsync()).Select(caller => caller.Priority).SequenceEqual([50, 0]),
            () => "he is as urgent as before");
        world.Turn(TimeSpan.FromSeconds(29));
        world.Pbx.IsAlive(urgent).ShouldBeTrue();
        world.Turn(TimeSpan.FromSeconds(2));
        await AcdWorld.EventuallyAsync(() => !world.Pbx.IsAlive(urgent), "a minute is all that his flow lets him wait");
    }

    private static async Task<AcdWorld> WithFlowAsync()
    {
        var world = await AcdWorld.StartAsync();
        var graph = JsonSerializer.Deserialize<JsonElement>(Urgent);
        await world.ChangeAsync(
            RuleChange.To(new FlowRule { Id = "urgent", Name = "Urgent", Published = graph, PublishedVersion = 1 }),
            RuleChange.To(new NumberRule { Id = "1002", Target = RuleTarget.Flow("urgent") }));
        return world;
    }

    private static async Task<LegId> QueuedAsync(AcdWorld world, string number, int count)
    {
        var caller = world.Pbx.ArriveCall(number);
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionQueued>().Count() == count, "he is queued");
        return caller;
    }
}

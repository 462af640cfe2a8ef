using CrmUms.Acd.Interactions;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>A supervisor takes somebody out of the line.</summary>
public sealed class TakeOutStories
{
    [Fact]
    public async Task A_caller_who_is_taken_out_is_let_go()
    {
        await using var world = await AcdWorld.StartAsync();
        var call = await QueuedAsync(world);

        (await world.TakeOutAsync(call)).IsTaken.ShouldBeTrue();

        await AcdWorld.EventuallyAsync(
            () => world.Journal.Of<InteractionEnded>().Any(ended => ended.Ending == InteractionEnding.TakenOut),
            "he is let go");
        await AcdWorld.EventuallyAsync(
            async () => (await world.WaitingAsync()).Count == 0, () => "nobody waits");
        var queue = (await world.FiguresAsync()).Of(new QueueId("express"));
        (queue.Offered, queue.LeftOtherwise, queue.Waiting).ShouldBe((1, 1, 0));
        (await world.TakeOutAsync(call)).IsTaken.ShouldBeFalse("He does not wait any more.");
    }

    [Fact]
    public async Task A_caller_is_moved_to_a_queue_that_is_full_and_keeps_his_time()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.ChangeAsync([
            RuleChange.To(AcdWorld.Queue("support") with { WaitingMax = 1 }),
            RuleChange.To(AcdWorld.Number("1002", "support")),
        ]);
        world.Pbx.ArriveCall("1002");
        await AcdWorld.EventuallyAsync(
            async () => (await world.WaitingAsync()).Count == 1, () => "somebody waits for support");
        var call = await QueuedAsync(world);
        var since = (await world.WaitingAsync()).Single(caller => caller.Interaction == call).Since;
        world.Turn(TimeSpan.FromSeconds(10));

        (await world.TakeOutAsync(call, "support")).IsTaken.ShouldBeTrue();

        await AcdWorld.EventuallyAsync(
            async () => (await world.WaitingAsync()).Any(caller =>
                caller.Interaction == call && caller.Queue == new QueueId("support") && caller.Since == since),
            () => "he waits there, with his time");
    }

    [Fact]
    public async Task Nobody_is_moved_to_where_he_stands_or_to_a_queue_that_is_not()
    {
        await using var world = await AcdWorld.StartAsync();
        var call = await QueuedAsync(world);

        (await world.TakeOutAsync(call, "express")).IsTaken.ShouldBeFalse();
        (await world.TakeOutAsync(call, "nowhere")).IsTaken.ShouldBeFalse();

        (await world.WaitingAsync()).ShouldHaveSingleItem().Interaction.ShouldBe(call);
    }

    private static async Task<InteractionId> QueuedAsync(AcdWorld world)
    {
        world.Pbx.ArriveCall("1001");
        await AcdWorld.EventuallyAsync(
            async () => (await world.WaitingAsync()).Any(caller => caller.Queue == new QueueId("express")),
            () => "he waits");
        return (await world.WaitingAsync()).Single(caller => caller.Queue == new QueueId("express")).Interaction;
    }
}

using System.Text.Json;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.TestKit;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>Queues that are too much for a caller send him elsewhere.</summary>
public sealed class OverflowStories
{
    private static readonly RuleTarget HangUp = new(TargetKind.HangUp);

    [Fact]
    public async Task A_caller_of_a_long_queue_waits_in_another()
    {
        await using var world = await WithAsync(
            new OverflowRule { When = OverflowWhen.Length, Threshold = 1, Target = RuleTarget.Queue("support") });
        await QueuedAsync(world);

        await QueuedAsync(world, count: 2);

        world.Journal.Of<InteractionQueued>().Select(queued => queued.Queue.Value).ShouldBe(["express", "support"]);
        world.Journal.Of<CallerOverflowed>().ShouldHaveSingleItem().When.ShouldBe(OverflowWhen.Length);
    }

    [Fact]
    public async Task Whoever_waits_too_long_goes_to_another_queue_and_stands_before_those_who_came_later()
    {
        await using var world = await WithAsync(new OverflowRule
        {
            When = OverflowWhen.Wait, Threshold = 60, Target = RuleTarget.Queue("support"), Prompt = "elsewhere",
        });
        var early = await QueuedAsync(world);
        world.Turn(TimeSpan.FromSeconds(30));
        await world.ChangeAsync(RuleChange.To(AcdWorld.Number("1003", "support")));
        world.Pbx.ArriveCall("1003");
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionQueued>().Count() == 2, "a later one waits");

        world.Turn(TimeSpan.FromSeconds(30));
        await HearsAsync(world, early, new Hearing("prompt", "elsewhere"));
        world.Pbx.FinishPrompt(early);
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionQueued>().Count() == 3, "he has moved");
        await world.Agent(1).GetReadyAsync();

        (await world.Agent(1).AnswerAsync()).Queue.Value.ShouldBe("support");
        world.Pbx.Hears(early).Kind.ShouldBe("leg");
        var moved = world.Journal.Of<InteractionQueued>().Last();
        (moved.At - moved.Since).ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task An_agent_who_is_free_while_a_caller_hears_that_he_goes_elsewhere_has_him()
    {
        await using var world = await WithAsync(new OverflowRule
        {
            When = OverflowWhen.Wait, Threshold = 60, Target = HangUp, Prompt = "elsewhere",
        });
        var caller = await QueuedAsync(world);
        world.Turn(TimeSpan.FromSeconds(60));
        await HearsAsync(world, caller, new Hearing("prompt", "elsewhere"));

        await world.Agent(1).GetReadyAsync();
        await world.Agent(1).AnswerAsync();

        world.Pbx.Hears(caller).Kind.ShouldBe("leg");
        world.Turn(TimeSpan.FromSeconds(120));
        world.Pbx.IsAlive(caller).ShouldBeTrue();
    }

    [Fact]
    public async Task A_caller_outside_of_the_hours_hears_so_and_is_hung_up()
    {
        await using var world = await WithAsync(
            new OverflowRule { When = OverflowWhen.Closed, Target = HangUp, Prompt = "closed" });

        var caller = world.Pbx.ArriveCall("1001");
        await HearsAsync(world, caller, new Hearing("prompt", "closed"));
        world.Pbx.FinishPrompt(caller);

        await EndsAsync(world, InteractionEnding.QueueClosed);
        await AcdWorld.EventuallyAsync(() => !world.Pbx.IsAlive(caller), "he is hung up");
    }

    [Fact]
    public async Task A_caller_outside_of_the_hours_may_leave_a_message()
    {
        await using var world = await WithAsync(
            new OverflowRule { When = OverflowWhen.Closed, Target = new RuleTarget(TargetKind.Voicemail) });

        var caller = world.Pbx.ArriveCall("1001");

        await AcdWorld.EventuallyAsync(() => world.Pbx.IsRecorded(caller), "he is recorded");
    }

    [Fact]
    public async Task A_caller_whom_nobody_could_serve_goes_to_the_flow_that_says_so()
    {
        await using var world = await WithAsync(
            new OverflowRule { When = OverflowWhen.NoAgents, Target = RuleTarget.Flow("sorry") });
        await NobodyIsThereAsync(world);

        var caller = world.Pbx.ArriveCall("1001");

        await HearsAsync(world, caller, new Hearing("prompt", "sorry"));
        world.Pbx.FinishPrompt(caller);
        await EndsAsync(world, InteractionEnding.FlowEnded);
    }

    [Fact]
    public async Task Whoever_waits_when_the_last_agent_signs_out_goes_where_a_newcomer_would()
    {
        await using var world = await WithAsync(
            new OverflowRule { When = OverflowWhen.NoAgents, Target = RuleTarget.Flow("sorry") });
        await SomebodyHasABreakAsync(world);
        var caller = await QueuedAsync(world);

        await world.Agent(1).SignOutAsync();

        await HearsAsync(world, caller, new Hearing("prompt", "sorry"));
    }

    [Fact]
    public async Task A_caller_waits_when_somebody_is_signed_in_though_not_ready()
    {
        await using var world = await WithAsync(
            new OverflowRule { When = OverflowWhen.NoAgents, Target = RuleTarget.Flow("sorry") });
        await SomebodyHasABreakAsync(world);

        await QueuedAsync(world);
    }

    [Fact]
    public async Task A_flow_goes_on_where_it_says_so_when_nobody_is_signed_in()
    {
        await using var world = await WithAsync();
        await NobodyIsThereAsync(world);
        var caller = world.Pbx.ArriveCall("1002");

        await HearsAsync(world, caller, new Hearing("prompt", "nobody"));
    }

    [Fact]
    public async Task A_caller_who_is_sent_elsewhere_when_the_server_dies_arrives_there_afterwards()
    {
        await using var world = await WithAsync(new OverflowRule
        {
            When = OverflowWhen.Wait, Threshold = 60, Target = RuleTarget.Queue("support"), Prompt = "elsewhere",
        });
        var caller = await QueuedAsync(world);
        world.Turn(TimeSpan.FromSeconds(60));
        await HearsAsync(world, caller, new Hearing("prompt", "elsewhere"));

        await world.KillServerAsync();
        world.Pbx.FinishPrompt(caller);
        await world.StartServerAsync();
        await HearsAsync(world, caller, new Hearing("prompt", "elsewhere"));
        world.Pbx.FinishPrompt(caller);

        await AcdWorld.EventuallyAsync(
            () => world.Journal.Of<InteractionQueued>().Last().Queue.Value == "support", "he waits elsewhere");
    }

    [Fact]
    public async Task A_caller_whose_agent_is_lost_in_a_long_talk_waits_again_and_is_not_sent_on_at_once()
    {
        await using var world = await WithAsync(
            new OverflowRule { When = OverflowWhen.Wait, Threshold = 60, Target = HangUp });
        var caller = await QueuedAsync(world);
        await world.Agent(1).GetReadyAsync();
        await world.Agent(1).AnswerAsync();
        world.Turn(TimeSpan.FromMinutes(5));
        await world.Agent(1).ClosePageAsync();
        await HearsAsync(world, caller, new Hearing("music", "soft"));

        world.Turn(world.Options.AudioGoneMax);
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<AgentGivenUp>().Any(), "he is given up");

        await HearsAsync(world, caller, new Hearing("music", "default"));
        world.Turn(TimeSpan.FromSeconds(59));
        await AcdWorld.EventuallyAsync(
            async () => (await world.QueuesAsync()).Queues.Sum(queue => queue.Waiting) == 1, () => "he waits");
        world.Turn(TimeSpan.FromSeconds(1));
        await EndsAsync(world, InteractionEnding.WaitedTooLong);
    }

    [Fact]
    public async Task A_caller_who_is_not_let_in_elsewhere_is_tried_again_later()
    {
        await using var world = await WithAsync(
            new OverflowRule { When = OverflowWhen.Wait, Threshold = 60, Target = RuleTarget.Queue("support") });
        await world.ChangeAsync(
            RuleChange.To(AcdWorld.Queue("support") with { WaitingMax = 1 }),
            RuleChange.To(AcdWorld.Number("1003", "support")));
        await QueuedAsync(world);
        var before = world.Pbx.ArriveCall("1003");
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionQueued>().Count() == 2, "support is full");
        world.Turn(TimeSpan.FromSeconds(60));
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<CallerOverflowed>().Any(), "he is sent there");
        world.Pbx.HangUpCaller(before);
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionEnded>().Any(), "there is room again");

        await AcdWorld.EventuallyAsync(
            () =>
            {
                world.Turn(TimeSpan.FromSeconds(30));
                return world.Journal.Of<InteractionQueued>().Last().Queue.Value == "support";
            },
            "he is let in");
    }

    private static async Task<AcdWorld> WithAsync(params OverflowRule[] overflow)
    {
        var world = await AcdWorld.StartAsync();
        var isClosed = overflow.Any(rule => rule.When == OverflowWhen.Closed);
        await world.ChangeAsync([
            RuleChange.To(new CalendarRule { Id = "never", Name = "Never" }),
            Flow("sorry", """
                {"id": "sorry", "name": "Sorry", "start": "say", "nodes": [
                  {"id": "say", "type": "play", "settings": {"prompts": ["sorry"]}, "exits": {"done": "bye"}},
                  {"id": "bye", "type": "hang-up"}]}
                """),
            Flow("careful", """
                {"id": "careful", "name": "Careful", "start": "wait", "nodes": [
                  {"id": "wait", "type": "queue", "settings": {"queue": "express"}, "exits": {"no-agents": "say"}},
                  {"id": "say", "type": "play", "settings": {"prompts": ["nobody"]}, "exits": {"done": "bye"}},
                  {"id": "bye", "type": "hang-up"}]}
                """),
            RuleChange.To(new NumberRule { Id = "1002", Target = RuleTarget.Flow("careful") }),
        ]);
        await world.ChangeAsync(RuleChange.To(AcdWorld.Queue("express") with
        {
            Overflow = overflow, Calendar = isClosed ? "never" : null,
        }));
        return world;
    }

    // The router is sure of that only some time after its start.
    private static Task NobodyIsThereAsync(AcdWorld world) => AcdWorld.EventuallyAsync(
        async () =>
        {
            world.Turn(TimeSpan.FromSeconds(1));
            return (await world.QueuesAsync()).Queues.All(queue => queue.Agents == 0);
        },
        () => "the queues know that nobody is there");

    private static async Task SomebodyHasABreakAsync(AcdWorld world)
    {
        await NobodyIsThereAsync(world);
        await world.Agent(1).GetReadyAsync();
        await world.Agent(1).MakeNotReadyAsync("break");
        await AcdWorld.EventuallyAsync(
            async () => (await world.QueuesAsync()).Queues.All(queue => queue.Agents == 1),
            () => "the queues know of him");
    }

    private static RuleChange Flow(string id, string graph) => RuleChange.To(new FlowRule
    {
        Id = id, Name = id, Published = JsonSerializer.Deserialize<JsonElement>(graph), PublishedVersion = 1,
    });

    private static async Task<LegId> QueuedAsync(AcdWorld world, int count = 1)
    {
        var caller = world.Pbx.ArriveCall("1001");
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionQueued>().Count() == count, "he is queued");
        await HearsAsync(world, caller, new Hearing("music", "default"));
        return caller;
    }

    private static Task EndsAsync(AcdWorld world, InteractionEnding ending) => AcdWorld.EventuallyAsync(
        () => world.Journal.Of<InteractionEnded>().Any(ended => ended.Ending == ending), $"it ends as {ending}");

    private static Task HearsAsync(AcdWorld world, LegId caller, Hearing what) => AcdWorld.EventuallyAsync(
        () => world.Pbx.Hears(caller) == what, $"he hears {what}");
}

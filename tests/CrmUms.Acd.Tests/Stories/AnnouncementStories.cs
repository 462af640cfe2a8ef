using CrmUms.Acd.Interactions;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.TestKit;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>Callers who wait are told where they stand.</summary>
public sealed class AnnouncementStories
{
    private static readonly AnnouncementRule Told = new()
    {
        FirstAfterSeconds = 30, EverySeconds = 60, Position = true, EstimatedWait = true,
    };

    [Fact]
    public async Task A_caller_who_waits_is_told_his_place_and_hears_music_again()
    {
        await using var world = await WithAnnouncementsAsync();
        await QueuedAsync(world);
        world.Turn(TimeSpan.FromSeconds(1)); // Whoever comes at the same moment may stand on either side.
        var second = await QueuedAsync(world, count: 2);

        world.Turn(TimeSpan.FromSeconds(30));
        await HearsAsync(world, second, new Hearing("prompt", "say-position+say-2"));
        world.Pbx.FinishPrompt(second);

        await HearsAsync(world, second, new Hearing("music", "default"));
        world.Turn(TimeSpan.FromSeconds(60));
        await HearsAsync(world, second, new Hearing("prompt", "say-position+say-2"));
    }

    [Fact]
    public async Task An_agent_who_answers_ends_the_announcement()
    {
        await using var world = await WithAnnouncementsAsync();
        var caller = await QueuedAsync(world);
        world.Turn(TimeSpan.FromSeconds(30));
        await HearsAsync(world, caller, new Hearing("prompt", "say-next"));

        await world.Agent(1).GetReadyAsync();
        await world.Agent(1).AnswerAsync();

        world.Pbx.Hears(caller).Kind.ShouldBe("leg");
        world.Turn(TimeSpan.FromSeconds(600));
        world.Pbx.Hears(caller).Kind.ShouldBe("leg");
    }

    [Fact]
    public async Task What_a_caller_was_told_is_compared_with_what_came()
    {
        await using var world = await WithAnnouncementsAsync();
        for (var gone = 1; gone <= 3; gone++)
        {
            var impatient = await QueuedAsync(world, gone);
            world.Turn(TimeSpan.FromSeconds(10));
            world.Pbx.HangUpCaller(impatient);
            await WaitingAsync(world, 0);
        }

        var caller = await QueuedAsync(world, count: 4);
        world.Turn(TimeSpan.FromSeconds(30));
        await HearsAsync(world, caller, new Hearing("prompt", "say-next+say-wait-short"));
        world.Turn(TimeSpan.FromSeconds(25));
        await world.Agent(1).GetReadyAsync();
        await world.Agent(1).AnswerAsync();
        await WaitingAsync(world, 0);

        // Three gaps of ten seconds and one of thirty that runs: fifteen were told, twenty-five came.
        var view = (await world.QueuesAsync()).Queues.Single(queue => queue.Rule.Id == "express");
        view.EstimateError.ShouldBe(TimeSpan.FromSeconds(10));
        view.EstimatedWait.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_caller_is_told_his_place_after_a_restart_too()
    {
        await using var world = await WithAnnouncementsAsync();
        var caller = await QueuedAsync(world);
        await world.KillServerAsync();
        world.Turn(TimeSpan.FromSeconds(40));
        await world.StartServerAsync();
        await WaitingAsync(world, 1);

        world.Turn(TimeSpan.FromSeconds(1));

        await HearsAsync(world, caller, new Hearing("prompt", "say-next"));
    }

    private static async Task<AcdWorld> WithAnnouncementsAsync()
    {
        var world = await AcdWorld.StartAsync();
        await world.ChangeAsync(RuleChange.To(AcdWorld.Queue("express") with { Announcement = Told }));
        return world;
    }

    private static async Task<LegId> QueuedAsync(AcdWorld world, int count = 1)
    {
        var caller = world.Pbx.ArriveCall("1001");
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionQueued>().Count() == count, "he is queued");
        await HearsAsync(world, caller, new Hearing("music", "default"));
        return caller;
    }

    private static Task WaitingAsync(AcdWorld world, int callers) => AcdWorld.EventuallyAsync(
        async () => (await world.QueuesAsync()).Queues.Sum(queue => queue.Waiting) == callers,
        () => $"{callers} wait");

    private static Task HearsAsync(AcdWorld world, LegId caller, Hearing what) => AcdWorld.EventuallyAsync(
        () => world.Pbx.Hears(caller) == what, $"he hears {what}");
}

using CrmUms.Acd.Agents;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.TestKit;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>Whom a ready agent is offered, and who is answered for him.</summary>
public sealed class AvailabilityStories
{
    [Fact]
    public async Task An_agent_whose_calls_are_answered_for_him_hears_a_tone_and_then_the_caller()
    {
        await using var world = await AcdWorld.StartAsync();
        await AnswerForAsync(world);
        await world.Agent(1).GetReadyAsync();

        var caller = world.Pbx.ArriveCall("1001");

        (await world.Agent(1).IsOfferedAsync()).ShouldNotBeNull();
        (await world.Agent(1).ViewAsync()).IsAutoAnswered.ShouldBeTrue();
        var leg = LegOf(world);
        world.Pbx.Hears(leg).ShouldBe(new Hearing("prompt", "beep"));
        world.Pbx.FinishPrompt(leg);
        var view = await world.Agent(1).IsAsync(AgentStatus.Talking);
        view.IsAutoAnswered.ShouldBeTrue();
        world.Pbx.AreTalking(caller, leg).ShouldBeTrue();
    }

    [Fact]
    public async Task A_tone_whose_end_is_never_heard_of_keeps_no_caller_waiting()
    {
        await using var world = await AcdWorld.StartAsync();
        await AnswerForAsync(world);
        await world.Agent(1).GetReadyAsync();
        world.Pbx.ArriveCall("1001");
        await world.Agent(1).IsOfferedAsync();

        world.Turn(TimeSpan.FromSeconds(2));

        await world.Agent(1).IsAsync(AgentStatus.Talking);
    }

    [Fact]
    public async Task A_caller_who_leaves_during_the_tone_leaves_the_agent_ready()
    {
        await using var world = await AcdWorld.StartAsync();
        await AnswerForAsync(world);
        await world.Agent(1).GetReadyAsync();
        var caller = world.Pbx.ArriveCall("1001");
        await world.Agent(1).IsOfferedAsync();

        world.Pbx.HangUpCaller(caller);
        world.Pbx.FinishPrompt(LegOf(world));

        await world.Agent(1).IsAsync(AgentStatus.Ready);
        (await world.Agent(1).ViewAsync()).IsAutoAnswered.ShouldBeFalse();
        world.Pbx.ArriveCall("1001");
        await world.Agent(1).IsOfferedAsync();
        world.Pbx.FinishPrompt(LegOf(world));
        await world.Agent(1).IsAsync(AgentStatus.Talking);
    }

    [Theory]
    [InlineData(true, false, AgentObstacles.MicrophoneSilent)]
    [InlineData(false, true, AgentObstacles.NetworkBad)]
    public async Task Nobody_is_offered_to_him_who_cannot_be_heard_and_he_is_told_why(
        bool isSilent, bool isBad, string obstacle)
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).GetReadyAsync();
        (await world.Agent(1).MeasureAsync(isSilent, isBad)).ShouldBe(AgentReply.Accepted.Instance);

        world.Pbx.ArriveCall("1001");

        await AcdWorld.EventuallyAsync(() => Waits(world), () => "the caller waits");
        var view = await world.Agent(1).ViewAsync();
        (view.Status, view.Obstacle).ShouldBe((AgentStatus.Ready, obstacle));
        world.Journal.Of<AgentQualityChanged>().Single().MicrophoneSilent.ShouldBe(isSilent);
        await world.Agent(1).MeasureAsync();
        await world.Agent(1).AnswerAsync();
        (await world.Agent(1).ViewAsync()).Obstacle.ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_is_taken_out_of_a_talk_for_what_his_page_measures()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).GetReadyAsync();
        world.Pbx.ArriveCall("1001");
        var call = await world.Agent(1).AnswerAsync();

        (await world.Agent(1).MeasureAsync(isBad: true)).ShouldBe(new AgentReply.Refused(AgentRefusal.WrongState));

        (await world.Agent(1).ViewAsync()).Status.ShouldBe(AgentStatus.Talking);
        await world.Agent(1).HangUpAsync(call);
        await world.Agent(1).IsAsync(AgentStatus.WrapUp);
        await world.Agent(1).RecordAsync(call);
        (await world.Agent(1).IsAsync(AgentStatus.Ready)).Obstacle.ShouldBeNull();
    }

    [Fact]
    public async Task A_measure_that_repeats_itself_is_written_down_once_and_nonsense_is_refused()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).GetReadyAsync();

        await world.Agent(1).MeasureAsync(isBad: true);
        await world.Agent(1).MeasureAsync(isBad: true);

        world.Journal.Of<AgentQualityChanged>().Count().ShouldBe(1);
        (await world.DoAsync(new ReportQuality(world.Agent(1).Profile.Agent, true, true, 1.5, null, null)))
            .ShouldBe(new AgentReply.Refused(AgentRefusal.BadInput));
    }

    [Fact]
    public async Task An_agent_over_his_occupancy_rests_until_he_is_below_and_is_told_why()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.ChangeAsync(RuleChange.To(world.Agent(1).Rule with { OccupancyMaxPercent = 80 }));
        await world.Agent(1).GetReadyAsync();
        await TalkForAsync(world, TimeSpan.FromMinutes(8));
        var view = await world.Agent(1).IsAsync(AgentStatus.Ready);
        (view.Obstacle, view.ContactsToday).ShouldBe((AgentObstacles.OverOccupancy, 1));
        world.Pbx.ArriveCall("1001");
        await AcdWorld.EventuallyAsync(() => Waits(world), () => "the caller waits");

        world.Turn(TimeSpan.FromSeconds(119));
        (await world.Agent(1).ViewAsync()).Obstacle.ShouldBe(AgentObstacles.OverOccupancy);
        world.Turn(TimeSpan.FromSeconds(2));

        await world.Agent(1).AnswerAsync();
    }

    [Fact]
    public async Task Figures_of_the_day_outlive_the_server()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).GetReadyAsync();
        await TalkForAsync(world, TimeSpan.FromMinutes(10));
        var before = await world.Agent(1).IsAsync(AgentStatus.Ready);

        await world.KillServerAsync();
        await world.StartServerAsync();

        var after = await world.Agent(1).ViewAsync();
        (after.ContactsToday, after.Occupancy).ShouldBe((1, before.Occupancy));
    }

    [Fact]
    public async Task An_agent_who_does_not_answer_hides_nobody_else()
    {
        await using var world = await AcdWorld.StartAsync(agents: 2);
        await world.Agent(1).GetReadyAsync();

        var silent = world.HireSilent();

        AgentViews? views = null;
        await AcdWorld.EventuallyAsync(
            async () => (views = await world.AgentsAsync(world.Agent(1), world.Agent(2))).Silent.Count > 0,
            () => "he is missed");
        views!.Silent.ShouldBe([silent]);
        views.Agents.Select(view => view.Agent).ShouldBe(
            [world.Agent(1).Profile.Agent, world.Agent(2).Profile.Agent], ignoreOrder: true);
    }

    [Fact]
    public async Task An_agent_to_whom_the_rules_give_no_calls_is_offered_none()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).GetReadyAsync();
        await world.ChangeAsync(RuleChange.To(world.Agent(1).Rule with { Capacity = new AgentCapacity { Voice = 0 } }));

        world.Pbx.ArriveCall("1001");

        await AcdWorld.EventuallyAsync(() => Waits(world), () => "the caller waits");
        (await world.Agent(1).ViewAsync()).Obstacle.ShouldBe(AgentObstacles.NoCapacity);
        await world.ChangeAsync(RuleChange.To(world.Agent(1).Rule));
        await world.Agent(1).AnswerAsync();
    }

    private static Task AnswerForAsync(AcdWorld world) =>
        world.ChangeAsync(RuleChange.To(world.Agent(1).Rule with { AutoAnswer = true }));

    private static async Task TalkForAsync(AcdWorld world, TimeSpan time)
    {
        world.Pbx.ArriveCall("1001");
        var call = await world.Agent(1).AnswerAsync();
        world.Turn(time);
        await world.Agent(1).HangUpAsync(call);
        await world.Agent(1).IsAsync(AgentStatus.WrapUp);
        await world.Agent(1).RecordAsync(call);
    }

    private static LegId LegOf(AcdWorld world) => world.Pbx.Snapshot().AgentLegs.Single().Leg;

    private static async Task<bool> Waits(AcdWorld world) =>
        (await world.QueuesAsync()).Queues.Any(queue => queue.Waiting > 0);
}

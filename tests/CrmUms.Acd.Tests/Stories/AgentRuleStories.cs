using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>What the rules ask of agents: limits, reasons, unanswered offers, activity, occupancy.</summary>
public sealed class AgentRuleStories
{
    [Fact]
    public async Task Wrap_up_is_prolonged_once_with_a_reason_that_stands_in_the_timeline()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.ChangeAsync(RuleChange.To(AcdWorld.Queue("express") with { WrapUpExtensionSeconds = 30 }));
        var call = await WrapUpAsync(world);
        (await world.Agent(1).ViewAsync()).WrapUpExtensionSeconds.ShouldBe(30);

        (await world.Agent(1).ExtendAsync(call)).ShouldBe(AgentReply.Accepted.Instance);

        var view = await world.Agent(1).ViewAsync();
        view.Until.ShouldBe(world.Clock.GetUtcNow() + AcdWorld.WrapUpFor + TimeSpan.FromSeconds(30));
        view.WrapUpExtensionSeconds.ShouldBe(0);
        (await world.Agent(1).ExtendAsync(call)).ShouldBe(new AgentReply.Refused(AgentRefusal.WrongState));
        world.Turn(AcdWorld.WrapUpFor);
        (await world.Agent(1).ViewAsync()).Status.ShouldBe(AgentStatus.WrapUp);
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<WrapUpExtended>().Any(), "it stands in the timeline");
        world.Journal.Of<WrapUpExtended>().Single().Reason.ShouldBe("the client's file is long");
        world.Turn(TimeSpan.FromSeconds(30));
        await world.Agent(1).IsAsync(AgentStatus.Ready);
    }

    [Fact]
    public async Task A_prolonged_wrap_up_outlives_the_server()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.ChangeAsync(RuleChange.To(AcdWorld.Queue("express") with { WrapUpExtensionSeconds = 30 }));
        var call = await WrapUpAsync(world);
        await world.Agent(1).ExtendAsync(call);

        await world.KillServerAsync();
        world.Turn(AcdWorld.WrapUpFor);
        await world.StartServerAsync();

        await world.Agent(1).SeesAsync(view => view is { Status: AgentStatus.WrapUp, Call: not null }, "he wraps up");
        (await world.Agent(1).ExtendAsync(call)).ShouldBe(new AgentReply.Refused(AgentRefusal.WrongState));
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<WrapUpExtended>().Any(), "it stands in the timeline");
        await world.Agent(1).RecordAsync(call);
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionClosed>().Any(), "closed");
        world.Journal.Of<WrapUpExtended>().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Wrap_up_is_not_prolonged_without_a_reason(string reason)
    {
        await using var world = await AcdWorld.StartAsync();
        await world.ChangeAsync(RuleChange.To(AcdWorld.Queue("express") with { WrapUpExtensionSeconds = 30 }));
        var call = await WrapUpAsync(world);

        (await world.Agent(1).ExtendAsync(call, reason)).ShouldBe(new AgentReply.Refused(AgentRefusal.BadInput));
    }

    [Fact]
    public async Task Wrap_up_of_a_queue_that_allows_no_more_is_not_prolonged()
    {
        await using var world = await AcdWorld.StartAsync();
        var call = await WrapUpAsync(world);

        (await world.Agent(1).ExtendAsync(call)).ShouldBe(new AgentReply.Refused(AgentRefusal.WrongState));
    }

    [Fact]
    public async Task A_break_that_lasts_too_long_is_written_down_once()
    {
        await using var world = await AcdWorld.StartAsync();
        await LimitBreakAsync(world, minutes: 15);
        await world.Agent(1).OpenPageAsync();
        await world.Agent(1).MakeNotReadyAsync("break");
        (await world.Agent(1).ViewAsync()).LimitAt.ShouldBe(world.Clock.GetUtcNow().AddMinutes(15));

        world.Turn(TimeSpan.FromMinutes(15));
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<AgentOverstayed>().Any(), "he overstayed");
        await world.KillServerAsync();
        await world.StartServerAsync();
        world.Turn(TimeSpan.FromMinutes(15));
        await world.Agent(1).MakeNotReadyAsync("break"); // The same break goes on.
        await world.Agent(1).MakeNotReadyAsync("lunch");

        var overstayed = world.Journal.Of<AgentOverstayed>().Single();
        (overstayed.Reason, overstayed.LimitMinutes).ShouldBe(("break", 15));
        (await world.Agent(1).ViewAsync()).LimitAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_limit_that_is_moved_counts_for_those_who_are_on_their_break()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).OpenPageAsync();
        await world.Agent(1).MakeNotReadyAsync("break");
        world.Turn(TimeSpan.FromMinutes(10));

        await LimitBreakAsync(world, minutes: 5);

        await AcdWorld.EventuallyAsync(() => world.Journal.Of<AgentOverstayed>().Any(), "he overstayed");
    }

    [Fact]
    public async Task An_agent_is_made_not_ready_after_as_many_unanswered_offers_in_a_row_as_the_rules_say()
    {
        await using var world = await AcdWorld.StartAsync();
        await SetAsync(world, new SettingsRule { Id = SettingsRule.TheOne, NoAnswersMax = 3 });
        await world.Agent(1).GetReadyAsync();
        var caller = world.Pbx.ArriveCall("1001");
        for (var missed = 1; missed < 3; missed++)
        {
            await MissAsync(world, missed);
        }

        await world.Agent(1).IsOfferedAsync();
        world.Turn(AcdWorld.RingFor);

        await world.Agent(1).IsAsync(AgentStatus.NotReady, NotReadyReasons.NoAnswer);
        world.Journal.Of<AgentMissedOffer>().Select(missed => missed.InARow).ShouldBe([1, 2, 3]);
        world.Pbx.IsAlive(caller).ShouldBeTrue();
        await world.Agent(1).MakeReadyAsync();
        await MissAsync(world, inARow: 1);
    }

    [Fact]
    public async Task An_answer_makes_up_for_the_offers_missed_before()
    {
        await using var world = await AcdWorld.StartAsync();
        await SetAsync(world, new SettingsRule { Id = SettingsRule.TheOne, NoAnswersMax = 2 });
        await world.Agent(1).GetReadyAsync();
        world.Pbx.ArriveCall("1001");
        await MissAsync(world, inARow: 1);
        var call = await world.Agent(1).AnswerAsync();
        await world.Agent(1).HangUpAsync(call);
        await world.Agent(1).RecordAsync(call);

        world.Pbx.ArriveCall("1001");
        await MissAsync(world, inARow: 1);

        (await world.Agent(1).AnswerAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task Whoever_missed_an_offer_comes_after_those_who_are_free()
    {
        await using var world = await AcdWorld.StartAsync(agents: 2);
        await SetAsync(world, new SettingsRule { Id = SettingsRule.TheOne, NoAnswersMax = 5 });
        await world.Agent(1).GetReadyAsync();
        world.Turn(TimeSpan.FromSeconds(1));
        await world.Agent(2).GetReadyAsync();
        world.Pbx.ArriveCall("1001");
        await world.Agent(1).IsOfferedAsync();

        world.Turn(AcdWorld.RingFor);

        await world.Agent(2).AnswerAsync();
        await world.Agent(1).IsAsync(AgentStatus.Ready);
    }

    [Fact]
    public async Task A_ready_agent_whose_page_shows_no_sign_of_life_is_made_not_ready()
    {
        await using var world = await AcdWorld.StartAsync();
        await SetAsync(world, new SettingsRule { Id = SettingsRule.TheOne, InactivityMinutes = 10 });
        await world.Agent(1).GetReadyAsync();
        world.Turn(TimeSpan.FromMinutes(9));
        (await world.Agent(1).MoveMouseAsync()).ShouldBe(AgentReply.Accepted.Instance);
        world.Turn(TimeSpan.FromMinutes(9));
        (await world.Agent(1).ViewAsync()).Status.ShouldBe(AgentStatus.Ready);

        world.Turn(TimeSpan.FromMinutes(1));

        await world.Agent(1).IsAsync(AgentStatus.NotReady, NotReadyReasons.Inactive);
    }

    [Fact]
    public async Task A_talk_is_a_sign_of_life_and_so_is_a_restart()
    {
        await using var world = await AcdWorld.StartAsync();
        await SetAsync(world, new SettingsRule { Id = SettingsRule.TheOne, InactivityMinutes = 10 });
        await world.Agent(1).GetReadyAsync();
        world.Turn(TimeSpan.FromMinutes(8));
        world.Pbx.ArriveCall("1001");
        var call = await world.Agent(1).AnswerAsync();
        world.Turn(TimeSpan.FromMinutes(30));
        await world.Agent(1).HangUpAsync(call);
        await world.Agent(1).IsAsync(AgentStatus.WrapUp);
        await world.Agent(1).RecordAsync(call);
        await world.Agent(1).IsAsync(AgentStatus.Ready);
        world.Turn(TimeSpan.FromMinutes(9));
        (await world.Agent(1).ViewAsync()).Status.ShouldBe(AgentStatus.Ready);

        await world.KillServerAsync();
        world.Turn(TimeSpan.FromHours(1));
        await world.StartServerAsync();

        (await world.Agent(1).ViewAsync()).Status.ShouldBe(AgentStatus.Ready);
    }

    private static async Task<CallView> WrapUpAsync(AcdWorld world)
    {
        await world.Agent(1).GetReadyAsync();
        world.Pbx.ArriveCall("1001");
        var call = await world.Agent(1).AnswerAsync();
        await world.Agent(1).HangUpAsync(call);
        await world.Agent(1).IsAsync(AgentStatus.WrapUp);
        return call;
    }

    // He is offered the caller again at once: nobody else is there.
    private static async Task MissAsync(AcdWorld world, int inARow)
    {
        await world.Agent(1).IsOfferedAsync();
        world.Turn(AcdWorld.RingFor);
        await world.Agent(1).SeesAsync(view => view.UnansweredInARow == inARow, $"he missed {inARow}");
    }

    private static Task LimitBreakAsync(AcdWorld world, int minutes) => SetAsync(world, new ReasonRule
    {
        Id = "break",
        Names = new RuleNames("Перерыв", "Tanaffus", "Break"),
        LimitMinutes = minutes,
    });

    private static Task SetAsync<T>(AcdWorld world, T rule)
        where T : class, IRule => world.ChangeAsync(RuleChange.To(rule));
}

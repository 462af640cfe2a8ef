using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.TestKit;

namespace CrmUms.Acd.Tests.Stories;

public sealed class CallStories
{
    private static readonly CallerIdentity Timur = new(
        new ClientId(Guid.NewGuid()),
        ClientKind.Individual,
        "Юсупов Тимур Рашидович",
        "Тимур Рашидович",
        IsVip: true,
        null
    );

    [Fact]
    public async Task A_caller_is_greeted_waits_talks_and_is_wrapped_up()
    {
        await using var world = await AcdWorld.StartAsync();
        world.Clients["+998901234567"] = Timur;
        await world.Agent(1).GetReadyAsync();

        var caller = world.Pbx.ArriveCall("1000");
        await AcdWorld.EventuallyAsync(() => world.Pbx.Hears(caller) == new Hearing("prompt", "hello"), "greeting");
        world.Pbx.FinishPrompt(caller);
        var offer = await world.Agent(1).IsOfferedAsync();
        offer.Client.ShouldBe(Timur);
        world.Pbx.Hears(caller).ShouldBe(new Hearing("music", "default"));

        var call = await world.Agent(1).AnswerAsync();
        IsHeardByAgent(world, caller).ShouldBeTrue();
        (await world.Agent(1).HangUpAsync(call)).ShouldBe(AgentReply.Accepted.Instance);
        await AcdWorld.EventuallyAsync(() => !world.Pbx.IsAlive(caller), "caller hung up");
        await world.Agent(1).IsAsync(AgentStatus.WrapUp);
        (await world.Agent(1).RecordAsync(call)).ShouldBe(AgentReply.Accepted.Instance);
        await world.Agent(1).IsAsync(AgentStatus.Ready);
        world.Journal.Of<InteractionEnded>().Single().Ending.ShouldBe(InteractionEnding.AgentHungUp);
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionClosed>().Any(), "closed");
    }

    [Fact]
    public async Task An_unanswered_offer_makes_the_agent_not_ready_and_the_next_one_is_asked()
    {
        await using var world = await AcdWorld.StartAsync(agents: 2);
        await world.Agent(1).GetReadyAsync();
        world.Turn(TimeSpan.FromSeconds(5));
        await world.Agent(2).GetReadyAsync();
        var caller = world.Pbx.ArriveCall("1001");
        await world.Agent(1).IsOfferedAsync();

        world.Turn(AcdWorld.RingFor);

        await world.Agent(1).IsAsync(AgentStatus.NotReady, NotReadyReasons.NoAnswer);
        await world.Agent(2).AnswerAsync();
        world.Pbx.IsAlive(caller).ShouldBeTrue();
        world.Journal.Of<OfferEnded>().Single().Ending.ShouldBe(OfferEnding.NoAnswer);
    }

    [Fact]
    public async Task Caller_who_hangs_up_while_ringing_frees_the_agent()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).GetReadyAsync();
        var caller = world.Pbx.ArriveCall("1001");
        await world.Agent(1).IsOfferedAsync();

        world.Pbx.HangUpCaller(caller);

        await world.Agent(1).IsAsync(AgentStatus.Ready);
        world.Journal.Of<InteractionEnded>().Single().Ending.ShouldBe(InteractionEnding.AbandonedRinging);
        world.Pbx.ArriveCall("1001");
        await world.Agent(1).AnswerAsync();
    }

    [Fact]
    public async Task Of_two_callers_for_one_agent_the_first_is_offered_and_the_second_waits()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).GetReadyAsync();
        world.Pbx.ArriveCall("1001", "+998901111111");
        var first = await world.Agent(1).AnswerAsync();
        var second = world.Pbx.ArriveCall("1001", "+998902222222");
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionQueued>().Count() == 2, "second is queued");

        await world.Agent(1).HangUpAsync(first);
        await world.Agent(1).RecordAsync(first);

        (await world.Agent(1).AnswerAsync()).Number.Shown.ShouldBe("+998902222222");
        IsHeardByAgent(world, second).ShouldBeTrue();
    }

    [Fact]
    public async Task The_caller_hears_music_on_hold_and_the_agent_after_it()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).GetReadyAsync();
        var caller = world.Pbx.ArriveCall("1001");
        var call = await world.Agent(1).AnswerAsync();

        (await world.Agent(1).HoldAsync(call)).ShouldBe(AgentReply.Accepted.Instance);
        world.Pbx.Hears(caller).ShouldBe(new Hearing("music", "default"));
        await world.Agent(1).IsAsync(AgentStatus.Held);
        (await world.Agent(1).ResumeAsync(call)).ShouldBe(AgentReply.Accepted.Instance);

        IsHeardByAgent(world, caller).ShouldBeTrue();
        await world.Agent(1).IsAsync(AgentStatus.Talking);
    }

    [Fact]
    public async Task A_muted_agent_is_not_heard_and_is_heard_in_his_next_call()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).GetReadyAsync();
        var caller = world.Pbx.ArriveCall("1001");
        var call = await world.Agent(1).AnswerAsync();

        (await world.Agent(1).MuteAsync(call, muted: true)).ShouldBe(AgentReply.Accepted.Instance);
        world.Pbx.Hears(caller).ShouldBe(Hearing.Nothing);
        (await world.Agent(1).ViewAsync()).Call!.IsMuted.ShouldBeTrue();
        world.Pbx.HangUpCaller(caller);
        await world.Agent(1).IsAsync(AgentStatus.WrapUp);
        await world.Agent(1).RecordAsync(call);

        var next = world.Pbx.ArriveCall("1001");
        await world.Agent(1).AnswerAsync();
        world.Pbx.Hears(next).Kind.ShouldBe("leg");
    }

    [Fact]
    public async Task A_reloaded_page_takes_up_the_same_call_and_the_caller_hears_soft_music_meanwhile()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).GetReadyAsync();
        var caller = world.Pbx.ArriveCall("1001");
        var call = await world.Agent(1).AnswerAsync();

        await world.Agent(1).ClosePageAsync();
        await AcdWorld.EventuallyAsync(() => world.Pbx.Hears(caller) == new Hearing("music", "soft"), "soft music");
        await world.Agent(1).OpenPageAsync();

        await AcdWorld.EventuallyAsync(() => IsHeardByAgent(world, caller), "talk goes on");
        var view = await world.Agent(1).SeesAsync(view => view.Call?.AudioLostSince is null, "audio is back");
        view.Status.ShouldBe(AgentStatus.Talking);
        view.Call!.ConnectedAt.ShouldBe(call.ConnectedAt);
    }

    [Fact]
    public async Task An_agent_who_does_not_come_back_loses_the_caller_to_the_next_one()
    {
        await using var world = await AcdWorld.StartAsync(agents: 2);
        await world.Agent(1).GetReadyAsync();
        var caller = world.Pbx.ArriveCall("1001");
        await world.Agent(1).AnswerAsync();
        await world.Agent(2).GetReadyAsync();

        await world.Agent(1).ClosePageAsync();
        await world.Agent(1).SeesAsync(view => view.Call?.AudioLostSince is not null, "audio is lost");
        world.Turn(world.Options.AudioGoneMax);

        await world.Agent(2).AnswerAsync();
        IsHeardByAgent(world, caller).ShouldBeTrue();
        await world.Agent(1).IsAsync(AgentStatus.NotReady, NotReadyReasons.AudioLost);
    }

    [Fact]
    public async Task An_agent_who_closes_the_tab_while_it_rings_is_passed_over_within_seconds()
    {
        await using var world = await AcdWorld.StartAsync(agents: 2);
        await world.Agent(1).GetReadyAsync();
        world.Turn(TimeSpan.FromSeconds(1));
        await world.Agent(2).GetReadyAsync();
        world.Pbx.ArriveCall("1001");
        await world.Agent(1).IsOfferedAsync();

        await world.Agent(1).ClosePageAsync();
        world.Turn(world.Options.PageGoneRingingMax);

        await world.Agent(2).AnswerAsync();
        await world.Agent(1).IsAsync(AgentStatus.NotReady, NotReadyReasons.PageClosed);
    }

    [Fact]
    public async Task A_ready_agent_whose_audio_stays_away_is_not_ready_any_more()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).GetReadyAsync();

        world.Pbx.DropAgentLeg(world.Agent(1).Profile.Agent);
        await world.Agent(1).SeesAsync(view => view.Audio == AudioStatus.Closed, "audio is closed");
        world.Turn(world.Options.PageGoneMax);

        await world.Agent(1).IsAsync(AgentStatus.NotReady, NotReadyReasons.AudioLost);
    }

    [Fact]
    public async Task An_unknown_number_is_announced_and_ends_as_such()
    {
        await using var world = await AcdWorld.StartAsync();

        var caller = world.Pbx.ArriveCall("4242");
        await AcdWorld.EventuallyAsync(() => world.Pbx.Hears(caller).Kind == "prompt", "announcement");
        world.Pbx.FinishPrompt(caller);

        await AcdWorld.EventuallyAsync(() => !world.Pbx.IsAlive(caller), "hung up");
        world.Journal.Of<InteractionEnded>().Single().Ending.ShouldBe(InteractionEnding.UnknownNumber);
    }

    [Fact]
    public async Task A_full_queue_turns_the_next_caller_away()
    {
        await using var world = await AcdWorld.StartAsync();
        for (var number = 0; number < 10; number++)
        {
            world.Pbx.ArriveCall("1001");
        }

        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionQueued>().Count() == 10, "ten wait");

        var eleventh = world.Pbx.ArriveCall("1001");

        await AcdWorld.EventuallyAsync(() => !world.Pbx.IsAlive(eleventh), "turned away");
        world.Journal.Of<InteractionEnded>().Single().Ending.ShouldBe(InteractionEnding.QueueFull);
    }

    [Fact]
    public async Task Wrap_up_ends_by_itself_and_a_late_result_is_still_kept_once()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).GetReadyAsync();
        var caller = world.Pbx.ArriveCall("1001");
        var call = await world.Agent(1).AnswerAsync();
        world.Pbx.HangUpCaller(caller);
        await world.Agent(1).IsAsync(AgentStatus.WrapUp);

        world.Turn(AcdWorld.WrapUpFor);
        await world.Agent(1).IsAsync(AgentStatus.Ready);
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionClosed>().Any(), "closed");

        (await world.Agent(1).RecordAsync(call, "typed to the end")).ShouldBe(AgentReply.Accepted.Instance);
        world.Journal.Of<WrapUpRecorded>().Single().Result.Note.ShouldBe("typed to the end");
        (await world.Agent(1).RecordAsync(call)).ShouldBe(new AgentReply.Refused(AgentRefusal.WrongState));
    }

    [Fact]
    public async Task A_planned_break_begins_after_the_call()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).GetReadyAsync();
        world.Pbx.ArriveCall("1001");
        var call = await world.Agent(1).AnswerAsync();

        (await world.Agent(1).MakeNotReadyAsync("lunch")).ShouldBe(AgentReply.Accepted.Instance);
        (await world.Agent(1).ViewAsync()).NextReason.ShouldBe("lunch");
        await world.Agent(1).HangUpAsync(call);
        await world.Agent(1).IsAsync(AgentStatus.WrapUp);
        await world.Agent(1).RecordAsync(call, notReady: "lunch");

        await world.Agent(1).IsAsync(AgentStatus.NotReady, "lunch");
    }

    [Fact]
    public async Task Wishes_that_make_no_sense_are_refused_with_a_reason()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).GetReadyAsync();
        world.Pbx.ArriveCall("1001");
        var call = await world.Agent(1).AnswerAsync();
        var stranger = call with { Interaction = new InteractionId(Guid.NewGuid()) };

        (await world.Agent(1).HoldAsync(stranger)).ShouldBe(new AgentReply.Refused(AgentRefusal.NotYours));
        (await world.Agent(1).ResumeAsync(call)).ShouldBe(new AgentReply.Refused(AgentRefusal.WrongState));
        (await world.Agent(1).SendAsync(call, "12a")).ShouldBe(new AgentReply.Refused(AgentRefusal.BadInput));
        (await world.Agent(1).SendAsync(call, "")).ShouldBe(new AgentReply.Refused(AgentRefusal.BadInput));
        (await world.Agent(1).SignOutAsync()).ShouldBe(new AgentReply.Refused(AgentRefusal.WrongState));
        (await world.Agent(1).MakeNotReadyAsync("holiday")).ShouldBe(new AgentReply.Refused(AgentRefusal.BadInput));
        (await world.Agent(1).RecordAsync(call)).ShouldBe(new AgentReply.Refused(AgentRefusal.NotYours));
    }

    private static bool IsHeardByAgent(AcdWorld world, LegId caller) => world.Pbx.Hears(caller).Kind == "leg";
}

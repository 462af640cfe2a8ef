using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Shared;
using CrmUms.TestKit;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>The call survives: the server dies and comes back, the link breaks and is mended.</summary>
public sealed class SurvivalStories
{
    [Fact]
    public async Task A_talk_outlives_the_server_and_is_closed_properly_afterwards()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).GetReadyAsync();
        var caller = world.Pbx.ArriveCall("1001");
        var call = await world.Agent(1).AnswerAsync();

        await world.KillServerAsync();
        world.Pbx.Hears(caller).Kind.ShouldBe("leg");
        world.Turn(TimeSpan.FromSeconds(5));
        await world.StartServerAsync();
        await world.DoAsync(new ReportDesk(world.Agent(1).Profile.Agent, IsConnected: true));

        var view = await world
            .Agent(1)
            .SeesAsync(view => view is { Call: not null, Audio: AudioStatus.Open }, "same call");
        view.Status.ShouldBe(AgentStatus.Talking);
        view.Call!.ConnectedAt.ShouldBe(call.ConnectedAt);
        (await world.Agent(1).HangUpAsync(call)).ShouldBe(AgentReply.Accepted.Instance);
        await world.Agent(1).IsAsync(AgentStatus.WrapUp);
        await world.Agent(1).RecordAsync(call);
        await world.Agent(1).IsAsync(AgentStatus.Ready);
        world.Pbx.IsAlive(caller).ShouldBeFalse();
    }

    [Fact]
    public async Task An_agent_reserved_for_an_offer_that_was_never_kept_is_set_free()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).GetReadyAsync();
        var (agent, now) = (world.Agent(1).Profile.Agent, world.Clock.GetUtcNow());
        var lost = new CallView(
            new InteractionId(Guid.NewGuid()), "offered", new QueueId("support"), "support", "1000",
            CallerNumber.Anonymous, null, now, now, null, null, null, false, null, null);

        world.Tell(new OfferInteraction(agent, lost, now + AcdWorld.RingFor));
        await world.Agent(1).IsAsync(AgentStatus.Reserved);
        world.Turn(AcdWorld.RingFor + TimeSpan.FromSeconds(6));

        await world.Agent(1).IsAsync(AgentStatus.Ready);
    }

    [Fact]
    public async Task An_agent_without_audio_can_still_hang_up()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).GetReadyAsync();
        var caller = world.Pbx.ArriveCall("1001");
        var call = await world.Agent(1).AnswerAsync();
        world.Pbx.UnregisterPhone(world.Agent(1).Profile.Agent);
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<AgentAudioLost>().Any(), "his audio is lost");

        (await world.Agent(1).HangUpAsync(call)).ShouldBe(AgentReply.Accepted.Instance);

        await world.Agent(1).IsAsync(AgentStatus.WrapUp);
        await AcdWorld.EventuallyAsync(() => !world.Pbx.IsAlive(caller), "the caller is hung up");
    }

    [Fact]
    public async Task A_talk_that_ends_while_the_server_is_away_leaves_the_agent_in_wrap_up()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).GetReadyAsync();
        var caller = world.Pbx.ArriveCall("1001");
        await world.Agent(1).AnswerAsync();

        await world.KillServerAsync();
        world.Pbx.HangUpCaller(caller);
        await world.StartServerAsync();

        await world.Agent(1).IsAsync(AgentStatus.WrapUp);
        world.Journal.Of<InteractionEnded>().Single().Ending.ShouldBe(InteractionEnding.EndedWhileAway);
    }

    [Fact]
    public async Task Waiting_callers_keep_their_music_and_their_places()
    {
        await using var world = await AcdWorld.StartAsync();
        var first = world.Pbx.ArriveCall("1001", "+998901111111");
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionQueued>().Any(), "the first waits");
        world.Turn(TimeSpan.FromSeconds(1));
        var second = world.Pbx.ArriveCall("1001", "+998902222222");
        var music = new Hearing("music", "default");
        await AcdWorld.EventuallyAsync(
            () => world.Pbx.Hears(first) == music && world.Pbx.Hears(second) == music, "both wait with music");

        await world.KillServerAsync();
        world.Pbx.Hears(first).ShouldBe(music);
        world.Pbx.Hears(second).ShouldBe(music);
        await world.StartServerAsync();
        await world.Agent(1).GetReadyAsync();

        (await world.Agent(1).AnswerAsync()).Number.Shown.ShouldBe("+998901111111");
        world.Journal.Of<InteractionQueued>().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_caller_who_came_while_the_server_was_away_is_taken_over()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.KillServerAsync();
        var caller = world.Pbx.ArriveCall("1001");
        await world.StartServerAsync();

        await world.Agent(1).GetReadyAsync();
        await world.Agent(1).AnswerAsync();

        world.Pbx.Hears(caller).Kind.ShouldBe("leg");
    }

    [Fact]
    public async Task An_offer_that_the_server_took_to_its_grave_rings_anew()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).GetReadyAsync();
        world.Pbx.ArriveCall("1001");
        await world.Agent(1).IsOfferedAsync();

        await world.KillServerAsync();
        await world.StartServerAsync();
        await world.DoAsync(new ReportDesk(world.Agent(1).Profile.Agent, IsConnected: true));
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionOffered>().Count() == 2, "rings anew");

        await world.Agent(1).AnswerAsync();
    }

    [Fact]
    public async Task Wrap_up_goes_on_with_the_time_that_is_left()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).GetReadyAsync();
        var caller = world.Pbx.ArriveCall("1001");
        await world.Agent(1).AnswerAsync();
        world.Pbx.HangUpCaller(caller);
        await world.Agent(1).IsAsync(AgentStatus.WrapUp);

        await world.KillServerAsync();
        world.Turn(AcdWorld.WrapUpFor - TimeSpan.FromSeconds(1));
        await world.StartServerAsync();
        await world.DoAsync(new ReportDesk(world.Agent(1).Profile.Agent, IsConnected: true));
        await world.Agent(1).IsAsync(AgentStatus.WrapUp);
        world.Turn(TimeSpan.FromSeconds(2));

        await world.Agent(1).IsAsync(AgentStatus.Ready);
    }

    [Fact]
    public async Task What_happened_while_the_link_was_down_is_learnt_from_the_comparison()
    {
        await using var world = await AcdWorld.StartAsync(agents: 2);
        await world.Agent(1).GetReadyAsync();
        var gone = world.Pbx.ArriveCall("1001");
        await world.Agent(1).AnswerAsync();

        world.Pbx.LoseLink();
        world.Pbx.HangUpCaller(gone);
        var came = world.Pbx.ArriveCall("1001");
        world.Pbx.RestoreLink();

        await world.Agent(1).IsAsync(AgentStatus.WrapUp);
        await world.Agent(2).GetReadyAsync();
        await world.Agent(2).AnswerAsync();
        world.Pbx.Hears(came).Kind.ShouldBe("leg");
    }
}

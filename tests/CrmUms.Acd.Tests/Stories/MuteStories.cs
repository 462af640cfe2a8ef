using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.TestKit;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>Whoever is silenced is so until somebody may open him, and nobody stays silenced behind his back.</summary>
public sealed class MuteStories
{
    [Fact]
    public async Task An_agent_who_silenced_himself_is_silent_after_a_restart_and_heard_in_his_next_call()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).GetReadyAsync();
        var caller = world.Pbx.ArriveCall("1001");
        var call = await world.Agent(1).AnswerAsync();
        await world.Agent(1).MuteAsync(call, muted: true);

        await world.KillServerAsync();
        await world.StartServerAsync();

        await world.Agent(1).SeesAsync(view => view.Call?.IsMuted == true, "his page says that he is silent");
        world.Pbx.Hears(caller).ShouldBe(Hearing.Nothing);
        world.Pbx.HangUpCaller(caller);
        await world.Agent(1).IsAsync(AgentStatus.WrapUp);
        await AcdWorld.EventuallyAsync(() => !world.Pbx.IsMuted(world.Agent(1).Leg), "he is open again");
    }

    [Fact]
    public async Task A_mute_that_the_server_died_upon_is_undone_when_it_is_back()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).GetReadyAsync();
        var caller = world.Pbx.ArriveCall("1001");
        await world.Agent(1).AnswerAsync();
        var leg = world.Agent(1).Leg;

        await world.KillServerAsync();
        await world.Pbx.MuteAsync(leg, muted: true, CancellationToken.None); // Carried out, and never written down.
        await world.StartServerAsync();

        await AcdWorld.EventuallyAsync(() => world.Pbx.Hears(caller).Kind == "leg", "he is heard, as his page says");
        await world.Agent(1).SeesAsync(view => view.Call?.IsMuted == false, "his page says so");
    }

    [Fact]
    public async Task A_client_who_hangs_up_while_the_agent_is_being_silenced_leaves_him_open_for_the_next()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).GetReadyAsync();
        var caller = world.Pbx.ArriveCall("1001");
        var call = await world.Agent(1).AnswerAsync();

        world.Pbx.HoldReplies();
        var muting = world.Agent(1).MuteAsync(call, muted: true);
        await AcdWorld.EventuallyAsync(() => world.Pbx.IsMuted(world.Agent(1).Leg), "the PBX has silenced him");
        world.Pbx.HangUpCaller(caller);
        await world.Agent(1).IsAsync(AgentStatus.WrapUp);
        world.Pbx.ReleaseReplies();

        (await muting).ShouldBeOfType<AgentReply.Refused>();
        await AcdWorld.EventuallyAsync(() => !world.Pbx.IsMuted(world.Agent(1).Leg), "he is open again");
    }

    [Fact]
    public async Task Nor_does_he_stay_silenced_where_no_wrap_up_follows()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.ChangeAsync(RuleChange.To(AcdWorld.Queue("express") with { WrapUpSeconds = 0 }));
        await world.Agent(1).GetReadyAsync();
        var caller = world.Pbx.ArriveCall("1001");
        var call = await world.Agent(1).AnswerAsync();

        world.Pbx.HoldReplies();
        _ = world.Agent(1).MuteAsync(call, muted: true);
        await AcdWorld.EventuallyAsync(() => world.Pbx.IsMuted(world.Agent(1).Leg), "the PBX has silenced him");
        world.Pbx.HangUpCaller(caller);
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionClosed>().Any(), "it is closed");
        world.Pbx.ReleaseReplies();

        await AcdWorld.EventuallyAsync(() => !world.Pbx.IsMuted(world.Agent(1).Leg), "he is open again");
    }

    [Fact]
    public async Task Who_silenced_himself_while_a_colleague_was_rung_in_vain_is_heard_in_his_next_call()
    {
        await using var world = await AcdWorld.StartAsync(agents: 2);
        await world.Agent(1).GetReadyAsync();
        await world.Agent(2).GetReadyAsync();
        await world.Agent(1).CallAsync(world.Agent(2));
        var call = (await world.Agent(1).SeesStageAsync("dialling")).Call!;
        await world.Agent(1).MuteAsync(call, muted: true);

        world.Turn(TimeSpan.FromSeconds(60));

        await world.Agent(1).IsAsync(AgentStatus.Ready);
        await AcdWorld.EventuallyAsync(() => !world.Pbx.IsMuted(world.Agent(1).Leg), "he is open again");
    }

    [Fact]
    public async Task A_client_whom_an_agent_silenced_is_heard_when_that_agent_leaves_him_to_a_colleague()
    {
        await using var shared = await SharedCall.BeginAsync();
        await shared.First.AddAsync(shared.Call, shared.ToSecond);
        await shared.SecondAnswersAsync();
        await shared.TalkAsync(shared.Client, shared.First.Leg, shared.Second.Leg);
        await shared.First.MutePartyAsync(shared.Call, PartyId.Client);
        shared.World.Pbx.IsMuted(shared.Client).ShouldBeTrue();

        (await shared.First.StepAsync(shared.Call, PartyStep.Leave)).ShouldBe(AgentReply.Accepted.Instance);

        await shared.Second.SeesStageAsync("connected");
        await AcdWorld.EventuallyAsync(() => !shared.World.Pbx.IsMuted(shared.Client), "the client is heard");
    }

    [Fact]
    public async Task Those_whom_the_agent_leaves_to_each_other_are_all_heard()
    {
        await using var shared = await SharedCall.BeginAsync();
        await shared.First.AddAsync(shared.Call, shared.ToOutside);
        await shared.First.SeesPartyAsync(PartyId.OfNumber(1), PartyState.Talking);
        await shared.TalkAsync(shared.Client, shared.First.Leg, shared.OutsideLeg);
        await shared.First.MutePartyAsync(shared.Call, PartyId.Client);
        await shared.First.MutePartyAsync(shared.Call, PartyId.OfNumber(1));

        (await shared.First.StepAsync(shared.Call, PartyStep.Leave)).ShouldBe(AgentReply.Accepted.Instance);

        await shared.First.IsAsync(AgentStatus.WrapUp);
        await AcdWorld.EventuallyAsync(
            () => !shared.World.Pbx.IsMuted(shared.Client) && !shared.World.Pbx.IsMuted(shared.OutsideLeg),
            "both are heard");
    }

    [Fact]
    public async Task A_colleague_who_was_silenced_can_open_himself_when_the_call_is_his()
    {
        await using var shared = await SharedCall.BeginAsync();
        await shared.First.AddAsync(shared.Call, shared.ToSecond);
        await shared.SecondAnswersAsync();
        await shared.TalkAsync(shared.Client, shared.First.Leg, shared.Second.Leg);
        await shared.First.MutePartyAsync(shared.Call, PartyId.Of(shared.Second.Id));

        await shared.First.StepAsync(shared.Call, PartyStep.Leave);

        var call = (await shared.Second.SeesStageAsync("connected")).Call!;
        call.IsMuted.ShouldBeTrue();
        (await shared.Second.MuteAsync(call, muted: false)).ShouldBe(AgentReply.Accepted.Instance);
        shared.World.Pbx.IsMuted(shared.Second.Leg).ShouldBeFalse();
    }
}

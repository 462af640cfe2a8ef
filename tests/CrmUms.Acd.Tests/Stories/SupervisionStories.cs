using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>A supervisor in somebody else's talk: let in, heard by others than before, let out.</summary>
public sealed class SupervisionStories
{
    [Fact]
    public async Task A_supervisor_listens_whispers_and_barges_in_a_running_talk()
    {
        await using var world = await AcdWorld.StartAsync();
        var (agent, call, caller) = await TalkAsync(world);
        var supervisor = await world.SupervisorAsync();

        (await supervisor.SuperviseAsync(call, SupervisionMode.Listen)).ShouldBe(AgentReply.Accepted.Instance);
        world.Pbx.CanHear(supervisor.Leg, caller).ShouldBeTrue();
        world.Pbx.CanHear(supervisor.Leg, agent.Leg).ShouldBeTrue();
        world.Pbx.CanHear(agent.Leg, supervisor.Leg).ShouldBeFalse();

        (await supervisor.SuperviseAsync(call, SupervisionMode.Whisper)).ShouldBe(AgentReply.Accepted.Instance);
        world.Pbx.CanHear(agent.Leg, supervisor.Leg).ShouldBeTrue();
        world.Pbx.CanHear(caller, supervisor.Leg).ShouldBeFalse();

        (await supervisor.SuperviseAsync(call, SupervisionMode.Barge)).ShouldBe(AgentReply.Accepted.Instance);
        world.Pbx.CanHear(caller, supervisor.Leg).ShouldBeTrue();
        world.Pbx.AreTalking(caller, agent.Leg).ShouldBeTrue();

        (await supervisor.StopSupervisingAsync()).ShouldBe(AgentReply.Accepted.Instance);
        await NobodyIsTappedAsync(world);
        world.Pbx.AreTalking(caller, agent.Leg).ShouldBeTrue();
    }

    [Fact]
    public async Task Both_see_it_and_every_intervention_is_written_down()
    {
        await using var world = await AcdWorld.StartAsync();
        var (agent, call, _) = await TalkAsync(world);
        var supervisor = await world.SupervisorAsync();

        await supervisor.SuperviseAsync(call, SupervisionMode.Listen);
        var seen = await supervisor.SeesAsync(view => view.Supervision is not null, "he listens");
        (seen.Supervision!.Talking, seen.Supervision.Mode, seen.Supervision.Call.Interaction)
            .ShouldBe((agent.Profile.Agent, SupervisionMode.Listen, call.Interaction));
        var name = supervisor.Profile.DisplayName;
        await agent.SeesAsync(
            view => view.Call?.Supervisor == new CallSupervisor(name, SupervisionMode.Listen), "he is listened to");

        await supervisor.SuperviseAsync(call, SupervisionMode.Barge);
        await agent.SeesAsync(view => view.Call?.Supervisor?.Mode == SupervisionMode.Barge, "he is barged in on");
        await supervisor.StopSupervisingAsync();
        await agent.SeesAsync(view => view.Call is { Supervisor: null }, "he is alone with the caller");

        var (by, of) = (supervisor.Profile.Agent, agent.Profile.Agent);
        Interventions(world).ShouldBe([
            (nameof(TalkSupervised), by, of, SupervisionMode.Listen),
            (nameof(TalkSupervised), by, of, SupervisionMode.Barge),
            (nameof(TalkUnsupervised), by, null, null),
        ]);
    }

    [Fact]
    public async Task A_supervisor_goes_with_the_talk_through_hold_and_a_reloaded_page()
    {
        await using var world = await AcdWorld.StartAsync();
        var (agent, call, caller) = await TalkAsync(world);
        var supervisor = await world.SupervisorAsync();
        await supervisor.SuperviseAsync(call, SupervisionMode.Whisper);

        await agent.HoldAsync(call);
        await agent.ResumeAsync(call);
        world.Pbx.CanHear(supervisor.Leg, caller).ShouldBeTrue();

        await agent.ClosePageAsync();
        await agent.OpenPageAsync();
        await AcdWorld.EventuallyAsync(
            () => world.Pbx.CanHear(agent.Leg, supervisor.Leg) && world.Pbx.CanHear(supervisor.Leg, caller),
            "the agent's new leg is tapped");
        world.Pbx.CanHear(caller, supervisor.Leg).ShouldBeFalse();
        world.Pbx.TapCount.ShouldBe(1);
    }

    [Fact]
    public async Task The_end_of_the_talk_lets_him_out_and_he_can_be_offered_callers_again()
    {
        await using var world = await AcdWorld.StartAsync();
        var (agent, call, _) = await TalkAsync(world);
        var supervisor = await world.SupervisorAsync();
        (await supervisor.MakeReadyAsync()).ShouldBe(AgentReply.Accepted.Instance);
        await supervisor.SuperviseAsync(call, SupervisionMode.Listen);
        await supervisor.SeesAsync(view => view.Obstacle == AgentObstacles.Supervising, "he is offered nobody");

        await agent.HangUpAsync(call);

        await supervisor.SeesAsync(view => view is { Supervision: null, Obstacle: null }, "he is free");
        await NobodyIsTappedAsync(world);
    }

    [Fact]
    public async Task He_goes_from_one_talk_into_another_without_leaving_first()
    {
        await using var world = await AcdWorld.StartAsync(agents: 2);
        var (_, one, first) = await TalkAsync(world);
        var (_, other, second) = await TalkAsync(world, number: 2);
        var supervisor = await world.SupervisorAsync();

        await supervisor.SuperviseAsync(one, SupervisionMode.Listen);
        (await supervisor.SuperviseAsync(other, SupervisionMode.Listen)).ShouldBe(AgentReply.Accepted.Instance);

        await AcdWorld.EventuallyAsync(() => world.Pbx.TapCount == 1, "one tap stands");
        world.Pbx.CanHear(supervisor.Leg, second).ShouldBeTrue();
        world.Pbx.CanHear(supervisor.Leg, first).ShouldBeFalse();
    }

    [Fact]
    public async Task Wrong_moves_are_refused()
    {
        await using var world = await AcdWorld.StartAsync(agents: 2);
        var (agent, call, _) = await TalkAsync(world);
        var supervisor = await world.SupervisorAsync();

        world.Pbx.FailNext(CtiErrorCode.Refused);
        await RefusedAsync(supervisor.SuperviseAsync(call, SupervisionMode.Listen), AgentRefusal.PbxUnavailable);
        (await supervisor.ViewAsync()).Supervision.ShouldBeNull();
        await RefusedAsync(world.Agent(2).SuperviseAsync(call, SupervisionMode.Barge), AgentRefusal.NotAllowed);
        var unknown = call with { Interaction = new InteractionId(Guid.CreateVersion7()) };
        await RefusedAsync(supervisor.SuperviseAsync(unknown, SupervisionMode.Listen), AgentRefusal.NotYours);

        await agent.HangUpAsync(call);
        await agent.IsAsync(AgentStatus.WrapUp);
        await RefusedAsync(supervisor.SuperviseAsync(call, SupervisionMode.Listen), AgentRefusal.WrongState);
        await supervisor.ClosePageAsync();
        await supervisor.SeesAsync(view => view.Audio == AudioStatus.Closed, "his audio is gone");
        await RefusedAsync(supervisor.SuperviseAsync(call, SupervisionMode.Listen), AgentRefusal.NoAudio);
        await NobodyIsTappedAsync(world);
    }

    [Fact]
    public async Task A_change_of_mode_that_fails_leaves_him_as_he_was()
    {
        await using var world = await AcdWorld.StartAsync();
        var (agent, call, _) = await TalkAsync(world);
        var supervisor = await world.SupervisorAsync();
        await supervisor.SuperviseAsync(call, SupervisionMode.Whisper);

        world.Pbx.FailNext(CtiErrorCode.Refused);
        await RefusedAsync(supervisor.SuperviseAsync(call, SupervisionMode.Barge), AgentRefusal.PbxUnavailable);

        world.Pbx.CanHear(agent.Leg, supervisor.Leg).ShouldBeTrue();
        (await supervisor.ViewAsync()).Supervision!.Mode.ShouldBe(SupervisionMode.Whisper);
    }

    [Fact]
    public async Task After_a_gap_of_the_link_he_hears_again_and_after_a_restart_nobody_listens()
    {
        await using var world = await AcdWorld.StartAsync();
        var (agent, call, caller) = await TalkAsync(world);
        var supervisor = await world.SupervisorAsync();
        await supervisor.SuperviseAsync(call, SupervisionMode.Listen);

        world.Pbx.LoseLink();
        world.Pbx.RestoreLink();
        await AcdWorld.EventuallyAsync(() => world.Pbx.CanHear(supervisor.Leg, caller), "he hears again");

        await world.KillServerAsync();
        await world.StartServerAsync();
        await agent.IsAsync(AgentStatus.Talking);
        (await supervisor.ViewAsync()).Supervision.ShouldBeNull();
        world.Pbx.TapCount.ShouldBe(0);
        world.Pbx.AreTalking(caller, agent.Leg).ShouldBeTrue();
    }

    [Fact]
    public async Task A_supervisor_takes_the_talk_over_and_the_agent_wraps_up_with_a_result_of_his_own()
    {
        await using var world = await AcdWorld.StartAsync();
        var (agent, call, caller) = await TalkAsync(world);
        var supervisor = await world.SupervisorAsync();
        await supervisor.SuperviseAsync(call, SupervisionMode.Whisper);

        (await supervisor.TakeOverAsync(call)).ShouldBe(AgentReply.Accepted.Instance);

        var taken = await supervisor.SeesAsync(
            view => view is { Status: AgentStatus.Talking, Supervision: null }, "the call is his");
        taken.Call!.Interaction.ShouldBe(call.Interaction);
        await AcdWorld.EventuallyAsync(() => world.Pbx.AreTalking(caller, supervisor.Leg), "they hear each other");
        await agent.IsAsync(AgentStatus.WrapUp);
        world.Pbx.CanHear(agent.Leg, caller).ShouldBeFalse();
        world.Pbx.TapCount.ShouldBe(0);
        (await agent.RecordAsync(call, "handed to the supervisor")).ShouldBe(AgentReply.Accepted.Instance);
        await agent.IsAsync(AgentStatus.Ready);

        (await supervisor.HangUpAsync(call)).ShouldBe(AgentReply.Accepted.Instance);
        await supervisor.IsAsync(AgentStatus.WrapUp);
        (await supervisor.RecordAsync(call)).ShouldBe(AgentReply.Accepted.Instance);
        await supervisor.IsAsync(AgentStatus.Ready);
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionClosed>().Any(), "it is closed");
    }

    [Fact]
    public async Task A_held_caller_is_taken_over_too_and_a_restart_finds_him_with_the_supervisor()
    {
        await using var world = await AcdWorld.StartAsync();
        var (agent, call, caller) = await TalkAsync(world);
        var supervisor = await world.SupervisorAsync();
        await agent.HoldAsync(call);

        (await supervisor.TakeOverAsync(call)).ShouldBe(AgentReply.Accepted.Instance);
        await AcdWorld.EventuallyAsync(() => world.Pbx.AreTalking(caller, supervisor.Leg), "they hear each other");
        await supervisor.IsAsync(AgentStatus.Talking);

        await world.KillServerAsync();
        await world.StartServerAsync();
        await supervisor.IsAsync(AgentStatus.Talking);
        await agent.IsAsync(AgentStatus.WrapUp);
        world.Pbx.AreTalking(caller, supervisor.Leg).ShouldBeTrue();
    }

    [Fact]
    public async Task Who_is_refused_the_talk_is_as_he_was_before()
    {
        await using var world = await AcdWorld.StartAsync(agents: 2);
        var (agent, call, caller) = await TalkAsync(world);
        var supervisor = await world.SupervisorAsync();

        await RefusedAsync(world.Agent(2).TakeOverAsync(call), AgentRefusal.NotAllowed);
        world.Pbx.HangUpCaller(caller);
        await agent.IsAsync(AgentStatus.WrapUp);
        await RefusedAsync(supervisor.TakeOverAsync(call), AgentRefusal.WrongState);

        (await supervisor.IsAsync(AgentStatus.NotReady)).Reason.ShouldBe(NotReadyReasons.SignedIn);
    }

    [Fact]
    public async Task Who_takes_a_talk_over_leaves_the_one_he_listened_to_and_is_not_torn_out_of_his_own()
    {
        await using var world = await AcdWorld.StartAsync(agents: 2);
        var (heard, listenedTo, _) = await TalkAsync(world);
        var (_, taken, caller) = await TalkAsync(world, number: 2);
        var supervisor = await world.SupervisorAsync();
        await supervisor.SuperviseAsync(listenedTo, SupervisionMode.Listen);
        await heard.SeesAsync(view => view.Call?.Supervisor is not null, "he is listened to");

        (await supervisor.TakeOverAsync(taken)).ShouldBe(AgentReply.Accepted.Instance);

        await heard.SeesAsync(view => view.Call is { Supervisor: null }, "nobody listens to him any more");
        await NobodyIsTappedAsync(world);
        world.Pbx.LoseLink();
        world.Turn(TimeSpan.FromSeconds(1));
        world.Pbx.RestoreLink();
        await supervisor.IsAsync(AgentStatus.Talking);
        await AcdWorld.EventuallyAsync(() => world.Pbx.AreTalking(caller, supervisor.Leg), "he talks with his caller");
        world.Pbx.TapCount.ShouldBe(0);
    }

    [Fact]
    public async Task Who_calls_somebody_himself_leaves_the_talk_he_listened_to()
    {
        await using var world = await AcdWorld.StartAsync();
        var (heard, call, _) = await TalkAsync(world);
        var supervisor = await world.SupervisorAsync();
        await supervisor.SuperviseAsync(call, SupervisionMode.Listen);

        (await supervisor.DialAsync(SharedCall.Outside)).ShouldBe(AgentReply.Accepted.Instance);

        await supervisor.IsAsync(AgentStatus.Talking);
        await heard.SeesAsync(view => view.Call is { Supervisor: null }, "nobody listens to him any more");
        await NobodyIsTappedAsync(world);
    }

    [Fact]
    public async Task A_supervisor_who_is_let_out_because_the_new_tap_failed_is_not_shown_any_more()
    {
        await using var world = await AcdWorld.StartAsync();
        var (agent, call, _) = await TalkAsync(world);
        var supervisor = await world.SupervisorAsync();
        await supervisor.SuperviseAsync(call, SupervisionMode.Barge);
        await agent.SeesAsync(view => view.Call?.Supervisor is not null, "he is barged in on");

        world.Pbx.DropAgentLeg(supervisor.Profile.Agent);

        await agent.SeesAsync(view => view.Call is { Supervisor: null }, "nobody is in his talk");
        Interventions(world)[^1].What.ShouldBe(nameof(TalkUnsupervised));
    }

    private static async Task<(AgentDriver Agent, CallView Call, LegId Caller)> TalkAsync(
        AcdWorld world, int number = 1)
    {
        var agent = world.Agent(number);
        await agent.GetReadyAsync();
        var caller = world.Pbx.ArriveCall("1001");
        return (agent, await agent.AnswerAsync(), caller);
    }

    private static Task NobodyIsTappedAsync(AcdWorld world) =>
        AcdWorld.EventuallyAsync(() => world.Pbx.TapCount == 0, "no tap stands");

    private static async Task RefusedAsync(Task<AgentReply> reply, AgentRefusal reason) =>
        (await reply).ShouldBe(new AgentReply.Refused(reason));

    private static List<(string What, AgentId By, AgentId? Of, SupervisionMode? Mode)> Interventions(
        AcdWorld world) =>
    [
        .. world.Journal.Events
            .Select<object, (string, AgentId, AgentId?, SupervisionMode?)?>(happened => happened switch
            {
                TalkSupervised one => (nameof(TalkSupervised), one.By, one.Agent, one.Mode),
                TalkUnsupervised one => (nameof(TalkUnsupervised), one.By, null, null),
                _ => null,
            })
            .OfType<(string, AgentId, AgentId?, SupervisionMode?)>(),
    ];
}

using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.TestKit;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>A supervisor takes a talk over in which the agent has more than the client.</summary>
public sealed class TakeOverStories
{
    [Fact]
    public async Task In_a_conference_he_takes_the_agents_place_and_the_others_stay_where_they_are()
    {
        await using var shared = await SharedCall.BeginAsync();
        await AddAsync(shared, shared.ToSecond);
        await shared.SecondAnswersAsync();
        await AddAsync(shared, shared.ToOutside);
        await shared.TalkAsync(shared.Client, shared.First.Leg, shared.Second.Leg, shared.OutsideLeg);
        var supervisor = await shared.World.SupervisorAsync();
        await supervisor.SuperviseAsync(shared.Call, SupervisionMode.Whisper);
        var before = shared.World.Pbx.Requests.Count;

        await TakenAsync(supervisor, shared);

        await shared.TalkAsync(shared.Client, supervisor.Leg, shared.Second.Leg, shared.OutsideLeg);
        await IsLetGoAsync(shared.First);
        var moved = shared.World.Pbx.Requests.Skip(before)
            .Where(request => request.StartsWith("join", StringComparison.Ordinal));
        moved.ShouldAllBe(request => !request.Contains(shared.Client.Value), "nobody else misses a word");
        shared.World.Pbx.TapCount.ShouldBe(0);
        (await supervisor.ViewAsync()).Call!.Parties.Single(party => party.IsOwner).Agent.ShouldBe(supervisor.Id);

        var second = PartyId.Of(shared.Second.Id);
        (await supervisor.RemoveAsync(shared.Call, second)).ShouldBe(AgentReply.Accepted.Instance);
        await shared.Second.IsAsync(AgentStatus.Ready);
        await EndAsync(supervisor, shared);
    }

    [Fact]
    public async Task Somebody_whom_a_conference_waits_for_comes_to_the_supervisor()
    {
        await using var shared = await SharedCall.BeginAsync();
        await AddAsync(shared, shared.ToSecond);
        await shared.Second.IsAsync(AgentStatus.Reserved);
        var supervisor = await shared.World.SupervisorAsync();

        await TakenAsync(supervisor, shared);
        await IsLetGoAsync(shared.First);
        await shared.SecondAnswersAsync();

        await shared.TalkAsync(shared.Client, supervisor.Leg, shared.Second.Leg);
        await EndAsync(supervisor, shared);
        await shared.Second.IsAsync(AgentStatus.Ready);
    }

    [Fact]
    public async Task In_a_consultation_he_takes_the_client_and_the_colleague_is_let_go_with_words()
    {
        await using var shared = await SharedCall.BeginAsync();
        await ConsultAsync(shared, shared.ToSecond);
        await shared.SecondAnswersAsync();
        await shared.TalkAsync(shared.First.Leg, shared.Second.Leg);
        var supervisor = await shared.World.SupervisorAsync();

        await TakenAsync(supervisor, shared);

        await shared.TalkAsync(shared.Client, supervisor.Leg);
        (await shared.Second.IsAsync(AgentStatus.Ready)).EndedTalk!.Ending.ShouldBe("handed-on");
        await IsLetGoAsync(shared.First);
        Told(shared).ShouldBe([nameof(PartyLeft), nameof(ConsultationEnded), nameof(TalkTakenOver)]);
        await EndAsync(supervisor, shared);
    }

    [Fact]
    public async Task So_he_does_when_the_agent_has_swapped_to_the_client_and_the_colleague_hears_music()
    {
        await using var shared = await SharedCall.BeginAsync();
        await ConsultAsync(shared, shared.ToSecond);
        await shared.SecondAnswersAsync();
        await AcceptedAsync(() => shared.First.StepAsync(shared.Call, PartyStep.Swap));
        await shared.HearsMusicAsync(shared.Second.Leg);
        var supervisor = await shared.World.SupervisorAsync();

        await TakenAsync(supervisor, shared);

        await shared.TalkAsync(shared.Client, supervisor.Leg);
        await shared.Second.IsAsync(AgentStatus.Ready);
        await AcdWorld.EventuallyAsync(
            () => shared.World.Pbx.Hears(shared.Second.Leg).Kind == "nothing", "his leg is silent again");
        await EndAsync(supervisor, shared);
    }

    [Fact]
    public async Task A_colleague_who_is_only_rung_for_a_consultation_stops_ringing()
    {
        await using var shared = await SharedCall.BeginAsync();
        await ConsultAsync(shared, shared.ToSecond);
        await shared.Second.IsAsync(AgentStatus.Reserved);
        var supervisor = await shared.World.SupervisorAsync();

        await TakenAsync(supervisor, shared);

        await shared.Second.IsAsync(AgentStatus.Ready);
        await shared.TalkAsync(shared.Client, supervisor.Leg);
        await EndAsync(supervisor, shared);
    }

    [Fact]
    public async Task A_transfer_that_rings_a_colleague_is_called_off()
    {
        await using var shared = await SharedCall.BeginAsync();
        await AcceptedAsync(() => shared.First.TransferAsync(shared.Call, shared.ToSecond, "about the invoice"));
        await shared.Second.IsAsync(AgentStatus.Reserved);
        var supervisor = await shared.World.SupervisorAsync();

        await TakenAsync(supervisor, shared);

        await shared.TalkAsync(shared.Client, supervisor.Leg);
        await shared.Second.IsAsync(AgentStatus.Ready);
        await IsLetGoAsync(shared.First);
        Told(shared).ShouldBe([nameof(PartyLeft), nameof(TransferFailed), nameof(TalkTakenOver)]);
        await EndAsync(supervisor, shared);
    }

    [Fact]
    public async Task A_transfer_that_rings_outside_is_hung_up()
    {
        await using var shared = await SharedCall.BeginAsync();
        shared.World.Pbx.Callee = _ => CalleeHabit.Rings;
        await AcceptedAsync(() => shared.First.TransferAsync(shared.Call, shared.ToOutside));
        await AcdWorld.EventuallyAsync(() => shared.World.Pbx.Dialled.Count > 0, "it rings");
        var supervisor = await shared.World.SupervisorAsync();

        await TakenAsync(supervisor, shared);

        await shared.IsGoneAsync(shared.OutsideLeg);
        await shared.TalkAsync(shared.Client, supervisor.Leg);
        await EndAsync(supervisor, shared);
    }

    [Fact]
    public async Task A_client_whose_agent_has_lost_his_audio_meanwhile_is_taken_over_too()
    {
        await using var shared = await SharedCall.BeginAsync();
        await ConsultAsync(shared, shared.ToSecond);
        await shared.SecondAnswersAsync();
        await shared.TalkAsync(shared.First.Leg, shared.Second.Leg);
        var supervisor = await shared.World.SupervisorAsync();
        shared.World.Pbx.DropAgentLeg(shared.First.Id);
        await shared.First.SeesAsync(view => view.Call?.AudioLostSince is not null, "his audio is lost");

        await TakenAsync(supervisor, shared);

        await shared.TalkAsync(shared.Client, supervisor.Leg);
        await IsLetGoAsync(shared.First);
        await EndAsync(supervisor, shared);
    }

    [Fact]
    public async Task A_restart_finds_the_conference_with_the_supervisor()
    {
        await using var shared = await SharedCall.BeginAsync();
        await AddAsync(shared, shared.ToOutside);
        await shared.TalkAsync(shared.Client, shared.First.Leg, shared.OutsideLeg);
        var supervisor = await shared.World.SupervisorAsync();
        await TakenAsync(supervisor, shared);
        await shared.TalkAsync(shared.Client, supervisor.Leg, shared.OutsideLeg);
        await IsLetGoAsync(shared.First);

        await shared.World.KillServerAsync();
        await shared.World.StartServerAsync();

        await supervisor.SeesAsync(view => view.Call is { Stage: "conference", IsOwner: true }, "it is his");
        await IsLetGoAsync(shared.First);
        await shared.TalkAsync(shared.Client, supervisor.Leg, shared.OutsideLeg);
        await EndAsync(supervisor, shared);
    }

    [Fact]
    public async Task An_agent_without_a_wrap_up_is_told_who_has_his_talk()
    {
        await using var shared = await SharedCall.BeginAsync();
        await shared.First.HangUpAsync(shared.Call);
        await shared.First.RecordAsync(shared.Call);
        await shared.First.IsAsync(AgentStatus.Ready);
        await shared.First.CallAsync(shared.Second);
        var call = await shared.Second.AnswerAsync();
        await shared.TalkAsync(shared.First.Leg, shared.Second.Leg);
        var supervisor = await shared.World.SupervisorAsync();

        (await supervisor.TakeOverAsync(call)).ShouldBe(AgentReply.Accepted.Instance);

        await shared.TalkAsync(supervisor.Leg, shared.Second.Leg);
        (await shared.First.SeesAsync(view => view.EndedTalk is not null, "it is over for him")).EndedTalk!.Ending
            .ShouldBe("taken-over");
        await shared.Second.HangUpAsync(call);
        await supervisor.SeesAsync(view => view.Call is null, "it is over");
    }

    [Fact]
    public async Task A_call_to_a_colleague_whom_nobody_has_reached_yet_is_no_talk_to_take()
    {
        await using var shared = await SharedCall.BeginAsync();
        await shared.First.HangUpAsync(shared.Call);
        await shared.First.RecordAsync(shared.Call);
        await shared.First.IsAsync(AgentStatus.Ready);
        await shared.First.CallAsync(shared.Second);
        await shared.Second.IsAsync(AgentStatus.Reserved);
        var call = (await shared.First.ViewAsync()).Call!;
        var supervisor = await shared.World.SupervisorAsync();

        (await supervisor.TakeOverAsync(call)).ShouldBe(new AgentReply.Refused(AgentRefusal.WrongState));

        await shared.SecondAnswersAsync();
        await shared.TalkAsync(shared.First.Leg, shared.Second.Leg);
    }

    private static async Task TakenAsync(AgentDriver supervisor, SharedCall shared)
    {
        (await supervisor.TakeOverAsync(shared.Call)).ShouldBe(AgentReply.Accepted.Instance);
        await supervisor.SeesAsync(
            view => view is { Status: AgentStatus.Talking, Supervision: null, Call.IsOwner: true }, "it is his");
    }

    private static Task<AgentView> IsLetGoAsync(AgentDriver former) => former.SeesAsync(
        view => view is { Status: AgentStatus.WrapUp, Call.Ending: "taken-over" }, "he wraps up what was taken over");

    private static async Task EndAsync(AgentDriver supervisor, SharedCall shared)
    {
        (await shared.First.RecordAsync(shared.Call, "taken over")).ShouldBe(AgentReply.Accepted.Instance);
        await supervisor.HangUpAsync(shared.Call);
        await supervisor.IsAsync(AgentStatus.WrapUp);
        (await supervisor.RecordAsync(shared.Call)).ShouldBe(AgentReply.Accepted.Instance);
        await shared.IsGoneAsync(shared.Client);
        await shared.NothingIsLeftAsync();
        await AcdWorld.EventuallyAsync(
            () => shared.World.Journal.Of<InteractionClosed>().Any(), "the interaction is closed");
    }

    // What the take-over has written down, in one commit.
    private static List<string> Told(SharedCall shared)
    {
        var all = shared.World.Journal.Of<IInteractionEvent>().ToList();
        var at = all.FindIndex(happening => happening is TalkTakenOver);
        return [.. all.Take(at + 1).TakeLast(3).Select(happening => happening.GetType().Name)];
    }

    private static Task ConsultAsync(SharedCall shared, CallTarget target) =>
        AcceptedAsync(() => shared.First.ConsultAsync(shared.Call, target));

    private static Task AddAsync(SharedCall shared, CallTarget target) =>
        AcceptedAsync(() => shared.First.AddAsync(shared.Call, target));

    private static async Task AcceptedAsync(Func<Task<AgentReply>> wish)
    {
        AgentReply? reply = null;
        await AcdWorld.EventuallyAsync(
            async () => (reply = await wish()) == AgentReply.Accepted.Instance, () => $"accepted, not {reply}");
    }
}

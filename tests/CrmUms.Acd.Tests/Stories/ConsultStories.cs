using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;
using CrmUms.TestKit;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>The agent asks somebody first, while the client hears music.</summary>
public sealed class ConsultStories
{
    [Fact]
    public async Task An_agent_is_asked_and_takes_the_client_over()
    {
        await using var shared = await SharedCall.BeginAsync();
        await ConsultSecondAsync(shared);

        (await shared.First.StepAsync(shared.Call, PartyStep.Complete)).ShouldBe(AgentReply.Accepted.Instance);

        await shared.TalkAsync(shared.Client, shared.Second.Leg);
        await shared.First.IsAsync(AgentStatus.WrapUp);
        (await shared.Second.SeesAsync(view => view.Call?.IsOwner == true, "it is his")).Status
            .ShouldBe(AgentStatus.Talking);
        await shared.Second.HangUpAsync(shared.Call);
        await shared.Second.IsAsync(AgentStatus.WrapUp);
        await shared.IsGoneAsync(shared.Client);
        await shared.NothingIsLeftAsync();
    }

    [Fact]
    public async Task The_agent_swaps_between_the_two_and_merges_them()
    {
        await using var shared = await SharedCall.BeginAsync();
        await ConsultSecondAsync(shared);

        await StepAsync(shared, PartyStep.Swap);
        await shared.TalkAsync(shared.Client, shared.First.Leg);
        await shared.Second.SeesStageAsync("held");
        await shared.HearsMusicAsync(shared.Second.Leg);
        await StepAsync(shared, PartyStep.Swap);
        await shared.TalkAsync(shared.Second.Leg, shared.First.Leg);
        await shared.HearsMusicAsync(shared.Client);
        await StepAsync(shared, PartyStep.Merge);

        await shared.TalkAsync(shared.Client, shared.First.Leg, shared.Second.Leg);
        await shared.First.SeesStageAsync("conference");
        await shared.Second.SeesStageAsync("conference");
    }

    [Fact]
    public async Task Cancelling_brings_the_client_back()
    {
        await using var shared = await SharedCall.BeginAsync();
        await ConsultSecondAsync(shared);

        await StepAsync(shared, PartyStep.Cancel);

        await shared.TalkAsync(shared.Client, shared.First.Leg);
        await shared.First.SeesStageAsync("connected");
        (await shared.Second.IsAsync(AgentStatus.Ready)).EndedTalk!.Ending.ShouldBe("handed-on", "he is out");
    }

    [Fact]
    public async Task A_colleague_who_is_swapped_away_and_then_let_go_hears_no_music_any_more()
    {
        await using var shared = await SharedCall.BeginAsync();
        await ConsultSecondAsync(shared);
        await StepAsync(shared, PartyStep.Swap);
        await shared.HearsMusicAsync(shared.Second.Leg);

        await StepAsync(shared, PartyStep.Cancel);

        await shared.Second.IsAsync(AgentStatus.Ready);
        await AcdWorld.EventuallyAsync(
            () => shared.World.Pbx.Hears(shared.Second.Leg).Kind == "nothing", "his leg is silent again");
        await shared.TalkAsync(shared.Client, shared.First.Leg);
    }

    [Fact]
    public async Task When_the_other_hangs_up_the_client_stays_on_hold_until_he_is_resumed()
    {
        await using var shared = await SharedCall.BeginAsync();
        await ConsultSecondAsync(shared);

        await shared.Second.HangUpAsync(shared.Call);

        await shared.First.SeesStageAsync("held");
        (await shared.Second.IsAsync(AgentStatus.Ready)).EndedTalk.ShouldBeNull("he knows");
        await shared.HearsMusicAsync(shared.Client);
        await AcdWorld.EventuallyAsync(() => shared.World.Pbx.Rooms.Count == 0, "nobody is left alone in a room");
        await AcdWorld.EventuallyAsync(
            async () => await shared.First.ResumeAsync(shared.Call) == AgentReply.Accepted.Instance,
            () => "he is resumed");
        await shared.TalkAsync(shared.Client, shared.First.Leg);
    }

    [Fact]
    public async Task When_the_client_hangs_up_it_is_over_for_all()
    {
        await using var shared = await SharedCall.BeginAsync();
        await ConsultSecondAsync(shared);

        shared.World.Pbx.HangUpCaller(shared.Client);

        (await shared.First.IsAsync(AgentStatus.WrapUp)).Call!.Ending.ShouldBe("caller-hung-up");
        (await shared.Second.IsAsync(AgentStatus.Ready)).EndedTalk!.Ending.ShouldBe("caller-hung-up");
        await shared.Second.SignOutAsync();
        (await shared.Second.IsAsync(AgentStatus.SignedOut)).EndedTalk.ShouldBeNull("of no use at his next sign-in");
        await shared.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Somebody_outside_is_asked_hears_keys_and_gets_the_client()
    {
        await using var shared = await SharedCall.BeginAsync();
        await shared.First.ConsultAsync(shared.Call, shared.ToOutside);
        await shared.First.SeesPartyAsync(PartyId.OfNumber(1), PartyState.Talking);
        await shared.TalkAsync(shared.OutsideLeg, shared.First.Leg);
        await shared.HearsMusicAsync(shared.Client);
        (await shared.First.SendAsync(shared.Call, "12")).ShouldBe(AgentReply.Accepted.Instance);
        shared.World.Pbx.Requests.ShouldContain($"send digits 12 {shared.OutsideLeg}");

        await StepAsync(shared, PartyStep.Complete);

        await shared.TalkAsync(shared.Client, shared.OutsideLeg);
        await shared.First.IsAsync(AgentStatus.WrapUp);
        shared.World.Pbx.HangUpCaller(shared.Client);
        await shared.IsGoneAsync(shared.OutsideLeg);
        await shared.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Somebody_outside_who_is_busy_leaves_the_client_on_hold()
    {
        await using var shared = await SharedCall.BeginAsync();
        shared.World.Pbx.Callee = _ => CalleeHabit.IsBusy;

        await shared.First.ConsultAsync(shared.Call, shared.ToOutside);

        var view = await shared.First.SeesAsync(
            seen => seen.Call?.Transfer?.Failure == PartyLeaving.Busy, "he is busy");
        view.Call!.Stage.ShouldBe("held");
        await shared.HearsMusicAsync(shared.Client);
    }

    [Fact]
    public async Task Pages_that_are_loaded_anew_come_back_into_the_same_consultation()
    {
        await using var shared = await SharedCall.BeginAsync();
        await ConsultSecondAsync(shared);

        await shared.First.ClosePageAsync();
        await shared.First.SeesAsync(view => view.Call?.AudioLostSince is not null, "his audio is lost");
        await shared.First.OpenPageAsync();
        await shared.TalkAsync(shared.First.Leg, shared.Second.Leg);
        await shared.Second.ClosePageAsync();
        await shared.First.SeesPartyAsync(PartyId.Of(shared.Second.Id), PartyState.AudioLost);
        await shared.Second.OpenPageAsync();
        await shared.TalkAsync(shared.First.Leg, shared.Second.Leg);

        await StepAsync(shared, PartyStep.Complete);
        await shared.TalkAsync(shared.Client, shared.Second.Leg);
    }

    [Fact]
    public async Task An_agent_who_does_not_come_back_leaves_the_client_to_whom_he_asked()
    {
        await using var shared = await SharedCall.BeginAsync();
        await ConsultSecondAsync(shared);
        await shared.First.ClosePageAsync();
        await shared.First.SeesAsync(view => view.Call?.AudioLostSince is not null, "his audio is lost");

        shared.World.Turn(TimeSpan.FromMinutes(1));

        await shared.TalkAsync(shared.Client, shared.Second.Leg);
        await shared.Second.SeesAsync(view => view.Call?.IsOwner == true, "it is his");
        await shared.First.IsAsync(AgentStatus.NotReady);
    }

    [Fact]
    public async Task A_consultation_survives_the_server()
    {
        await using var shared = await SharedCall.BeginAsync();
        await ConsultSecondAsync(shared);

        await shared.World.KillServerAsync();
        await shared.World.StartServerAsync();

        await shared.First.SeesStageAsync("consulting");
        await shared.Second.IsAsync(AgentStatus.Talking);
        await shared.TalkAsync(shared.First.Leg, shared.Second.Leg);
        await shared.HearsMusicAsync(shared.Client);
        await AcdWorld.EventuallyAsync(
            async () => await shared.First.StepAsync(shared.Call, PartyStep.Merge) == AgentReply.Accepted.Instance,
            () => "they are merged");
        await shared.TalkAsync(shared.Client, shared.First.Leg, shared.Second.Leg);
    }

    [Fact]
    public async Task A_ringing_that_the_server_did_not_survive_leaves_the_client_on_hold()
    {
        await using var shared = await SharedCall.BeginAsync();
        await shared.First.ConsultAsync(shared.Call, shared.ToSecond);
        await shared.Second.IsOfferedAsync();

        await shared.World.KillServerAsync();
        await shared.World.StartServerAsync();

        await shared.First.SeesStageAsync("held");
        await shared.Second.SeesAsync(view => view.Call is null, "he has nothing in hand");
        await shared.HearsMusicAsync(shared.Client);
    }

    [Fact]
    public async Task An_answer_in_a_gap_is_found_afterwards()
    {
        await using var shared = await SharedCall.BeginAsync();
        shared.World.Pbx.Callee = _ => CalleeHabit.Rings;
        await shared.First.ConsultAsync(shared.Call, shared.ToOutside);
        await shared.First.SeesPartyAsync(PartyId.OfNumber(1), PartyState.Ringing);

        shared.World.Pbx.LoseLink();
        shared.World.Pbx.AnswerCallee(shared.OutsideLeg);
        shared.World.Pbx.RestoreLink();

        await shared.TalkAsync(shared.OutsideLeg, shared.First.Leg);
        await shared.HearsMusicAsync(shared.Client);
    }

    [Fact]
    public async Task Steps_without_anybody_to_take_them_with_are_refused()
    {
        await using var shared = await SharedCall.BeginAsync();
        foreach (var step in Enum.GetValues<PartyStep>())
        {
            (await shared.First.StepAsync(shared.Call, step))
                .ShouldBe(new AgentReply.Refused(AgentRefusal.WrongState), step.ToString());
        }

        (await shared.Second.StepAsync(shared.Call, PartyStep.Swap))
            .ShouldBe(new AgentReply.Refused(AgentRefusal.NotYours));
    }

    private static async Task ConsultSecondAsync(SharedCall shared)
    {
        (await shared.First.ConsultAsync(shared.Call, shared.ToSecond)).ShouldBe(AgentReply.Accepted.Instance);
        await shared.SecondAnswersAsync();
        await shared.TalkAsync(shared.First.Leg, shared.Second.Leg);
        await shared.HearsMusicAsync(shared.Client);
        await shared.First.SeesPartyAsync(PartyId.Of(shared.Second.Id), PartyState.Talking);
    }

    private static Task StepAsync(SharedCall shared, PartyStep step) => AcdWorld.EventuallyAsync(
        async () => await shared.First.StepAsync(shared.Call, step) == AgentReply.Accepted.Instance,
        () => $"{step} is taken");
}

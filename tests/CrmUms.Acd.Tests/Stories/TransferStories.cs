using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.TestKit;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>A client is handed on without being announced.</summary>
public sealed class TransferStories
{
    [Fact]
    public async Task To_an_agent_the_note_goes_along_and_the_first_wraps_up_for_himself()
    {
        await using var shared = await SharedCall.BeginAsync();
        (await shared.First.TransferAsync(shared.Call, shared.ToSecond, "wants a new SIM"))
            .ShouldBe(AgentReply.Accepted.Instance);
        await shared.First.SeesStageAsync("transferring");
        await shared.HearsMusicAsync(shared.Client);
        (await shared.Second.IsOfferedAsync()).HandOver!.Note.ShouldBe("wants a new SIM");

        await shared.SecondAnswersAsync();

        await shared.TalkAsync(shared.Client, shared.Second.Leg);
        var former = await shared.First.IsAsync(AgentStatus.WrapUp);
        former.Call!.Ending.ShouldBe("handed-on");
        (await shared.First.RecordAsync(shared.Call)).ShouldBe(AgentReply.Accepted.Instance);
        await shared.First.IsAsync(AgentStatus.Ready);
        (await shared.Second.ViewAsync()).Status.ShouldBe(AgentStatus.Talking);
        shared.World.Journal.Of<HandOverResultRecorded>().ShouldHaveSingleItem().Agent.ShouldBe(shared.First.Id);

        await shared.Second.HangUpAsync(shared.Call);
        await shared.Second.IsAsync(AgentStatus.WrapUp);
        await shared.Second.RecordAsync(shared.Call);
        shared.World.Journal.Of<WrapUpRecorded>().ShouldHaveSingleItem().Agent.ShouldBe(shared.Second.Id);
        await shared.NothingIsLeftAsync();
    }

    [Fact]
    public async Task An_agent_who_does_not_answer_brings_the_client_back_with_the_reason()
    {
        await using var shared = await SharedCall.BeginAsync();
        await shared.First.TransferAsync(shared.Call, shared.ToSecond);
        await shared.Second.IsOfferedAsync();

        shared.World.Turn(AcdWorld.RingFor);

        var view = await shared.First.SeesAsync(seen => seen.Call?.Transfer?.Failure is not null, "it failed");
        view.Call!.Stage.ShouldBe("connected");
        view.Call.Transfer.ShouldBe(new TransferView(
            TransferState.Failed, shared.ToSecond, PartyLeaving.NoAnswer) { Purpose = PartyPurpose.Transfer });
        view.Status.ShouldBe(AgentStatus.Talking);
        await shared.TalkAsync(shared.Client, shared.First.Leg);
    }

    [Fact]
    public async Task A_queue_that_never_answers_brings_the_client_back()
    {
        await using var shared = await SharedCall.BeginAsync(agents: 1);
        await shared.World.SilenceQueuesAsync();
        await shared.First.TransferAsync(shared.Call, new CallTarget.Queue(new QueueId("support")));
        await shared.First.SeesStageAsync("transferring");
        await shared.HearsMusicAsync(shared.Client);
        shared.World.Turn(TimeSpan.FromSeconds(9));
        (await shared.First.ViewAsync()).Call!.Stage.ShouldBe("transferring", "it may be busy");

        shared.World.Turn(TimeSpan.FromSeconds(1));

        var view = await shared.First.SeesAsync(seen => seen.Call?.Transfer?.Failure is not null, "it failed");
        (view.Call!.Stage, view.Call.Transfer!.Failure).ShouldBe(("connected", PartyLeaving.NoAgents));
        await shared.TalkAsync(shared.Client, shared.First.Leg);
    }

    [Fact]
    public async Task An_agent_whose_page_is_closed_meanwhile_brings_the_client_back()
    {
        await using var shared = await SharedCall.BeginAsync();
        await shared.First.TransferAsync(shared.Call, shared.ToSecond);
        await shared.Second.IsOfferedAsync();

        await shared.Second.ClosePageAsync();
        shared.World.Turn(TimeSpan.FromSeconds(5));

        var view = await shared.First.SeesAsync(
            seen => seen.Call?.Transfer?.Failure == PartyLeaving.AgentUnavailable, "it failed");
        view.Call!.Stage.ShouldBe("connected");
        await shared.TalkAsync(shared.Client, shared.First.Leg);
    }

    [Fact]
    public async Task To_a_number_those_outside_go_on_until_one_of_them_hangs_up()
    {
        await using var shared = await SharedCall.BeginAsync();
        await shared.First.TransferAsync(shared.Call, shared.ToOutside);

        await shared.First.IsAsync(AgentStatus.WrapUp);
        await shared.TalkAsync(shared.Client, shared.OutsideLeg);
        await shared.First.RecordAsync(shared.Call);
        await shared.First.IsAsync(AgentStatus.Ready);
        shared.World.Pbx.EndCallee(shared.OutsideLeg);

        await shared.IsGoneAsync(shared.Client);
        shared.World.Journal.Of<InteractionEnded>().ShouldHaveSingleItem().Ending
            .ShouldBe(InteractionEnding.TransferredOut);
        await AcdWorld.EventuallyAsync(() => shared.World.Journal.Of<InteractionClosed>().Any(), "it is closed");
        await shared.NothingIsLeftAsync();
    }

    [Theory]
    [InlineData(CalleeHabit.IsBusy, PartyLeaving.Busy)]
    [InlineData(CalleeHabit.Declines, PartyLeaving.Refused)]
    public async Task A_number_that_does_not_answer_brings_the_client_back(CalleeHabit habit, PartyLeaving failure)
    {
        await using var shared = await SharedCall.BeginAsync();
        shared.World.Pbx.Callee = _ => habit;

        await shared.First.TransferAsync(shared.Call, shared.ToOutside);

        var view = await shared.First.SeesAsync(seen => seen.Call?.Transfer?.Failure == failure, "it failed");
        view.Call!.Stage.ShouldBe("connected");
        await shared.TalkAsync(shared.Client, shared.First.Leg);
    }

    [Fact]
    public async Task To_a_queue_the_next_agent_there_has_him()
    {
        await using var shared = await SharedCall.BeginAsync();
        await shared.Third.MakeNotReadyAsync("break");

        (await shared.First.TransferAsync(shared.Call, new CallTarget.Queue(new QueueId("support")), "VIP"))
            .ShouldBe(AgentReply.Accepted.Instance);

        await shared.First.IsAsync(AgentStatus.WrapUp);
        var offered = await shared.Second.IsOfferedAsync();
        (offered.Queue, offered.HandOver!.Note).ShouldBe((new QueueId("support"), "VIP"));
        await shared.SecondAnswersAsync();
        await shared.TalkAsync(shared.Client, shared.Second.Leg);
        await shared.First.RecordAsync(shared.Call);
        await shared.First.IsAsync(AgentStatus.Ready);
    }

    [Fact]
    public async Task A_queue_that_is_full_brings_the_client_back()
    {
        await using var shared = await SharedCall.BeginAsync(agents: 1);
        await shared.World.ChangeAsync(RuleChange.To(AcdWorld.Queue("express") with { WaitingMax = 1 }));
        shared.World.Pbx.ArriveCall("1001");
        await AcdWorld.EventuallyAsync(
            async () => (await shared.World.WaitingAsync()).Count == 1, () => "somebody waits there");

        await shared.First.TransferAsync(shared.Call, new CallTarget.Queue(new QueueId("express")));

        var view = await shared.First.SeesAsync(
            seen => seen.Call?.Transfer?.Failure == PartyLeaving.QueueFull, "it failed");
        view.Call!.Stage.ShouldBe("connected");
        await shared.TalkAsync(shared.Client, shared.First.Leg);
    }

    [Fact]
    public async Task Taking_it_back_brings_the_client_back_without_a_reason()
    {
        await using var shared = await SharedCall.BeginAsync();
        await shared.First.TransferAsync(shared.Call, shared.ToSecond);
        await shared.Second.IsOfferedAsync();
        await shared.First.SeesStageAsync("transferring");

        (await shared.First.StepAsync(shared.Call, PartyStep.Cancel)).ShouldBe(AgentReply.Accepted.Instance);

        (await shared.First.SeesStageAsync("connected")).Call!.Transfer.ShouldBeNull();
        await shared.Second.IsAsync(AgentStatus.Ready);
        await shared.TalkAsync(shared.Client, shared.First.Leg);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_with_words()
    {
        await using var shared = await SharedCall.BeginAsync();
        async Task<AgentRefusal> TryAsync(CallTarget target) =>
            ((AgentReply.Refused)await shared.First.TransferAsync(shared.Call, target)).Reason;
        await shared.World.ChangeAsync(
            RuleChange.To(new BlackListRule { Id = "spam", Number = SharedCall.Outside, Reason = "no" }));
        await shared.Third.SignOutAsync();

        (await TryAsync(new CallTarget.Agent(shared.First.Id))).ShouldBe(AgentRefusal.Yourself);
        (await TryAsync(shared.ToThird)).ShouldBe(AgentRefusal.OtherSignedOut);
        await shared.Second.MakeNotReadyAsync("lunch");
        (await TryAsync(shared.ToSecond)).ShouldBe(AgentRefusal.OtherUnavailable);
        (await TryAsync(shared.ToOutside)).ShouldBe(AgentRefusal.NumberBlocked);
        (await TryAsync(new CallTarget.Number("+79161234567"))).ShouldBe(AgentRefusal.NumberNotAllowed);
        (await TryAsync(new CallTarget.Queue(new QueueId("nowhere")))).ShouldBe(AgentRefusal.UnknownQueue);
        (await shared.First.ViewAsync()).Call!.Stage.ShouldBe("connected");
        shared.World.Pbx.AreTalking(shared.Client, shared.First.Leg).ShouldBeTrue();
    }
}

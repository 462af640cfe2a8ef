using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.TestKit;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>Agents call clients, and each other.</summary>
public sealed class OutboundStories
{
    private const string Client = "+998901234567";

    [Fact]
    public async Task An_agent_calls_a_client_talks_wraps_up_and_is_ready_again()
    {
        await using var world = await AcdWorld.StartAsync();
        world.Clients[Client] = new CallerIdentity(
            new ClientId(Guid.NewGuid()), ClientKind.Individual, "Timur", "Timur", false, null);
        world.Pbx.Callee = _ => CalleeHabit.Rings;
        var agent = world.Agent(1);
        await agent.GetReadyAsync();

        (await agent.DialAsync("90 123 45 67")).ShouldBe(AgentReply.Accepted.Instance);

        var call = (await agent.SeesStageAsync("dialling")).Call!;
        (call.Kind, call.Number.Shown, call.Dialled).ShouldBe((CallKind.Outbound, Client, "1000"));
        (await agent.ViewAsync()).Status.ShouldBe(AgentStatus.Reserved);
        await agent.SeesAsync(view => view.Call?.Client?.DisplayName == "Timur", "the client is known");
        world.Pbx.AnswerCallee(world.Pbx.Dialled[^1].Leg);
        await agent.IsAsync(AgentStatus.Talking);
        world.Pbx.AreTalking(world.Pbx.Dialled[^1].Leg, agent.Leg).ShouldBeTrue();

        world.Pbx.EndCallee(world.Pbx.Dialled[^1].Leg);
        await agent.IsAsync(AgentStatus.WrapUp);
        (await agent.RecordAsync(call)).ShouldBe(AgentReply.Accepted.Instance);
        await agent.IsAsync(AgentStatus.Ready);
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionClosed>().Any(), "it is closed");
    }

    [Fact]
    public async Task Who_called_while_he_was_not_ready_is_so_again_after_wrap_up()
    {
        await using var world = await AcdWorld.StartAsync();
        world.Pbx.Callee = _ => CalleeHabit.Rings;
        var agent = world.Agent(1);
        await agent.OpenPageAsync();
        var before = (await agent.IsAsync(AgentStatus.NotReady)).Reason;

        await agent.DialAsync(Client);
        var call = (await agent.SeesStageAsync("dialling")).Call!;
        world.Pbx.AnswerCallee(world.Pbx.Dialled[^1].Leg);
        await agent.IsAsync(AgentStatus.Talking);
        world.Pbx.EndCallee(world.Pbx.Dialled[^1].Leg);

        var planned = (await agent.IsAsync(AgentStatus.WrapUp)).NextReason;
        planned.ShouldBe(before);
        (await agent.RecordAsync(call, notReady: planned)).ShouldBe(AgentReply.Accepted.Instance);
        await agent.IsAsync(AgentStatus.NotReady, before);
    }

    [Theory]
    [InlineData(CalleeHabit.IsBusy, PartyLeaving.Busy, InteractionEnding.Busy)]
    [InlineData(CalleeHabit.Declines, PartyLeaving.Refused, InteractionEnding.Refused)]
    [InlineData(CalleeHabit.IsUnknown, PartyLeaving.Unreachable, InteractionEnding.Unreachable)]
    [InlineData(CalleeHabit.Rings, PartyLeaving.NoAnswer, InteractionEnding.NotAnswered)]
    public async Task Whoever_does_not_answer_is_told_and_the_agent_is_what_he_was(
        CalleeHabit habit, PartyLeaving failure, InteractionEnding ending)
    {
        await using var world = await AcdWorld.StartAsync();
        world.Pbx.Callee = _ => habit;
        var agent = world.Agent(1);
        await agent.GetReadyAsync();
        await agent.MakeNotReadyAsync("lunch");

        (await agent.DialAsync(Client)).ShouldBe(AgentReply.Accepted.Instance);
        if (habit == CalleeHabit.Rings)
        {
            await AcdWorld.EventuallyAsync(() => world.Pbx.Dialled.Count == 1, "it rings");
            world.Turn(TimeSpan.FromSeconds(40));
        }

        var view = await agent.SeesAsync(seen => seen.FailedDial is not null, "it failed");
        view.FailedDial!.Failure.ShouldBe(failure);
        (view.Status, view.Reason, view.Call).ShouldBe((AgentStatus.NotReady, "lunch", null));
        world.Journal.Of<InteractionEnded>().ShouldHaveSingleItem().Ending.ShouldBe(ending);
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionClosed>().Any(), "it is closed");
    }

    [Fact]
    public async Task Giving_it_up_while_it_rings_hangs_up()
    {
        await using var world = await AcdWorld.StartAsync();
        world.Pbx.Callee = _ => CalleeHabit.Rings;
        var agent = world.Agent(1);
        await agent.GetReadyAsync();
        await agent.DialAsync(Client);
        var call = (await agent.SeesStageAsync("dialling")).Call!;
        await AcdWorld.EventuallyAsync(() => world.Pbx.Dialled.Count == 1, "it rings");

        (await agent.HangUpAsync(call)).ShouldBe(AgentReply.Accepted.Instance);

        (await agent.IsAsync(AgentStatus.Ready)).FailedDial.ShouldBeNull();
        await AcdWorld.EventuallyAsync(() => !world.Pbx.IsAlive(world.Pbx.Dialled[^1].Leg), "it does not ring");
    }

    [Fact]
    public async Task Numbers_that_we_do_not_call_are_refused_with_words()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.ChangeAsync(RuleChange.To(new BlackListRule { Id = "spam", Number = Client, Reason = "no" }));
        var agent = world.Agent(1);
        await agent.GetReadyAsync();

        (await agent.DialAsync("nobody")).ShouldBe(new AgentReply.Refused(AgentRefusal.BadInput));
        (await agent.DialAsync("+79161234567")).ShouldBe(new AgentReply.Refused(AgentRefusal.NumberNotAllowed));
        (await agent.DialAsync(Client)).ShouldBe(new AgentReply.Refused(AgentRefusal.NumberBlocked));

        await world.ChangeAsync(RuleChange.To(new SettingsRule { Id = SettingsRule.TheOne, CallsAbroad = true }));
        (await agent.DialAsync("+79161234567")).ShouldBe(AgentReply.Accepted.Instance);
    }

    [Fact]
    public async Task The_client_sees_the_number_of_the_agents_group_or_of_the_centre()
    {
        await using var world = await AcdWorld.StartAsync(agents: 2);
        await world.ChangeAsync(
            RuleChange.To(new SettingsRule { Id = SettingsRule.TheOne, CallerId = "1000" }),
            RuleChange.To(new GroupRule { Id = "vip", Name = "VIP", CallerId = "+998712000000" }),
            RuleChange.To(world.Agent(1).Rule with { Groups = ["vip"] }));
        foreach (var number in (int[])[1, 2])
        {
            await world.Agent(number).GetReadyAsync();
            await world.Agent(number).DialAsync(Client);
            await world.Agent(number).IsAsync(AgentStatus.Talking);
        }

        world.Pbx.Dialled.Select(dial => dial.CallerId).ShouldBe(["+998712000000", "1000"]);
    }

    [Fact]
    public async Task A_rule_for_the_clients_operator_goes_before_and_stands_in_what_is_kept()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.ChangeAsync(RuleChange.To(new CallerIdRule
        {
            Id = "own-net", Name = "Своя сеть", CallerId = "+998900000000", Prefixes = ["+99890"],
        }));
        await world.Agent(1).GetReadyAsync();

        await world.Agent(1).DialAsync(Client);

        var call = await world.Agent(1).IsAsync(AgentStatus.Talking);
        world.Pbx.Dialled[^1].CallerId.ShouldBe("+998900000000");
        var started = world.Journal.Of<OutboundCallStarted>().ShouldHaveSingleItem();
        (started.CallerId, started.CallerIdRule).ShouldBe(("+998900000000", "Своя сеть"));

        world.Pbx.Callee = _ => CalleeHabit.Rings;
        await world.Agent(1).TransferAsync(call.Call!, new CallTarget.Number("+998931112233"));
        await world.Agent(1).SeesStageAsync("transferring");
        var invited = world.Journal.Of<PartyInvited>().ShouldHaveSingleItem();
        (invited.CallerId, invited.CallerIdRule).ShouldBe(("1000", null));
        world.Pbx.Dialled[^1].CallerId.ShouldBe("1000");
    }

    [Fact]
    public async Task The_number_that_will_be_shown_is_said_before_by_the_rules_of_now()
    {
        await using var world = await AcdWorld.StartAsync();
        var agent = world.Agent(1);
        (await agent.AskShownNumberAsync("90 123 45 67")).Choice.ShouldBe(new CallerIdChoice("1000", Rule: null));

        await world.ChangeAsync(RuleChange.To(new CallerIdRule
        {
            Id = "own-net", Name = "Своя сеть", CallerId = "+998900000000", Prefixes = ["+99890"],
        }));

        (await agent.AskShownNumberAsync("90 123 45 67")).Choice.ShouldBe(
            new CallerIdChoice("+998900000000", "Своя сеть"));
        (await agent.AskShownNumberAsync("93 123 45 67")).Choice.ShouldBe(new CallerIdChoice("1000", Rule: null));
        (await agent.AskShownNumberAsync("nobody")).ShouldBe(new ShownNumber(null, AgentRefusal.BadInput));
    }

    [Fact]
    public async Task A_call_of_his_own_survives_the_server_while_it_rings_and_while_they_talk()
    {
        await using var world = await AcdWorld.StartAsync();
        world.Pbx.Callee = _ => CalleeHabit.Rings;
        var agent = world.Agent(1);
        await agent.GetReadyAsync();
        await agent.DialAsync(Client);
        await AcdWorld.EventuallyAsync(() => world.Pbx.Dialled.Count == 1, "it rings");
        var leg = world.Pbx.Dialled[^1].Leg;

        await world.KillServerAsync();
        world.Pbx.AnswerCallee(leg);
        await world.StartServerAsync();
        await agent.IsAsync(AgentStatus.Talking);
        await AcdWorld.EventuallyAsync(() => world.Pbx.AreTalking(leg, agent.Leg), "they talk");

        await world.KillServerAsync();
        await world.StartServerAsync();
        await agent.IsAsync(AgentStatus.Talking);
        world.Pbx.AreTalking(leg, agent.Leg).ShouldBeTrue();
        world.Pbx.EndCallee(leg);
        await agent.IsAsync(AgentStatus.WrapUp);
    }

    [Fact]
    public async Task A_colleague_is_called_answers_and_both_are_free_without_wrap_up()
    {
        await using var world = await AcdWorld.StartAsync(agents: 2);
        var (one, other) = (world.Agent(1), world.Agent(2));
        await one.OpenPageAsync();
        await other.GetReadyAsync();

        (await one.CallAsync(other)).ShouldBe(AgentReply.Accepted.Instance);

        var call = (await one.SeesStageAsync("dialling")).Call!;
        call.Kind.ShouldBe(CallKind.Internal);
        var offered = await other.IsOfferedAsync();
        (offered.Kind, offered.IsOwner).ShouldBe((CallKind.Internal, false));
        await other.AnswerAsync();
        await one.IsAsync(AgentStatus.Talking);
        await AcdWorld.EventuallyAsync(() => world.Pbx.AreTalking(one.Leg, other.Leg), "they talk");

        await other.HangUpAsync(offered);
        await other.IsAsync(AgentStatus.Ready);
        await one.IsAsync(AgentStatus.NotReady);
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionClosed>().Any(), "it is closed");
        await AcdWorld.EventuallyAsync(() => world.Pbx.Rooms.Count == 0, "no room is left");
    }

    [Fact]
    public async Task A_colleague_who_does_not_answer_is_told()
    {
        await using var world = await AcdWorld.StartAsync(agents: 2);
        var (one, other) = (world.Agent(1), world.Agent(2));
        await one.GetReadyAsync();
        await other.GetReadyAsync();
        await one.CallAsync(other);
        await other.IsOfferedAsync();

        world.Turn(AcdWorld.RingFor);

        (await one.SeesAsync(view => view.FailedDial is not null, "it failed"))
            .FailedDial!.Failure.ShouldBe(PartyLeaving.NoAnswer);
        await one.IsAsync(AgentStatus.Ready);
        await other.IsAsync(AgentStatus.NotReady, NotReadyReasons.NoAnswer);
    }

    [Fact]
    public async Task Nobody_calls_himself_or_a_colleague_who_is_not_free()
    {
        await using var world = await AcdWorld.StartAsync(agents: 2);
        var (one, other) = (world.Agent(1), world.Agent(2));
        await one.GetReadyAsync();

        (await one.CallAsync(one)).ShouldBe(new AgentReply.Refused(AgentRefusal.Yourself));
        (await one.CallAsync(other)).ShouldBe(new AgentReply.Refused(AgentRefusal.OtherSignedOut));
        await other.OpenPageAsync();
        (await one.CallAsync(other)).ShouldBe(new AgentReply.Refused(AgentRefusal.OtherUnavailable));
    }
}

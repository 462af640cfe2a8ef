using CrmUms.Acd.Agents;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>More than two talk.</summary>
public sealed class ConferenceStories
{
    [Fact]
    public async Task Others_are_brought_in_while_the_talk_goes_on()
    {
        await using var shared = await SharedCall.BeginAsync();
        (await shared.First.AddAsync(shared.Call, shared.ToSecond)).ShouldBe(AgentReply.Accepted.Instance);
        shared.World.Pbx.AreTalking(shared.Client, shared.First.Leg).ShouldBeTrue();
        await shared.SecondAnswersAsync();
        await shared.TalkAsync(shared.Client, shared.First.Leg, shared.Second.Leg);
        var rooms = shared.World.Pbx.Rooms;

        await AddAsync(shared, shared.ToOutside);

        await shared.TalkAsync(shared.Client, shared.First.Leg, shared.Second.Leg, shared.OutsideLeg);
        shared.World.Pbx.Rooms.ShouldBe(rooms); // Nobody was moved.
        var parties = (await shared.First.SeesPartyAsync(PartyId.OfNumber(1), PartyState.Talking)).Call!.Parties;
        parties.Select(party => party.Kind)
            .ShouldBe([PartyKind.Client, PartyKind.Agent, PartyKind.Agent, PartyKind.Number]);
    }

    [Fact]
    public async Task The_agent_leaves_and_the_others_go_on_with_the_next()
    {
        await using var shared = await SharedCall.BeginAsync();
        await AddAsync(shared, shared.ToSecond);
        await shared.SecondAnswersAsync();
        await AddAsync(shared, shared.ToOutside);
        await shared.TalkAsync(shared.Client, shared.First.Leg, shared.Second.Leg, shared.OutsideLeg);

        await StepAsync(shared, PartyStep.Leave);

        await shared.First.IsAsync(AgentStatus.WrapUp);
        await shared.TalkAsync(shared.Client, shared.Second.Leg, shared.OutsideLeg);
        await shared.Second.SeesAsync(view => view.Call?.IsOwner == true, "it is his");
        shared.World.Pbx.HangUpCaller(shared.Client);
        await shared.Second.IsAsync(AgentStatus.WrapUp);
        await shared.IsGoneAsync(shared.OutsideLeg);
        await shared.NothingIsLeftAsync();
    }

    [Fact]
    public async Task When_the_client_hangs_up_all_are_told_that_it_is_over()
    {
        await using var shared = await SharedCall.BeginAsync();
        await shared.World.ChangeAsync(RuleChange.To(AcdWorld.Queue("express") with { WrapUpSeconds = 0 }));
        await AddAsync(shared, shared.ToSecond);
        await shared.SecondAnswersAsync();
        await shared.TalkAsync(shared.Client, shared.First.Leg, shared.Second.Leg);

        shared.World.Pbx.HangUpCaller(shared.Client);

        (await shared.Second.IsAsync(AgentStatus.Ready)).EndedTalk!.Ending.ShouldBe("caller-hung-up");
        await shared.NothingIsLeftAsync();
    }

    [Fact]
    public async Task The_agent_leaves_those_outside_to_themselves()
    {
        await using var shared = await SharedCall.BeginAsync();
        await AddAsync(shared, shared.ToOutside);
        await shared.TalkAsync(shared.Client, shared.First.Leg, shared.OutsideLeg);

        await StepAsync(shared, PartyStep.Leave);

        await shared.First.IsAsync(AgentStatus.WrapUp);
        await shared.TalkAsync(shared.Client, shared.OutsideLeg);
    }

    [Fact]
    public async Task Parties_are_silenced_and_let_go()
    {
        await using var shared = await SharedCall.BeginAsync();
        await AddAsync(shared, shared.ToSecond);
        await shared.SecondAnswersAsync();
        await shared.TalkAsync(shared.Client, shared.First.Leg, shared.Second.Leg);
        var second = PartyId.Of(shared.Second.Id);

        await AcceptedAsync(() => shared.First.MutePartyAsync(shared.Call, PartyId.Client));
        await AcceptedAsync(() => shared.First.MutePartyAsync(shared.Call, second));
        shared.World.Pbx.IsMuted(shared.Client).ShouldBeTrue();
        shared.World.Pbx.IsMuted(shared.Second.Leg).ShouldBeTrue();
        await shared.Second.SeesAsync(view => view.Call?.IsMuted == true, "he is muted");

        (await shared.First.RemoveAsync(shared.Call, second)).ShouldBe(AgentReply.Accepted.Instance);

        await shared.Second.IsAsync(AgentStatus.Ready);
        await shared.First.SeesStageAsync("connected");
        await shared.TalkAsync(shared.Client, shared.First.Leg);
        await AcdWorld.EventuallyAsync(
            () => !shared.World.Pbx.IsMuted(shared.Client) && !shared.World.Pbx.IsMuted(shared.Second.Leg),
            "nobody is muted who is in no conference");
    }

    [Fact]
    public async Task The_seventh_is_refused()
    {
        await using var shared = await SharedCall.BeginAsync(agents: 1);
        for (var party = 3; party <= 6; party++)
        {
            await AddAsync(shared, shared.ToOutside);
        }

        await AcdWorld.EventuallyAsync(
            async () => await shared.First.AddAsync(shared.Call, shared.ToOutside)
                == new AgentReply.Refused(AgentRefusal.TooManyParties),
            () => "the seventh is refused");
    }

    [Fact]
    public async Task A_conference_survives_the_server_and_those_who_left_meanwhile_are_gone()
    {
        await using var shared = await SharedCall.BeginAsync();
        await AddAsync(shared, shared.ToSecond);
        await shared.SecondAnswersAsync();
        await AddAsync(shared, shared.ToOutside);
        await shared.TalkAsync(shared.Client, shared.First.Leg, shared.Second.Leg, shared.OutsideLeg);
        var before = shared.World.Pbx.Requests.Count;

        await shared.World.KillServerAsync();
        shared.World.Pbx.EndCallee(shared.OutsideLeg);
        await shared.World.StartServerAsync();

        await shared.First.SeesStageAsync("conference");
        await shared.First.SeesAsync(view => view.Call?.Parties.Count == 3, "three are left");
        await shared.TalkAsync(shared.Client, shared.First.Leg, shared.Second.Leg);
        shared.World.Pbx.Requests.Skip(before).ShouldNotContain(request => request.StartsWith("join"));
    }

    [Fact]
    public async Task Agents_among_themselves_bring_in_a_third()
    {
        await using var world = await AcdWorld.StartAsync(agents: 3);
        for (var number = 1; number <= 3; number++)
        {
            await world.Agent(number).GetReadyAsync();
        }

        await world.Agent(1).CallAsync(world.Agent(2));
        var call = await world.Agent(2).AnswerAsync();
        await world.Agent(1).SeesStageAsync("connected");
        await AcceptedAsync(() => world.Agent(1).AddAsync(call, new CallTarget.Agent(world.Agent(3).Id)));
        await world.Agent(3).AnswerAsync();
        await AcdWorld.EventuallyAsync(() => world.Pbx.CompanyOf(world.Agent(1).Leg).Count == 3, "three talk");

        await AcceptedAsync(() => world.Agent(1).StepAsync(call, PartyStep.Leave));
        await world.Agent(1).IsAsync(AgentStatus.Ready);
        await world.Agent(2).HangUpAsync(call);
        await world.Agent(2).IsAsync(AgentStatus.Ready);
        await world.Agent(3).IsAsync(AgentStatus.Ready);
        await AcdWorld.EventuallyAsync(() => world.Pbx.Rooms.Count == 0, "no room is left");
    }

    private static Task AddAsync(SharedCall shared, CallTarget target) =>
        AcceptedAsync(() => shared.First.AddAsync(shared.Call, target));

    private static Task StepAsync(SharedCall shared, PartyStep step) =>
        AcceptedAsync(() => shared.First.StepAsync(shared.Call, step));

    // Legs may be on their way yet.
    private static Task AcceptedAsync(Func<Task<AgentReply>> wish) =>
        AcdWorld.EventuallyAsync(async () => await wish() == AgentReply.Accepted.Instance, () => "it is accepted");
}

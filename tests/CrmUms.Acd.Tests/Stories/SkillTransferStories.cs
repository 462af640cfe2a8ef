using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>A client is handed on to whoever has a skill.</summary>
public sealed class SkillTransferStories
{
    private static readonly CallTarget Russian = new CallTarget.Skill("russian");

    [Fact]
    public async Task Whoever_of_the_ready_has_the_skill_gets_the_client_with_the_note()
    {
        await using var shared = await WithRussianAsync(third: 1);
        // The queue through which the client came is none of his.
        await shared.World.ChangeAsync(RuleChange.To(RuleOf(shared.Third, 1) with
        {
            Queues = new Dictionary<string, int> { ["support"] = 1 },
        }));

        (await shared.First.TransferAsync(shared.Call, Russian, "asks for Russian"))
            .ShouldBe(AgentReply.Accepted.Instance);

        var offered = await shared.Third.IsOfferedAsync();
        (offered.HandOver!.Note, offered.HandOver.From).ShouldBe(("asks for Russian", shared.First.Id));
        (await shared.First.IsAsync(AgentStatus.WrapUp)).Call!.Ending.ShouldBe("handed-on");
        await shared.Third.AnswerAsync();
        await shared.TalkAsync(shared.Client, shared.Third.Leg);
        (await shared.First.RecordAsync(shared.Call)).ShouldBe(AgentReply.Accepted.Instance);
        await shared.First.IsAsync(AgentStatus.Ready);
        (await shared.Second.ViewAsync()).Status.ShouldBe(AgentStatus.Ready, "he has not the skill");

        shared.World.Journal.Of<TransferStarted>().ShouldHaveSingleItem().Skill.ShouldBe(new SkillAsked("russian", 1));
        var queued = shared.World.Journal.Of<InteractionQueued>().Last();
        (queued.Queue, queued.Skills, queued.SkillsOnly).ShouldBe((new QueueId("express"), "russian", true));
        shared.World.Journal.Of<InteractionOffered>().Last().Decision.Skill.ShouldBe("russian");
        await shared.Third.HangUpAsync(shared.Call);
        await shared.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Who_has_it_well_enough_is_asked_when_a_level_is_named()
    {
        await using var shared = await WithRussianAsync(second: 4, third: 7);

        await shared.First.TransferAsync(shared.Call, new CallTarget.Skill("russian", 5));

        await shared.Third.AnswerAsync();
        RungFor(shared)[^1].Decision.Skill.ShouldBe("russian >= 5");
    }

    [Fact]
    public async Task While_all_of_them_are_busy_the_client_hears_music_and_waits_for_the_first()
    {
        await using var shared = await WithRussianAsync(third: 3);
        await shared.Third.MakeNotReadyAsync("break");

        (await shared.First.TransferAsync(shared.Call, Russian)).ShouldBe(AgentReply.Accepted.Instance);

        await shared.First.IsAsync(AgentStatus.WrapUp);
        await shared.HearsMusicAsync(shared.Client);
        (await shared.World.WaitingAsync()).ShouldHaveSingleItem().Interaction.ShouldBe(shared.Call.Interaction);
        await shared.First.RecordAsync(shared.Call);
        await shared.First.IsAsync(AgentStatus.Ready);
        (await shared.Second.ViewAsync()).Status.ShouldBe(AgentStatus.Ready);
        await shared.Third.MakeReadyAsync();

        await shared.Third.AnswerAsync();
        await shared.TalkAsync(shared.Client, shared.Third.Leg);
    }

    [Fact]
    public async Task A_full_queue_turns_nobody_away_who_is_handed_on_to_a_skill()
    {
        await using var shared = await WithRussianAsync(third: 1);
        await shared.Second.MakeNotReadyAsync("break");
        await shared.Third.MakeNotReadyAsync("break");
        await shared.World.ChangeAsync(RuleChange.To(AcdWorld.Queue("express") with { WaitingMax = 1 }));
        shared.World.Turn(TimeSpan.FromSeconds(1));
        shared.World.Pbx.ArriveCall("1001");
        await AcdWorld.EventuallyAsync(
            async () => (await shared.World.WaitingAsync()).Count == 1, () => "somebody waits there");

        await shared.First.TransferAsync(shared.Call, Russian);
        await shared.First.IsAsync(AgentStatus.WrapUp);
        await shared.Third.MakeReadyAsync();

        await shared.Third.AnswerAsync();
        await shared.TalkAsync(shared.Client, shared.Third.Leg);
    }

    [Fact]
    public async Task Somebody_whom_the_agent_called_is_handed_on_as_well()
    {
        await using var world = await AcdWorld.StartAsync(agents: 2);
        await TeachAsync(world.Agent(2), world, 1);
        await world.Agent(1).GetReadyAsync();
        await world.Agent(2).GetReadyAsync();
        await world.Agent(1).DialAsync(SharedCall.Outside);
        var call = (await world.Agent(1).SeesStageAsync("connected")).Call!;

        (await world.Agent(1).TransferAsync(call, Russian, "a client of ours")).ShouldBe(AgentReply.Accepted.Instance);

        (await world.Agent(2).IsOfferedAsync()).HandOver!.Note.ShouldBe("a client of ours");
        await world.Agent(2).AnswerAsync();
        var client = world.Pbx.Dialled[^1].Leg;
        await AcdWorld.EventuallyAsync(
            () => world.Pbx.CompanyOf(client).SetEquals([client, world.Agent(2).Leg]), "they talk");
    }

    [Fact]
    public async Task Who_does_not_answer_leaves_him_to_others_with_the_skill()
    {
        await using var shared = await WithRussianAsync(second: 1, third: 1);
        await shared.First.TransferAsync(shared.Call, Russian, "note");
        await AcdWorld.EventuallyAsync(() => RungFor(shared).Count == 2, "one of them is rung");

        shared.World.Turn(AcdWorld.RingFor);

        await AcdWorld.EventuallyAsync(() => RungFor(shared).Count == 3, "then the other");
        RungFor(shared).Select(offer => offer.Agent).Skip(1)
            .ShouldBe([shared.Second.Id, shared.Third.Id], ignoreOrder: true);
        RungFor(shared).Skip(1).ShouldAllBe(offer => offer.Decision.Skill == "russian");
    }

    [Fact]
    public async Task What_was_asked_for_outlives_the_server()
    {
        await using var shared = await WithRussianAsync(third: 1);
        await shared.Third.MakeNotReadyAsync("break");
        await shared.First.TransferAsync(shared.Call, Russian, "note");
        await shared.First.IsAsync(AgentStatus.WrapUp);

        await shared.World.KillServerAsync();
        await shared.World.StartServerAsync();

        await shared.HearsMusicAsync(shared.Client);
        foreach (var agent in (AgentDriver[])[shared.Second, shared.Third])
        {
            await agent.SeesAsync(view => view.Audio == AudioStatus.Open, "his audio is found");
            await shared.World.DoAsync(new ReportDesk(agent.Id, IsConnected: true));
            await agent.MakeReadyAsync();
        }

        (await shared.Third.IsOfferedAsync()).HandOver!.Note.ShouldBe("note");
        await shared.Third.AnswerAsync();
        await shared.TalkAsync(shared.Client, shared.Third.Leg);
        (await shared.Second.ViewAsync()).Status.ShouldBe(AgentStatus.Ready, "he has not the skill");
    }

    [Fact]
    public async Task The_tape_of_the_router_decides_the_same_again()
    {
        await using var shared = await WithRussianAsync(second: 2, third: 9);
        await shared.First.TransferAsync(shared.Call, new CallTarget.Skill("russian", 5));
        await shared.Third.AnswerAsync();

        var replay = new RoutingReplay();
        List<RoutingDecision> again =
            [.. shared.World.Journal.Events.SelectMany(replay.On)];

        again.Select(decision => (decision.Interaction, decision.Agent)).ShouldBe(
            shared.World.Journal.Of<CallerRouted>().Select(routed => (routed.Interaction, routed.Agent)));
        again[^1].Agent.ShouldBe(shared.Third.Id);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_with_words()
    {
        await using var shared = await WithRussianAsync(first: 9, third: 3);
        async Task<AgentRefusal> TryAsync(CallTarget target) =>
            ((AgentReply.Refused)await shared.First.TransferAsync(shared.Call, target)).Reason;

        (await TryAsync(new CallTarget.Skill("chinese"))).ShouldBe(AgentRefusal.UnknownSkill);
        (await TryAsync(new CallTarget.Skill("russian", 4))).ShouldBe(AgentRefusal.NobodyHasSkill);
        (await TryAsync(new CallTarget.Skill("russian", 0))).ShouldBe(AgentRefusal.BadInput);
        (await shared.First.ConsultAsync(shared.Call, Russian)).ShouldBe(new AgentReply.Refused(AgentRefusal.BadInput));
        await shared.Third.SignOutAsync();
        (await TryAsync(Russian)).ShouldBe(AgentRefusal.NobodyHasSkill);
        (await shared.First.ViewAsync()).Call!.Stage.ShouldBe("connected");
        shared.World.Pbx.AreTalking(shared.Client, shared.First.Leg).ShouldBeTrue();
    }

    private static List<InteractionOffered> RungFor(SharedCall shared) =>
        [.. shared.World.Journal.Of<InteractionOffered>()];

    private static async Task<SharedCall> WithRussianAsync(int first = 0, int second = 0, int third = 0)
    {
        var shared = await SharedCall.BeginAsync();
        await TeachAsync(shared.First, shared.World, first);
        await TeachAsync(shared.Second, shared.World, second);
        await TeachAsync(shared.Third, shared.World, third);
        return shared;
    }

    private static Task TeachAsync(AgentDriver agent, AcdWorld world, int level) => world.ChangeAsync(
        RuleChange.To(new SkillRule { Id = "russian", Name = "Russian" }), RuleChange.To(RuleOf(agent, level)));

    private static AgentRule RuleOf(AgentDriver agent, int level) => agent.Rule with
    {
        Skills = level == 0
            ? agent.Rule.Skills
            : new Dictionary<string, int>(agent.Rule.Skills) { ["russian"] = level },
    };
}

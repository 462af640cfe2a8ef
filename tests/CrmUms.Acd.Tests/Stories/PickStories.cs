using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>An agent takes somebody who waits to himself, before his turn.</summary>
public sealed class PickStories
{
    private static readonly QueueRule Picking = AcdWorld.Queue("express") with { AgentsMayPick = true };

    [Fact]
    public async Task He_becomes_ready_and_talks_with_the_one_he_has_chosen_and_not_with_the_first()
    {
        await using var world = await WithPickingAsync();
        await world.Agent(1).OpenPageAsync();
        var first = await QueuedAsync(world);
        world.Turn(TimeSpan.FromSeconds(30));
        var second = await QueuedAsync(world);

        (await world.PickAsync(second, world.Agent(1))).ShouldBeNull();

        var view = await TalksAsync(world.Agent(1), world);
        view.Call!.Interaction.ShouldBe(second);
        view.IsAutoAnswered.ShouldBeTrue("Whoever takes a caller is not asked again whether he wants him.");
        world.Journal.Of<InteractionOffered>().Single().Decision.Grounds!.Personal.ShouldBe("picked");
        world.Journal.Of<CallerPicked>().ShouldHaveSingleItem().Agent.ShouldBe(world.Agent(1).Id);
        (await world.WaitingAsync()).ShouldContain(caller => caller.Interaction == first);
        await world.Agent(1).HangUpAsync(view.Call);
        await world.Agent(1).RecordAsync(view.Call);
        (await world.Agent(1).IsOfferedAsync()).Interaction.ShouldBe(first, "He is ready like anybody from then on.");
    }

    [Fact]
    public async Task A_ready_agent_takes_one_who_waits_for_the_agent_whom_he_knows()
    {
        await using var world = await WithPickingAsync(agents: 2);
        await world.ChangeAsync(RuleChange.To(Picking with { LastAgent = new LastAgentRule(1_440, 60) }));
        world.LastTalks["+998901234567"] = (world.Agent(2).Id, world.Clock.GetUtcNow());
        await world.Agent(2).OpenPageAsync();
        await world.Agent(1).GetReadyAsync();
        var call = await QueuedAsync(world, "+998901234567");
        world.Journal.Of<InteractionOffered>().ShouldBeEmpty();

        (await world.PickAsync(call, world.Agent(1))).ShouldBeNull();

        (await TalksAsync(world.Agent(1), world)).Call!.Interaction.ShouldBe(call);
    }

    [Fact]
    public async Task The_tape_decides_the_same_when_it_is_played_again()
    {
        await using var world = await WithPickingAsync();
        await world.Agent(1).OpenPageAsync();
        await QueuedAsync(world);
        (await world.PickAsync(await QueuedAsync(world), world.Agent(1))).ShouldBeNull();
        await TalksAsync(world.Agent(1), world);
        var replay = new RoutingReplay();

        var again = world.Journal.Events.Where(happened => happened is RouterStarted or RouterStood or RouterHeard)
            .SelectMany(replay.On).ToList();

        var told = world.Journal.Of<CallerRouted>().ShouldHaveSingleItem();
        var decision = again.ShouldHaveSingleItem();
        (decision.Interaction, decision.Agent).ShouldBe((told.Interaction, told.Agent));
        decision.Reason.Grounds!.Personal.ShouldBe("picked");
    }

    [Fact]
    public async Task Nobody_may_unless_the_queue_allows_it_by_the_rules_of_now()
    {
        await using var world = await WithPickingAsync();
        await world.Agent(1).OpenPageAsync();
        var call = await QueuedAsync(world);
        await world.ChangeAsync(RuleChange.To(Picking with { AgentsMayPick = false }));

        (await world.PickAsync(call, world.Agent(1))).ShouldBe(AgentRefusal.NotAllowed);
        (await world.Agent(1).ViewAsync()).Status.ShouldBe(AgentStatus.NotReady);

        await world.ChangeAsync(RuleChange.To(Picking));
        (await world.PickAsync(call, world.Agent(1))).ShouldBeNull();
    }

    [Fact]
    public async Task It_is_refused_to_whoever_cannot_take_him()
    {
        await using var world = await WithPickingAsync(agents: 4);
        var (busy, away, mute, other) = (world.Agent(1), world.Agent(2), world.Agent(3), world.Agent(4));
        await world.ChangeAsync(
            RuleChange.To(other.Rule with { Queues = new Dictionary<string, int> { ["support"] = 1 } }));
        await busy.GetReadyAsync();
        world.Pbx.ArriveCall("1001");
        var talk = await busy.AnswerAsync();
        await mute.OpenPageAsync();
        await world.DoAsync(new ReportMicrophone(mute.Id, Works: false));
        await other.OpenPageAsync();
        var call = await QueuedAsync(world);

        (await world.PickAsync(call, busy)).ShouldBe(AgentRefusal.NotReady);
        (await world.PickAsync(call, away)).ShouldBe(AgentRefusal.SignedOut);
        (await world.PickAsync(call, mute)).ShouldBe(AgentRefusal.NotReady);
        (await world.PickAsync(call, other)).ShouldBe(AgentRefusal.CannotServe);
        (await world.PickAsync(talk.Interaction, other)).ShouldBe(AgentRefusal.NotWaiting);
        (await world.PickAsync(new InteractionId(Guid.NewGuid()), other)).ShouldBe(AgentRefusal.NotWaiting);
        await busy.HangUpAsync(talk);
        await busy.IsAsync(AgentStatus.WrapUp);
        (await world.PickAsync(call, busy)).ShouldBe(AgentRefusal.NotReady, "He finishes what he has first.");
        world.Journal.Of<CallerPicked>().ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_refused_while_the_caller_is_somebody_elses()
    {
        await using var world = await WithPickingAsync(agents: 3);
        await world.Agent(1).OpenPageAsync();
        await world.Agent(2).OpenPageAsync();
        await world.Agent(3).OpenPageAsync();
        var call = await QueuedAsync(world);
        (await world.AssignAsync(call, world.Agent(2))).ShouldBeNull();

        (await world.PickAsync(call, world.Agent(1))).ShouldBe(AgentRefusal.OfferedToAnother, "He was given away.");
        await world.Agent(2).MakeReadyAsync();
        await world.Agent(2).IsOfferedAsync();
        (await world.PickAsync(call, world.Agent(1))).ShouldBe(AgentRefusal.OfferedToAnother, "Another is rung.");
        await world.Agent(2).AnswerAsync();
        (await world.PickAsync(call, world.Agent(1))).ShouldBe(AgentRefusal.NotWaiting, "They talk.");
    }

    [Fact]
    public async Task What_the_queue_asks_for_at_that_moment_counts_for_him_too()
    {
        await using var world = await WithPickingAsync();
        await world.ChangeAsync(RuleChange.To(Picking with
        {
            Requirement = "support >= 10", Relaxation = [new RelaxationStep(60, "support")],
        }));
        await world.Agent(1).OpenPageAsync();
        var call = await QueuedAsync(world);

        (await world.PickAsync(call, world.Agent(1))).ShouldBe(AgentRefusal.CannotServe);
        world.Turn(TimeSpan.FromSeconds(61));
        (await world.PickAsync(call, world.Agent(1))).ShouldBeNull();
    }

    private static async Task<AgentView> TalksAsync(AgentDriver agent, AcdWorld world)
    {
        await agent.SeesAsync(view => view.Call is not null, "he has somebody");
        world.Turn(TimeSpan.FromSeconds(2)); // The tone ends.
        return await agent.IsAsync(AgentStatus.Talking);
    }

    private static async Task<AcdWorld> WithPickingAsync(int agents = 1)
    {
        var world = await AcdWorld.StartAsync(agents);
        await world.ChangeAsync(RuleChange.To(Picking));
        return world;
    }

    private static async Task<InteractionId> QueuedAsync(AcdWorld world, string number = "+998901234567")
    {
        var known = Queued(world);
        world.Pbx.ArriveCall("1001", number);
        await AcdWorld.EventuallyAsync(() => Queued(world).Count > known.Count, "he is queued");
        return Queued(world).Except(known).Single();
    }

    private static List<InteractionId> Queued(AcdWorld world) =>
        [.. world.Journal.Of<InteractionQueued>().Select(queued => queued.Interaction).Distinct()];
}

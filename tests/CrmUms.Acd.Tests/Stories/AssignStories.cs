using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>A supervisor gives somebody who waits to an agent by name.</summary>
public sealed class AssignStories
{
    [Fact]
    public async Task The_agent_is_offered_the_caller_who_was_given_to_him_before_one_who_came_earlier()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).OpenPageAsync();
        var first = await QueuedAsync(world);
        world.Turn(TimeSpan.FromSeconds(30));
        var second = await QueuedAsync(world);

        (await world.AssignAsync(second, world.Agent(1))).ShouldBeNull();
        await world.Agent(1).MakeReadyAsync();

        (await world.Agent(1).IsOfferedAsync()).Interaction.ShouldBe(second);
        var grounds = world.Journal.Of<InteractionOffered>().Single().Decision.Grounds!;
        grounds.Personal.ShouldBe("assigned");
        (await world.WaitingAsync()).ShouldContain(caller => caller.Interaction == first);
    }

    [Fact]
    public async Task Nobody_else_is_offered_him_until_the_agent_is_ready_or_two_minutes_have_passed()
    {
        await using var world = await AcdWorld.StartAsync(agents: 2);
        await world.Agent(1).OpenPageAsync();
        var call = await QueuedAsync(world);
        (await world.AssignAsync(call, world.Agent(1))).ShouldBeNull();

        await world.Agent(2).GetReadyAsync();
        world.Turn(TimeSpan.FromSeconds(100));
        world.Journal.Of<InteractionOffered>().ShouldBeEmpty();
        world.Turn(TimeSpan.FromSeconds(30));

        (await world.Agent(2).IsOfferedAsync()).Interaction.ShouldBe(call);
    }

    [Fact]
    public async Task Whoever_is_given_to_an_agent_who_goes_home_waits_for_all_again()
    {
        await using var world = await AcdWorld.StartAsync(agents: 2);
        await world.Agent(1).OpenPageAsync();
        await world.Agent(2).GetReadyAsync();
        await world.Agent(2).MakeNotReadyAsync("break");
        var call = await QueuedAsync(world);
        (await world.AssignAsync(call, world.Agent(1))).ShouldBeNull();
        await world.Agent(2).MakeReadyAsync();

        await world.Agent(1).SignOutAsync();

        (await world.Agent(2).IsOfferedAsync()).Interaction.ShouldBe(call);
    }

    [Fact]
    public async Task What_a_supervisor_said_outlives_the_server()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.Agent(1).OpenPageAsync();
        await QueuedAsync(world);
        var second = await QueuedAsync(world);
        (await world.AssignAsync(second, world.Agent(1))).ShouldBeNull();

        await world.KillServerAsync();
        await world.StartServerAsync();
        await AcdWorld.EventuallyAsync(
            async () => (await world.WaitingAsync()).Count == 2, () => "both wait again");
        await world.Agent(1).GetReadyAsync();

        (await world.Agent(1).IsOfferedAsync()).Interaction.ShouldBe(second);
    }

    [Fact]
    public async Task An_offer_that_he_left_unanswered_sends_the_caller_back_to_all()
    {
        await using var world = await AcdWorld.StartAsync(agents: 2);
        await world.Agent(1).OpenPageAsync();
        var call = await QueuedAsync(world);
        await world.AssignAsync(call, world.Agent(1));
        await world.Agent(1).MakeReadyAsync();
        await world.Agent(1).IsOfferedAsync();

        await world.Agent(2).GetReadyAsync();
        world.Turn(AcdWorld.RingFor);

        (await world.Agent(2).IsOfferedAsync()).Interaction.ShouldBe(call);
    }

    [Fact]
    public async Task It_is_refused_when_the_agent_cannot_be_next()
    {
        await using var world = await AcdWorld.StartAsync(agents: 3);
        var (busy, away, other) = (world.Agent(1), world.Agent(2), world.Agent(3));
        var elsewhere = new Dictionary<string, int> { ["support"] = 1 };
        await world.ChangeAsync(RuleChange.To(other.Rule with { Queues = elsewhere }));
        await busy.GetReadyAsync();
        world.Pbx.ArriveCall("1001");
        var talk = await busy.AnswerAsync();
        await other.OpenPageAsync();
        var call = await QueuedAsync(world);

        (await world.AssignAsync(call, busy)).ShouldBe(AssignRefusal.Busy);
        (await world.AssignAsync(call, away)).ShouldBe(AssignRefusal.SignedOut);
        (await world.AssignAsync(call, other)).ShouldBe(AssignRefusal.CannotServe);
        (await world.AssignAsync(new InteractionId(Guid.NewGuid()), other)).ShouldBe(AssignRefusal.NotWaiting);
        await busy.HangUpAsync(talk);
        await busy.IsAsync(AgentStatus.WrapUp);
        (await world.AssignAsync(call, busy)).ShouldBeNull("His wrap-up ends.");
        (await world.AssignAsync(talk.Interaction, busy)).ShouldBe(AssignRefusal.NotWaiting);
        world.Journal.Of<CallerAssigned>().ShouldHaveSingleItem();
    }

    private static async Task<InteractionId> QueuedAsync(AcdWorld world)
    {
        var known = Queued(world);
        world.Pbx.ArriveCall("1001");
        await AcdWorld.EventuallyAsync(() => Queued(world).Count > known.Count, "he is queued");
        return Queued(world).Except(known).Single();
    }

    private static List<InteractionId> Queued(AcdWorld world) =>
        [.. world.Journal.Of<InteractionQueued>().Select(queued => queued.Interaction).Distinct()];
}

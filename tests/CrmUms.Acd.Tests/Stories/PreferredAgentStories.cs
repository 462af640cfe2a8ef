using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.TestKit;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>Callers get the agent who knows them, when a queue wants that, and others whom it does not want.</summary>
public sealed class PreferredAgentStories
{
    private const string Number = "+998901234567";

    [Fact]
    public async Task A_caller_gets_the_agent_who_talked_with_him_last()
    {
        await using var world = await WithAsync(queue => queue with { LastAgent = new LastAgentRule() });
        world.LastTalks[Number] = (world.Agent(2).Profile.Agent, world.Clock.GetUtcNow().AddHours(-1));

        world.Pbx.ArriveCall("1001", Number);

        await world.Agent(2).IsOfferedAsync();
        (await world.Agent(1).ViewAsync()).Status.ShouldBe(AgentStatus.Ready);
        world.Journal.Of<InteractionOffered>().Single().Decision.Grounds!.Personal.ShouldBe("last-agent");
    }

    [Fact]
    public async Task A_talk_of_long_ago_does_not_count()
    {
        await using var world = await WithAsync(queue => queue with { LastAgent = new LastAgentRule(60) });
        world.LastTalks[Number] = (world.Agent(2).Profile.Agent, world.Clock.GetUtcNow().AddHours(-2));

        world.Pbx.ArriveCall("1001", Number);

        await world.Agent(1).IsOfferedAsync();
    }

    [Fact]
    public async Task A_client_gets_his_manager()
    {
        await using var world = await WithAsync(queue => queue with { PersonalManagerWaitSeconds = 30 });
        world.Clients[Number] = new CallerIdentity(
            new ClientId(Guid.NewGuid()), ClientKind.Individual, "Timur", "Timur", IsVip: false, "Dilnoza")
        {
            ManagerId = world.Agent(2).Profile.Agent,
        };

        world.Pbx.ArriveCall("1001", Number);

        await world.Agent(2).IsOfferedAsync();
    }

    [Fact]
    public async Task A_stranger_waits_for_nobody_in_particular()
    {
        await using var world = await WithAsync(queue => queue with
        {
            LastAgent = new LastAgentRule(), PersonalManagerWaitSeconds = 30,
        });

        world.Pbx.ArriveCall("1001", Number);

        await world.Agent(1).IsOfferedAsync();
    }

    [Fact]
    public async Task A_caller_in_the_black_list_is_told_so_and_reaches_nobody()
    {
        await using var world = await WithAsync(queue => queue);
        await world.ChangeAsync(RuleChange.To(new BlackListRule
        {
            Id = "spam", Number = Number, Reason = "spam", Treatment = BlackListTreatment.Prompt, Prompt = "not-served",
        }));

        var caller = world.Pbx.ArriveCall("1001", Number);
        await AcdWorld.EventuallyAsync(
            () => world.Pbx.Hears(caller) == new Hearing("prompt", "not-served"), "he hears that he is not served");
        world.Pbx.FinishPrompt(caller);

        await AcdWorld.EventuallyAsync(() => !world.Pbx.IsAlive(caller), "he is hung up");
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionClosed>().Any(), "it is closed");
        world.Journal.Of<InteractionEnded>().Single().Ending.ShouldBe(InteractionEnding.BlackListed);
        world.Journal.Of<InteractionQueued>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_who_is_to_hear_that_all_are_busy_hears_it()
    {
        await using var world = await WithAsync(queue => queue);
        await world.ChangeAsync(RuleChange.To(new BlackListRule
        {
            Id = "spam", Number = Number, Reason = "spam", Treatment = BlackListTreatment.Busy,
        }));

        var caller = world.Pbx.ArriveCall("1001", Number);

        await AcdWorld.EventuallyAsync(() => !world.Pbx.IsAlive(caller), "he is hung up");
        world.Pbx.Requests.ShouldContain($"hang up {caller} Busy");
    }

    private static async Task<AcdWorld> WithAsync(Func<QueueRule, QueueRule> change)
    {
        var world = await AcdWorld.StartAsync(agents: 2);
        await world.ChangeAsync(RuleChange.To(change(AcdWorld.Queue("express"))));
        await world.Agent(1).GetReadyAsync();
        world.Turn(TimeSpan.FromSeconds(5)); // The first is the one who has been idle longest.
        await world.Agent(2).GetReadyAsync();
        return world;
    }
}

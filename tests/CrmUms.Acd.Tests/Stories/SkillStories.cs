using System.Text.Json;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>A flow asks for agents who can more than its queue asks for.</summary>
public sealed class SkillStories
{
    private const string Russian =
        """
        {
          "id": "russian", "name": "Russian", "language": "ru", "start": "queue", "fallbackQueue": "support",
          "nodes": [
            {"id": "queue", "type": "queue", "settings": {"queue": "express", "skills": "russian >= 9"},
             "exits": {}}
          ]
        }
        """;

    [Fact]
    public async Task Only_an_agent_with_the_skill_is_offered_the_caller_also_after_nobody_answered()
    {
        await using var world = await WithFlowAsync();
        await world.Agent(2).GetReadyAsync();
        var caller = await QueuedAsync(world);
        await world.Agent(1).GetReadyAsync();

        await AcdWorld.EventuallyAsync(() => Offers(world).Count == 1, "the one who speaks Russian is rung");
        world.Turn(TimeSpan.FromSeconds(60)); // He does not answer, and is not ready any more.
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<OfferEnded>().Any(), "nobody has answered");
        await world.Agent(1).GetReadyAsync();
        await world.Agent(1).AnswerAsync();

        world.Pbx.Hears(caller).Kind.ShouldNotBe("music");
        Offers(world).ShouldAllBe(offer => offer.Agent == world.Agent(1).Profile.Agent);
        Offers(world).ShouldAllBe(offer => offer.Decision.Skill.Contains("russian >= 9"));
    }

    [Fact]
    public async Task What_the_flow_asked_for_outlives_the_server()
    {
        await using var world = await WithFlowAsync();
        await QueuedAsync(world);
        world.Journal.Of<InteractionQueued>().Single().Skills.ShouldBe("russian >= 9");

        await world.KillServerAsync();
        await world.StartServerAsync();
        await world.Agent(2).GetReadyAsync();
        await world.Agent(1).GetReadyAsync();

        await world.Agent(1).AnswerAsync();
        Offers(world).ShouldHaveSingleItem().Decision.Skill.ShouldContain("russian >= 9");
    }

    private static List<InteractionOffered> Offers(AcdWorld world) => [.. world.Journal.Of<InteractionOffered>()];

    private static async Task<AcdWorld> WithFlowAsync()
    {
        var world = await AcdWorld.StartAsync(agents: 2);
        var graph = JsonSerializer.Deserialize<JsonElement>(Russian);
        await world.ChangeAsync(
            RuleChange.To(new SkillRule { Id = "russian", Name = "Russian" }),
            RuleChange.To(new FlowRule { Id = "russian", Name = "Russian", Published = graph, PublishedVersion = 1 }),
            RuleChange.To(new NumberRule { Id = "1002", Target = RuleTarget.Flow("russian") }));
        var rule = world.Agent(1).Rule;
        var skills = new Dictionary<string, int>(rule.Skills) { ["russian"] = 9 };
        await world.ChangeAsync(RuleChange.To(rule with { Skills = skills }));
        return world;
    }

    private static async Task<LegId> QueuedAsync(AcdWorld world)
    {
        var caller = world.Pbx.ArriveCall("1002");
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionQueued>().Any(), "he is queued");
        return caller;
    }
}

using System.Text.Json;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Rules;
using static CrmUms.Acd.Tests.Routing.Centre;

namespace CrmUms.Acd.Tests.Routing;

/// <summary>Callers who ask for skills themselves, besides what their queue asks for.</summary>
public sealed class WishTests
{
    [Fact]
    public void The_agent_must_satisfy_the_queue_and_the_caller_and_the_decision_says_so()
    {
        var centre = new Centre(Queue("support")).Employ(1, "support 5").Employ(2, "russian 9")
            .Employ(3, "support 1, russian 5");
        centre.Ready(1, idle: 9);
        centre.Ready(2, idle: 9);
        centre.Ready(3);

        var decision = centre.CallFor("russian >= 5 and support", 1)!;

        decision.Agent.ShouldBe(Agent(3));
        decision.Reason.Skill.ShouldBe("support and (russian >= 5 and support)");
        decision.Reason.Candidates.ShouldBe(1);
        decision.Reason.Grounds!.Exclusions.ShouldContain(
            new RoutingExclusion(Agent(1), ExclusionCodes.SkillTooLow));
    }

    [Fact]
    public void From_the_last_step_of_the_queue_on_only_the_step_counts()
    {
        var centre = new Centre(Relaxing((0, "support >= 5"), (10, "support >= 3"), (20, "support")))
            .Employ(1, "support 9").Employ(2, "support 3, russian 1");
        centre.Ready(1);
        centre.CallFor("russian", 1).ShouldBeNull();
        centre.Pass(9).ShouldBeNull();

        centre.CallFor("not russian", 2, waited: 9)!.Agent.ShouldBe(Agent(1), "he was free all the time");
        centre.Ready(1);
        centre.Pass(10).ShouldBeNull("at the step between, his wish counts as well");
        var decision = centre.Pass(1)!;

        (decision.Agent, decision.Interaction, decision.Reason.Skill).ShouldBe((Agent(1), Caller(1), "support"));
    }

    [Fact]
    public void A_queue_that_never_gives_way_never_gives_way_in_what_its_callers_ask_for()
    {
        var centre = new Centre(Queue()).Employ(1, "debt 1").Employ(2, "russian 1");
        centre.Ready(1);
        centre.CallFor("russian", 1).ShouldBeNull();
        centre.Pass(10_000).ShouldBeNull();

        centre.Ready(2)!.Interaction.ShouldBe(Caller(1));
    }

    [Fact]
    public void An_agent_takes_whoever_has_waited_longest_whatever_the_callers_ask_for()
    {
        var centre = new Centre(Queue()).Employ(1, "russian 1, debt 1");
        centre.CallFor("russian", 1, waited: 10);
        centre.CallFor("debt", 2, waited: 30);
        centre.Call(3, waited: 20);

        centre.Ready(1)!.Interaction.ShouldBe(Caller(2));
        centre.Ready(1)!.Interaction.ShouldBe(Caller(3));
        centre.Ready(1)!.Interaction.ShouldBe(Caller(1));
    }

    [Fact]
    public void Those_who_ask_for_the_same_share_a_line_and_whoever_asks_for_nothing_makes_none()
    {
        var centre = new Centre(Relaxing((0, "support"), (10, "")));
        centre.Call(1);
        centre.Core.Lines.Count().ShouldBe(2);

        centre.CallFor("russian", 2);
        centre.CallFor("russian", 3);

        centre.Core.Lines.Select(line => (line.RequirementText, line.WaitingCount)).ShouldBe(
            [("support", 1), ("", 0), ("support and russian", 2)]);
    }

    [Fact]
    public void A_wish_that_the_rules_name_has_its_lines_before_anybody_asks_for_it()
    {
        var centre = new Centre(Relaxing((0, "support"), (10, "")) with { Wishes = ["russian", "russian"] })
            .Employ(1, "support 1, russian 1");
        centre.Ready(1);
        centre.Core.Lines.Select(line => (line.RequirementText, line.Free.Count)).ShouldBe(
            [("support", 1), ("", 1), ("support and russian", 1)]);

        centre.CallFor("russian", 1)!.Agent.ShouldBe(Agent(1));

        centre.Core.Lines.Count().ShouldBe(3);
    }

    [Fact]
    public void A_wish_that_is_named_later_has_its_lines_then_and_nobody_is_sent_anywhere_by_that()
    {
        var centre = new Centre(Queue()).Employ(1, "russian 1");
        centre.Ready(1);

        centre.TellAll(new RoutingInput.WishNamed(new("support"), "russian")).ShouldBeEmpty();
        centre.TellAll(new RoutingInput.WishNamed(new("nowhere"), "russian")).ShouldBeEmpty();

        centre.Core.Lines.Select(line => (line.RequirementText, line.Free.Count)).ShouldBe([("", 1), ("russian", 1)]);
        centre.CallFor("russian", 1)!.Agent.ShouldBe(Agent(1));
    }

    [Fact]
    public void What_published_flows_ask_for_is_named_with_the_rules_and_when_a_flow_is_published()
    {
        var rules = CentreRules.Empty
            .With(RuleCatalog.Of<QueueRule>(), new QueueRule { Id = "support", Name = "Support" })
            .With(RuleCatalog.Of<FlowRule>(), Flow("main", "russian  >=  5"));
        var more = rules.With(RuleCatalog.Of<FlowRule>(), Flow("other", "debt"));

        RoutingRulesCompiler.Compile(rules).Queues.ShouldHaveSingleItem().Wishes.ShouldBe(["russian >= 5"]);
        RoutingRulesCompiler.Difference(rules, more).ShouldBe([new RoutingInput.WishNamed(new("support"), "debt")]);
        RoutingRulesCompiler.Difference(more, more.With(RuleCatalog.Of<FlowRule>(), Flow("other", "debt") with
        {
            Name = "Another name",
        })).ShouldBeEmpty();
    }

    private static FlowRule Flow(string id, string skills) => new()
    {
        Id = id,
        Name = id,
        Published = JsonSerializer.SerializeToElement(new
        {
            id, name = id, language = "ru", start = "wait",
            nodes = new[] { new { id = "wait", type = "queue", settings = new { queue = "support", skills } } },
        }),
    };

    [Fact]
    public void What_cannot_be_read_asks_for_nothing()
    {
        var centre = new Centre(Queue()).Employ(1);
        centre.Ready(1);

        centre.CallFor("russian >=", 1)!.Agent.ShouldBe(Agent(1));
    }

    [Fact]
    public void Who_asks_for_skills_only_goes_to_whoever_has_them_whatever_queues_are_his()
    {
        var centre = new Centre(Queue("support >= 9") with { Groups = ["first-line"] }, Queue(id: "other"))
            .Employ(1, "support 9").Employ(2, "russian 4, support 9").Employ(
                new RoutingAgent(Agent(3), Levels("russian 5"))
                {
                    Queues = new Dictionary<string, int> { ["other"] = 1 },
                });
        centre.Ready(1);
        centre.Ready(2);
        centre.CallFor("russian >= 5", 1, skillsOnly: true).ShouldBeNull();
        centre.Call(2).ShouldBeNull("he waits as ever");

        var decision = centre.Ready(3)!;

        (decision.Interaction, decision.Agent, decision.Reason.Skill).ShouldBe((Caller(1), Agent(3), "russian >= 5"));
        centre.Core.SignedInByQueue()[new("support")].ShouldBe(0, "nobody serves the queue itself");
    }

    [Fact]
    public void Who_asks_for_skills_only_does_not_give_way_when_his_queue_does()
    {
        var centre = new Centre(Relaxing((0, "support"), (10, ""))).Employ(1, "debt 1").Employ(2, "russian 1");
        centre.Ready(1);
        centre.CallFor("russian", 1, skillsOnly: true).ShouldBeNull();
        centre.Pass(10_000).ShouldBeNull();

        centre.Ready(2)!.Interaction.ShouldBe(Caller(1));
    }

    [Fact]
    public void An_agent_who_learns_the_skill_takes_the_caller_who_asked_for_it()
    {
        var centre = new Centre(Queue()).Employ(1);
        centre.CallFor("russian", 1);
        centre.Ready(1).ShouldBeNull();

        centre.Tell(new RoutingInput.AgentChanged(new RoutingAgent(Agent(1), Levels("russian 1")), 2))!
            .Interaction.ShouldBe(Caller(1));
    }
}

using CrmUms.Acd.Routing;
using static CrmUms.Acd.Tests.Routing.Centre;

namespace CrmUms.Acd.Tests.Routing;

public sealed class RoutingCoreTests
{
    [Fact]
    public void The_longest_idle_agent_with_the_skill_takes_the_caller()
    {
        var centre = new Centre(Queue("support"))
            .Employ(1, "support 5").Employ(2, "support 5").Employ(3, "sales 5");
        centre.Ready(1, idle: 5);
        centre.Ready(2, idle: 9);
        centre.Ready(3, idle: 30);

        var decision = centre.Call(1)!;

        decision.Agent.ShouldBe(Agent(2));
        decision.Reason.Candidates.ShouldBe(2);
        decision.Reason.IdleFor.ShouldBe(TimeSpan.FromSeconds(9));
        decision.Reason.RunnerUp.ShouldBe(Agent(1));
        decision.Reason.RunnerUpIdleFor.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_caller_whom_nobody_can_serve_waits()
    {
        var centre = new Centre(Queue("support")).Employ(1, "sales 5");
        centre.Ready(1);

        centre.Call(1).ShouldBeNull();

        centre.Core.Waiting.ShouldBe(1);
    }

    [Fact]
    public void The_agent_who_becomes_ready_takes_whoever_has_waited_longest_in_any_of_his_queues()
    {
        var centre = new Centre(Queue("support"), Queue("sales", "sales"), Queue("debt", "debt"))
            .Employ(1, "support 5, sales 5");
        centre.Call(1, waited: 10);
        centre.Call(2, "sales", waited: 30);
        centre.Call(3, "debt", waited: 90);

        centre.Ready(1)!.Interaction.ShouldBe(Caller(2));
    }

    [Fact]
    public void An_agent_serves_the_queue_that_he_prefers_first_even_when_others_have_waited_longer()
    {
        var centre = new Centre(Queue(), Queue(id: "sales")).Employ(new RoutingAgent(Agent(1), Levels(""))
        {
            Queues = new Dictionary<string, int> { ["support"] = 2, ["sales"] = 1 },
        });
        centre.Call(1, waited: 100);
        centre.Call(2, "sales");

        centre.Ready(1)!.Interaction.ShouldBe(Caller(2));
    }

    [Fact]
    public void A_caller_goes_to_an_agent_who_prefers_his_queue_even_when_others_have_been_idle_longer()
    {
        var centre = new Centre(Queue(), Queue(id: "sales"));
        foreach (var (agent, preference) in new[] { (1, 3), (2, 1) })
        {
            centre.Employ(new RoutingAgent(Agent(agent), Levels(""))
            {
                Queues = new Dictionary<string, int> { ["support"] = preference },
            });
        }

        centre.Ready(1, idle: 100);
        centre.Ready(2);

        centre.Call(1)!.Agent.ShouldBe(Agent(2));
    }

    [Fact]
    public void Only_members_of_its_groups_serve_a_queue()
    {
        var centre = new Centre(Queue() with { Groups = ["night", "vip"] }).Employ(1);
        centre.Employ(new RoutingAgent(Agent(2), Levels("")) { Groups = ["day", "vip"] });
        centre.Ready(1, idle: 100);
        centre.Ready(2);

        centre.Call(1)!.Agent.ShouldBe(Agent(2));
    }

    [Fact]
    public void A_caller_who_comes_back_after_no_answer_is_served_first()
    {
        var centre = new Centre(Queue()).Employ(1).Employ(2);
        centre.Ready(1);
        centre.Call(1, waited: 50).ShouldNotBeNull();
        centre.Call(2, waited: 40);

        centre.Call(1, waited: 50);

        centre.Ready(2)!.Interaction.ShouldBe(Caller(1));
    }

    [Fact]
    public void Ten_points_of_priority_are_worth_as_many_seconds_of_waiting_as_the_queue_says()
    {
        var queue = Queue() with { SecondsPerPriorityPoint = 6 };
        var centre = new Centre(queue).Employ(1).Employ(2);
        centre.Call(1, waited: 61);
        centre.Call(2, priority: 10);
        centre.Call(3, waited: 59);

        centre.Ready(1)!.Interaction.ShouldBe(Caller(1));
        centre.Ready(2)!.Interaction.ShouldBe(Caller(2));
    }

    [Fact]
    public void Priority_can_be_raised_while_one_waits()
    {
        var centre = new Centre(Queue() with { SecondsPerPriorityPoint = 6 }).Employ(1);
        centre.Call(1, waited: 30);
        centre.Call(2);

        centre.Raise(2, 10);

        var decision = centre.Ready(1)!;
        decision.Interaction.ShouldBe(Caller(2));
        decision.Reason.Grounds!.Priority.ShouldBe(10);
    }

    [Fact]
    public void A_caller_who_left_is_offered_to_nobody()
    {
        var centre = new Centre(Queue()).Employ(1);
        centre.Call(1);

        centre.Leave(1);

        centre.Ready(1).ShouldBeNull();
    }

    [Fact]
    public void An_agent_who_was_chosen_is_off_until_he_is_heard_of_again()
    {
        var centre = new Centre(Queue()).Employ(1);
        centre.Ready(1);
        centre.Call(1).ShouldNotBeNull();

        centre.Call(2).ShouldBeNull();

        centre.Ready(1)!.Interaction.ShouldBe(Caller(2));
    }

    [Fact]
    public void Saying_the_same_twice_changes_nothing()
    {
        var centre = new Centre(Queue()).Employ(1);
        centre.Ready(1);
        centre.Ready(1);
        centre.Call(1).ShouldNotBeNull();
        centre.Call(2);
        centre.Call(2);

        centre.Core.Free.ShouldBe(0);
        centre.Core.Waiting.ShouldBe(1);
        centre.Ready(1)!.Interaction.ShouldBe(Caller(2));
        centre.Ready(1).ShouldBeNull();
    }

    [Fact]
    public void What_is_asked_of_agents_relaxes_while_the_caller_waits()
    {
        var centre = new Centre(Relaxing((0, "russian >= 8"), (10, "russian >= 5"), (30, "")))
            .Employ(1, "russian 6").Employ(2);
        centre.Ready(1);
        centre.Ready(2, idle: 100);
        centre.Call(1).ShouldBeNull();

        centre.Pass(9).ShouldBeNull();
        var decision = centre.Pass(1)!;

        decision.Agent.ShouldBe(Agent(1));
        decision.Reason.Skill.ShouldBe("russian >= 5");
        decision.Reason.Grounds!.Step.ShouldBe(1);
    }

    [Fact]
    public void A_returned_caller_comes_to_the_step_that_his_wait_has_earned()
    {
        var centre = new Centre(Relaxing((0, "russian"), (30, ""))).Employ(1);
        centre.Ready(1);

        centre.Call(1, waited: 30).ShouldNotBeNull();
    }

    [Fact]
    public void Who_is_asked_for_by_nobody_is_due_never()
    {
        var centre = new Centre(Relaxing((0, "russian"), (30, "")));
        centre.Core.NextDue.ShouldBeNull();
        centre.Call(1);
        centre.Core.NextDue.ShouldBe(Noon.AddSeconds(30));

        centre.Leave(1);

        centre.Core.NextDue.ShouldBeNull();
    }

    [Fact]
    public void New_rules_find_an_agent_for_whoever_waits_and_take_nobody_his_place()
    {
        var centre = new Centre(Queue("russian")).Employ(1).Employ(2);
        centre.Ready(1);
        centre.Ready(2, idle: 5);
        centre.Call(1, waited: 10);
        centre.Call(2, waited: 20);
        centre.Call(3, waited: 1);

        var decisions = centre.Replace(Queue());

        decisions.Select(decision => (decision.Interaction, decision.Agent))
            .ShouldBe([(Caller(2), Agent(2)), (Caller(1), Agent(1))]);
        decisions[0].Reason.Grounds!.RulesVersion.ShouldBe(2);
        centre.Core.Waiting.ShouldBe(1);
    }

    [Fact]
    public void A_caller_of_a_queue_that_is_not_there_waits_for_the_rules_that_bring_it()
    {
        var centre = new Centre(Queue()).Employ(1);
        centre.Ready(1);
        centre.Call(1, "unheard-of").ShouldBeNull();

        centre.Replace(Queue(), Queue(id: "unheard-of")).ShouldHaveSingleItem().Interaction.ShouldBe(Caller(1));
    }

    [Fact]
    public void An_agent_who_learns_something_gets_the_caller_who_waited_for_it()
    {
        var centre = new Centre(Queue("uzbek")).Employ(1);
        centre.Ready(1);
        centre.Call(1);

        centre.Tell(new RoutingInput.AgentChanged(new RoutingAgent(Agent(1), Levels("uzbek 4")), 7))!
            .Reason.Grounds!.RulesVersion.ShouldBe(7);
    }

    [Theory]
    [InlineData("russian >= 11", 0, 10, "longest-idle", "requirement-invalid")]
    [InlineData("", 5, 10, "longest-idle", "first-step-late")]
    [InlineData("", 0, 0, "longest-idle", "steps-out-of-order")]
    [InlineData("", 0, 10, "first-come", "strategy-unknown")]
    public void Rules_that_make_no_sense_are_named_and_change_nothing(
        string requirement, int first, int second, string strategy, string code)
    {
        var centre = new Centre(Queue()).Employ(1);
        centre.Ready(1);
        var queue = Relaxing((first, requirement), (second, "")) with { Strategy = strategy };

        RoutingRulesCheck.ProblemOf(new RoutingRules(2, [queue], []))!.Code.ShouldBe(code);
        Should.Throw<ArgumentException>(() => centre.Replace(queue));

        centre.Call(1).ShouldNotBeNull();
    }

    [Fact]
    public void A_queue_is_there_once_and_asks_for_something_at_every_moment()
    {
        RoutingRulesCheck.ProblemOf(new RoutingRules(2, [Queue(), Queue()], []))!.Code.ShouldBe("queue-twice");
        RoutingRulesCheck.ProblemOf(new RoutingRules(2, [Relaxing()], []))!.Code.ShouldBe("steps-missing");
    }
}

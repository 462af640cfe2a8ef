using CrmUms.Acd.Routing;
using static CrmUms.Acd.Tests.Routing.Centre;

namespace CrmUms.Acd.Tests.Routing;

public sealed class StrategyTests
{
    [Fact]
    public void Least_occupied_chooses_who_was_busy_least()
    {
        var centre = Two("least-occupied");
        centre.Ready(1, idle: 100, occupancy: 0.8);
        centre.Ready(2, idle: 1, occupancy: 0.4);

        TermsOf(centre.Call(1), 2)["occupancy"].ShouldBe(0.4);
    }

    [Fact]
    public void Most_skilled_chooses_who_fits_best()
    {
        var centre = Two("most-skilled");
        centre.Ready(1, idle: 100);
        centre.Ready(2, idle: 1);

        TermsOf(centre.Call(1), 2)["skill-fit"].ShouldBe(0.9);
    }

    [Fact]
    public void Fewest_contacts_chooses_who_has_had_the_fewest()
    {
        var centre = Two("fewest-contacts");
        centre.Ready(1, idle: 100, contacts: 12);
        centre.Ready(2, idle: 1, contacts: 11);

        TermsOf(centre.Call(1), 2)["contacts-today"].ShouldBe(11);
    }

    [Fact]
    public void Round_robin_goes_in_turn_however_long_anybody_has_been_idle()
    {
        var centre = Two("round-robin");
        var turns = new List<int>();
        for (var caller = 1; caller <= 6; caller++)
        {
            centre.Ready(1, idle: 100);
            centre.Ready(2, idle: 1);
            turns.Add(centre.Call(caller)!.Agent == Agent(1) ? 1 : 2);
        }

        turns.ShouldBe([1, 2, 1, 2, 1, 2]);
    }

    [Fact]
    public void Round_robin_goes_on_where_agents_remember_it_was()
    {
        var centre = Two("round-robin");
        centre.Tell(new RoutingInput.AgentAvailable(
            Agent(1), Noon, 0, 0, LastServed: new Dictionary<string, long> { ["support"] = 41 }));
        centre.Tell(new RoutingInput.AgentAvailable(
            Agent(2), Noon, 0, 0, LastServed: new Dictionary<string, long> { ["support"] = 42 }));
        centre.Call(1)!.Agent.ShouldBe(Agent(1));
        centre.Ready(1);

        TermsOf(centre.Call(2), 2)["last-turn"].ShouldBe(42);
        TermsOf(centre.Call(3), 1)["last-turn"].ShouldBe(43);
    }

    [Theory]
    [InlineData(10, 0, 0, 2)] // The better skill,
    [InlineData(10, 10, 0, 1)] // unless ten minutes more of idleness weigh more,
    [InlineData(10, 10, 300, 2)] // and he has been busy twice as much.
    public void Weighted_adds_up_what_the_queue_weighs(double skill, double idle, double occupancy, int chosen)
    {
        var centre = Two("weighted", ("skill-fit", skill), ("idle-time", idle), ("occupancy", occupancy));
        centre.Ready(1, idle: 600, occupancy: 0.8);
        centre.Ready(2, idle: 0, occupancy: 0.4);

        var terms = TermsOf(centre.Call(1), chosen);

        var (fit, minutes, busy) = chosen == 1 ? (0.3, 10, 0.8) : (0.9, 0, 0.4);
        terms["score"].ShouldBe((skill * fit) + (idle * minutes) - (occupancy * busy), tolerance: 1e-6);
    }

    [Fact]
    public void Weighted_keeps_whoever_serves_many_queues_for_those_whom_few_can_help()
    {
        var weights = new Dictionary<string, double> { ["breadth"] = 1 };
        var centre = new Centre(
                Queue("russian", "russian") with { Strategy = "weighted", Weights = weights },
                Queue("uzbek", "uzbek") with { Strategy = "weighted", Weights = weights })
            .Employ(1, "russian 9, uzbek 9").Employ(2, "russian 3");
        centre.Ready(1, idle: 100);
        centre.Ready(2, idle: 1);

        TermsOf(centre.Call(1, "russian"), 2)["queues-served"].ShouldBe(1);
        TermsOf(centre.Call(2, "uzbek"), 1)["queues-served"].ShouldBe(2);
    }

    [Fact]
    public void Whoever_is_over_the_occupancy_cap_gets_nobody_until_he_is_under_it()
    {
        var centre = Two("weighted", ("occupancy-cap", 0.85), ("idle-time", 1));
        centre.Ready(1, idle: 100, occupancy: 0.9);
        centre.Ready(2, idle: 1, occupancy: 0.8);
        var decision = centre.Call(1)!;
        decision.Agent.ShouldBe(Agent(2));
        decision.Reason.Grounds!.Exclusions.ShouldBe([new RoutingExclusion(Agent(1), "over-occupancy")]);
        centre.Call(2).ShouldBeNull();

        centre.Ready(1, idle: 200, occupancy: 0.85)!.Interaction.ShouldBe(Caller(2));
    }

    [Theory]
    [InlineData("last-agent", 20)]
    [InlineData("personal-manager", 60)]
    public void A_caller_waits_for_his_own_agent_and_then_for_anybody(string strategy, int seconds)
    {
        var centre = Two(strategy);
        centre.Busy(1);
        centre.Ready(2);
        centre.Call(1, preferred: new PreferredAgent(Agent(1), null, strategy)).ShouldBeNull();

        centre.Pass(seconds - 1).ShouldBeNull();

        centre.Pass(1)!.Agent.ShouldBe(Agent(2));
    }

    [Fact]
    public void Every_weight_has_a_name_that_its_strategy_heeds() =>
        RoutingCatalog.Strategies.SelectMany(entry => entry.Value(new Dictionary<string, double>()).Weights).Distinct()
            .ShouldBe(["wait-seconds", "skill-fit", "idle-time", "occupancy", "breadth", "occupancy-cap"]);

    private static Centre Two(string strategy, params (string Name, double Value)[] weights) =>
        new Centre(Queue("russian") with
        {
            Strategy = strategy,
            Weights = weights.ToDictionary(weight => weight.Name, weight => weight.Value),
        }).Employ(1, "russian 3").Employ(2, "russian 9");

    private static Dictionary<string, double> TermsOf(RoutingDecision? decision, int agent)
    {
        decision.ShouldNotBeNull().Agent.ShouldBe(Agent(agent));
        return decision.Reason.Grounds!.Ranking[0].Terms.ToDictionary(term => term.Name, term => term.Value);
    }
}

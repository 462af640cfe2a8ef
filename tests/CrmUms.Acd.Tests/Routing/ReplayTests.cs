using CrmUms.Acd.Routing;
using static CrmUms.Acd.Tests.Routing.Centre;

namespace CrmUms.Acd.Tests.Routing;

public sealed class ReplayTests
{
    [Fact]
    public void Other_rules_decide_otherwise_on_the_same_day()
    {
        object[] tape =
        [
            new RouterStarted(Noon),
            Heard(new RoutingInput.RulesReplaced(Rules("longest-idle"))),
            Heard(new RoutingInput.AgentAvailable(Agent(1), Noon.AddMinutes(-9), Occupancy: 0.9, ContactsToday: 0)),
            Heard(new RoutingInput.AgentAvailable(Agent(2), Noon.AddMinutes(-1), Occupancy: 0.1, ContactsToday: 0)),
            Heard(new RoutingInput.CallerWaiting(Caller(1), Queue().Queue, 0, Noon, [])),
        ];

        var (asRecorded, otherwise) = (new RoutingReplay(), new RoutingReplay(Rules("least-occupied")));

        tape.SelectMany(asRecorded.On).ShouldHaveSingleItem().Agent.ShouldBe(Agent(1));
        tape.SelectMany(otherwise.On).ShouldHaveSingleItem().Agent.ShouldBe(Agent(2));
    }

    [Fact]
    public void What_was_heard_before_it_is_known_how_the_router_stood_is_passed_over() =>
        new RoutingReplay().On(Heard(new RoutingInput.Tick())).ShouldBeEmpty();

    private static RouterHeard Heard(RoutingInput input) => new(input, Noon);

    private static RoutingRules Rules(string strategy) => new(
        1,
        [Queue() with { Strategy = strategy }],
        [.. new[] { 1, 2 }.Select(one => new RoutingAgent(Agent(one), Levels("")))]);
}

using CrmUms.Acd.Routing;
using CrmUms.Acd.Routing.Simulation;
using static CrmUms.Acd.Tests.Routing.Centre;

namespace CrmUms.Acd.Tests.Routing.Simulation;

public sealed class TapeProofTests
{
    private readonly List<object> _tape =
    [
        new RouterStarted(Noon),
        Heard(new RoutingInput.RulesReplaced(new RoutingRules(1, [Queue()], [
            new RoutingAgent(Agent(1), Levels("")), new RoutingAgent(Agent(2), Levels(""))]))),
        Heard(new RoutingInput.AgentAvailable(Agent(1), Noon.AddMinutes(-9), 0, 0)),
        Heard(new RoutingInput.AgentAvailable(Agent(2), Noon.AddMinutes(-1), 0, 0)),
        Heard(new RoutingInput.CallerWaiting(Caller(1), Queue().Queue, 0, Noon, [])),
    ];

    [Fact]
    public void A_decision_that_comes_out_again_is_counted()
    {
        _tape.Add(Decided());

        Prove().ShouldBe((1, null));
    }

    [Fact]
    public void A_decision_for_somebody_else_is_a_difference()
    {
        var routed = Decided();
        _tape.Add(routed with { Agent = Agent(2) });

        var (same, difference) = Prove();

        same.ShouldBe(0);
        difference!.Recorded!.Agent.ShouldBe(Agent(2));
        difference.Replayed!.Agent.ShouldBe(Agent(1));
    }

    [Fact]
    public void A_decision_that_is_missing_on_the_tape_is_a_difference()
    {
        _tape.Add(Heard(new RoutingInput.Tick()));

        Prove().Difference!.Recorded.ShouldBeNull();
    }

    [Fact]
    public void A_life_that_ended_before_its_decision_was_on_tape_is_none()
    {
        _tape.Add(new RouterStarted(Noon));
        _tape.Add(Heard(new RoutingInput.Tick()));

        Prove().ShouldBe((0, null));
    }

    private CallerRouted Decided()
    {
        var replay = new RoutingReplay();
        var (caller, agent, reason) = _tape.SelectMany(replay.On).Single();
        return new CallerRouted(caller, agent, reason, Noon);
    }

    private (int Same, TapeDifference? Difference) Prove()
    {
        var proof = new TapeProof();
        _tape.ForEach(proof.On);
        return (proof.Same, proof.Difference);
    }

    private static RouterHeard Heard(RoutingInput input) => new(input, Noon);
}

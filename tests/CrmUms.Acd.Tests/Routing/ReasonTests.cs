using CrmUms.Acd.Routing;
using static CrmUms.Acd.Tests.Routing.Centre;

namespace CrmUms.Acd.Tests.Routing;

public sealed class ReasonTests
{
    [Fact]
    public void A_decision_says_who_else_could_have_been_chosen_and_who_could_not_and_why()
    {
        var centre = new Centre(Queue("russian >= 5") with { Groups = ["first"] });
        foreach (var number in Enumerable.Range(1, 9))
        {
            centre.Employ(new RoutingAgent(Agent(number), Levels($"russian {(number == 6 ? 4 : 5)}"))
            {
                Groups = [number == 9 ? "second" : "first"],
                Queues = number == 7 ? new Dictionary<string, int> { ["sales"] = 1 } : new Dictionary<string, int>(),
            });
        }

        centre.Ready(1, idle: 10);
        centre.Ready(2, idle: 30);
        centre.Busy(3);
        centre.Busy(4, "wrap-up");
        centre.Busy(5, "not-ready:lunch");
        centre.Ready(6, idle: 50);
        centre.Ready(7, idle: 50);
        centre.Ready(9, idle: 50);

        var grounds = centre.Call(1, waited: 5, priority: 7)!.Reason.Grounds!;

        grounds.Queue.Value.ShouldBe("support");
        (grounds.Step, grounds.RulesVersion, grounds.Priority, grounds.Personal).ShouldBe((0, 1, 7, null));
        grounds.Ranking.Select(candidate => candidate.Agent).ShouldBe([Agent(2), Agent(1)]);
        grounds.Ranking[0].Terms.ShouldBe([new RoutingTerm("idle-seconds", 30)]);
        grounds.Exclusions.ShouldBe([
            new(Agent(3), "talking"),
            new(Agent(4), "wrap-up"),
            new(Agent(5), "not-ready:lunch"),
            new(Agent(6), "skill-too-low"),
            new(Agent(7), "other-queue"),
        ]);
        grounds.ExcludedTotal.ShouldBe(3);
    }

    [Fact]
    public void However_many_there_are_a_reason_stays_small()
    {
        var centre = new Centre(Queue());
        for (var number = 1; number <= 100; number++)
        {
            centre.Employ(number);
            _ = number % 4 == 0 ? centre.Ready(number, idle: number) : centre.Busy(number);
        }

        var reason = centre.Call(1)!.Reason;

        reason.Candidates.ShouldBe(25);
        reason.Grounds!.Ranking.Select(candidate => candidate.Agent)
            .ShouldBe([Agent(100), Agent(96), Agent(92), Agent(88), Agent(84)]);
        reason.Grounds.Exclusions.Count.ShouldBe(RoutingGrounds.ExclusionsMax);
        reason.Grounds.ExcludedTotal.ShouldBe(75);
        centre.Call(2)!.Agent.ShouldBe(Agent(96));
    }

    [Fact]
    public void The_agent_who_was_chosen_a_moment_ago_is_reserved()
    {
        var centre = new Centre(Queue()).Employ(1).Employ(2);
        centre.Ready(1);
        centre.Call(1);
        centre.Ready(2);

        centre.Call(2)!.Reason.Grounds!.Exclusions.ShouldBe([new RoutingExclusion(Agent(1), "reserved")]);
    }
}

using CrmUms.Acd.Routing;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Routing;

public sealed class RoutingBoardTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    private readonly RoutingBoard _board = new(RoutingCatalog.Default);

    [Fact]
    public void The_longest_idle_agent_with_the_skill_takes_the_caller()
    {
        Ready(Agent(1), idleMinutes: 5, "support");
        Ready(Agent(2), idleMinutes: 9, "support");
        Ready(Agent(3), idleMinutes: 30, "sales");

        var decision = Call(Caller(1), "support")!;

        decision.Agent.Agent.ShouldBe(Agent(2));
        decision.Reason.ShouldBe(
            new RoutingReason("longest-idle", "support", 2, TimeSpan.FromMinutes(9), Agent(1), TimeSpan.FromMinutes(5))
        );
    }

    [Fact]
    public void A_caller_whom_nobody_can_serve_waits() => Call(Caller(1), "support").ShouldBeNull();

    [Fact]
    public void The_agent_who_becomes_ready_takes_whoever_has_waited_longest()
    {
        Call(Caller(1), "support", waitedMinutes: 1);
        Call(Caller(2), "support", waitedMinutes: 3);
        Call(Caller(3), "sales", waitedMinutes: 9);

        Ready(Agent(1), idleMinutes: 0, "support")!.Caller.Interaction.ShouldBe(Caller(2));
    }

    [Fact]
    public void A_caller_who_comes_back_after_no_answer_is_served_first()
    {
        Ready(Agent(1), idleMinutes: 1, "support");
        Call(Caller(1), "support", waitedMinutes: 5).ShouldNotBeNull();
        Call(Caller(2), "support", waitedMinutes: 4);

        Call(Caller(1), "support", waitedMinutes: 5);

        Ready(Agent(2), idleMinutes: 0, "support")!.Caller.Interaction.ShouldBe(Caller(1));
    }

    [Fact]
    public void A_caller_who_left_is_offered_to_nobody()
    {
        Call(Caller(1), "support");

        _board.Remove(Caller(1));

        Ready(Agent(1), idleMinutes: 0, "support").ShouldBeNull();
    }

    [Fact]
    public void An_agent_who_was_chosen_is_off_the_board_until_he_is_announced_again()
    {
        Ready(Agent(1), idleMinutes: 1, "support");
        Call(Caller(1), "support").ShouldNotBeNull();

        Call(Caller(2), "support").ShouldBeNull();
    }

    [Fact]
    public void Saying_the_same_twice_changes_nothing()
    {
        Ready(Agent(1), idleMinutes: 1, "support");
        Ready(Agent(1), idleMinutes: 1, "support");
        Call(Caller(1), "support").ShouldNotBeNull();
        Call(Caller(2), "support");
        Call(Caller(2), "support");

        _board.Free.ShouldBe(0);
        _board.Waiting.ShouldBe(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(2026)]
    public void Whatever_happens_nobody_is_chosen_twice_and_nobody_who_could_be_served_waits(int seed)
    {
        var random = new Random(seed);
        var world = new BoardModel();
        for (var step = 0; step < 20_000; step++)
        {
            var decision = random.Next(5) switch
            {
                0 or 1 => world.Call(_board, random),
                2 or 3 => world.Ready(_board, random),
                _ => world.Leave(_board, random),
            };
            world.Check(_board, decision);
        }
    }

    private RoutingDecision? Ready(AgentId agent, int idleMinutes, params string[] skills) =>
        _board.On(
            new AgentAvailable(
                agent,
                ActorRefs.Nobody,
                skills.ToDictionary(skill => skill, _ => 5),
                Noon - TimeSpan.FromMinutes(idleMinutes)
            ),
            Noon
        );

    private RoutingDecision? Call(InteractionId caller, string skill, int waitedMinutes = 0)
    {
        var since = Noon - TimeSpan.FromMinutes(waitedMinutes);
        return _board.On(new CallerWaiting(caller, ActorRefs.Nobody, skill, since, since), Noon);
    }

    private static AgentId Agent(int number) => new(new Guid(number, 0, 0, new byte[8]));

    private static InteractionId Caller(int number) => new(new Guid(number, 1, 0, new byte[8]));
}

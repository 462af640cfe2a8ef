namespace CrmUms.Acd.Routing.Strategies;

/// <summary>In turn: whom this queue has not had for the most of its turns takes the next caller.</summary>
internal sealed class RoundRobinStrategy : IRoutingStrategy
{
    public double Rank(in Standing agent) => agent.LastServed;

    public IReadOnlyList<RoutingTerm> Terms(in Standing agent, DateTimeOffset now) =>
        [new("last-turn", agent.LastServed), agent.IdleSeconds(now)];
}

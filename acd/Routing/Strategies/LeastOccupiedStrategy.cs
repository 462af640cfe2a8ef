namespace CrmUms.Acd.Routing.Strategies;

/// <summary>Whoever was busy for the smallest share of his time takes the next caller.</summary>
internal sealed class LeastOccupiedStrategy : IRoutingStrategy
{
    public double Rank(in Standing agent) => agent.Occupancy;

    public IReadOnlyList<RoutingTerm> Terms(in Standing agent, DateTimeOffset now) =>
        [new("occupancy", agent.Occupancy), agent.IdleSeconds(now)];
}

namespace CrmUms.Acd.Routing.Strategies;

/// <summary>Whose skills fit best takes the next caller.</summary>
internal sealed class MostSkilledStrategy : IRoutingStrategy
{
    public double Rank(in Standing agent) => -agent.Fit;

    public IReadOnlyList<RoutingTerm> Terms(in Standing agent, DateTimeOffset now) =>
        [new("skill-fit", agent.Fit), agent.IdleSeconds(now)];
}

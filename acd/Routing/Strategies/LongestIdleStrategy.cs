namespace CrmUms.Acd.Routing.Strategies;

/// <summary>Whoever has been ready longest takes the next caller; ties go to the lower agent id.</summary>
internal sealed class LongestIdleStrategy : IRoutingStrategy
{
    public double Rank(in Standing agent) => 0;

    public IReadOnlyList<RoutingTerm> Terms(in Standing agent, DateTimeOffset now) => [agent.IdleSeconds(now)];
}

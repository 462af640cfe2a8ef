namespace CrmUms.Acd.Routing.Strategies;

/// <summary>Whoever has had the fewest contacts today takes the next caller.</summary>
internal sealed class FewestContactsStrategy : IRoutingStrategy
{
    public double Rank(in Standing agent) => agent.ContactsToday;

    public IReadOnlyList<RoutingTerm> Terms(in Standing agent, DateTimeOffset now) =>
        [new("contacts-today", agent.ContactsToday), agent.IdleSeconds(now)];
}

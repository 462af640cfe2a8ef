namespace CrmUms.Acd.Routing.Strategies;

/// <summary>Whoever has been ready longest takes the next caller; ties go to the lower agent id.</summary>
internal sealed class LongestIdleStrategy : IRoutingStrategy
{
    public IComparer<Candidate> Order { get; } = Comparer<Candidate>.Create(static (left, right) =>
    {
        var byIdle = left.IdleSince.CompareTo(right.IdleSince);
        return byIdle != 0 ? byIdle : left.Agent.Value.CompareTo(right.Agent.Value);
    });
}

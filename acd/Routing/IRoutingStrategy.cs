using CrmUms.Acd.Routing.Lines;

namespace CrmUms.Acd.Routing;

/// <summary>
/// One way to choose among agents who may all take the caller. A new one is a file and a line in the catalog.
/// </summary>
internal interface IRoutingStrategy
{
    /// <summary>Names of the weights that it heeds.</summary>
    IReadOnlyList<string> Weights => [];

    /// <summary>
    /// The smallest takes the caller; among equals whoever has been idle longest. It must stay the same while the agent
    /// is free, so it looks at moments, not at spans that grow.
    /// </summary>
    double Rank(in Standing agent);

    /// <summary>What it looked at, for the reason of the decision.</summary>
    IReadOnlyList<RoutingTerm> Terms(in Standing agent, DateTimeOffset now);

    /// <summary>Whether there are agents who get nobody although they are free.</summary>
    bool CanExclude => false;

    /// <summary>Why this agent gets nobody although he is free; null when he does.</summary>
    string? Exclusion(in Standing agent) => null;

    /// <summary>How long a caller waits for an agent whom he prefers for this reason; null for not at all.</summary>
    TimeSpan? PersonalWait(string why) => null;
}

/// <summary>A free agent as a strategy sees him.</summary>
internal readonly struct Standing(AgentSlot agent, QueueSlot queue, double fit)
{
    /// <summary>Since when he has been ready.</summary>
    public DateTimeOffset IdleSince => agent.IdleSince;

    /// <summary>Share of his time that he was busy, 0 to 1.</summary>
    public double Occupancy => agent.Occupancy;

    /// <summary>How many contacts he has had today.</summary>
    public int ContactsToday => agent.ContactsToday;

    /// <summary>How well his skills fit what is asked for, 0 to 1.</summary>
    public double Fit => fit;

    /// <summary>How many queues might give him a caller.</summary>
    public int QueuesServed => agent.QueuesServed;

    /// <summary>The turn in which the queue last got him; 0 for never.</summary>
    public long LastServed => agent.LastServedIn(queue.Queue.Value);

    /// <summary>How long he has been ready.</summary>
    public RoutingTerm IdleSeconds(DateTimeOffset now) => new("idle-seconds", (now - IdleSince).TotalSeconds);
}

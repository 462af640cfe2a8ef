using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing;

/// <summary>
/// One way to choose among agents who may all take the caller. A new one is a file and a line in the catalog.
/// </summary>
public interface IRoutingStrategy
{
    /// <summary>
    /// Orders candidates: the smallest takes the caller. Must be total, so that a decision can be repeated.
    /// </summary>
    IComparer<Candidate> Order { get; }
}

/// <summary>An agent who could take a caller now.</summary>
/// <param name="Agent">Who.</param>
/// <param name="Level">His level in the skill asked for, 1 to 10.</param>
/// <param name="IdleSince">Since when he has been ready.</param>
public readonly record struct Candidate(AgentId Agent, int Level, DateTimeOffset IdleSince);

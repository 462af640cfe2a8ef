using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Ports;

/// <summary>Who works here.</summary>
public interface IStaffDirectory
{
    /// <summary>All employees who may handle interactions.</summary>
    Task<IReadOnlyList<AgentProfile>> ListAgentsAsync(CancellationToken cancellation);
}

/// <summary>Who an agent is. What he can do stands in the rules.</summary>
/// <param name="Agent">Who.</param>
/// <param name="DisplayName">Name shown to colleagues.</param>
public sealed record AgentProfile(AgentId Agent, string DisplayName);

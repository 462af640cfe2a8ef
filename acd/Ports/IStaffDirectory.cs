using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Ports;

/// <summary>Who works here.</summary>
public interface IStaffDirectory
{
    /// <summary>All employees who may handle interactions, supervisors among them.</summary>
    Task<IReadOnlyList<AgentProfile>> ListAgentsAsync(CancellationToken cancellation);
}

/// <summary>Who an agent is. What he can do stands in the rules.</summary>
/// <param name="Agent">Who.</param>
/// <param name="DisplayName">Name shown to colleagues.</param>
/// <param name="IsSupervisor">Whether he may go into other agents' talks.</param>
/// <param name="MayListenUnseen">
/// Whether agents do not see that he listens, where the rules do not show listeners. Whoever may not is always shown.
/// </param>
public sealed record AgentProfile(
    AgentId Agent, string DisplayName, bool IsSupervisor = false, bool MayListenUnseen = false);

using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Ports;

/// <summary>Who works here.</summary>
public interface IStaffDirectory
{
    /// <summary>All employees who may handle interactions.</summary>
    Task<IReadOnlyList<AgentProfile>> ListAgentsAsync(CancellationToken cancellation);
}

/// <summary>What routing must know of an agent.</summary>
/// <param name="Agent">Who.</param>
/// <param name="DisplayName">Name shown to colleagues.</param>
/// <param name="Skills">Skill to level, 1 to 10.</param>
public sealed record AgentProfile(AgentId Agent, string DisplayName, IReadOnlyDictionary<string, int> Skills);

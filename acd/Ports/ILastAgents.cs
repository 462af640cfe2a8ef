using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Ports;

/// <summary>Remembers who talked with whom.</summary>
public interface ILastAgents
{
    /// <summary>The agent who talked with this number last, if that was not earlier; or null.</summary>
    Task<AgentId?> FindAsync(PhoneNumber number, DateTimeOffset since, CancellationToken cancellation);
}

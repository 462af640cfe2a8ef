using CrmUms.Acd.Shared;
using CrmUms.CrmCore.Clients;

namespace CrmUms.CrmCore.Ports;

/// <summary>Keeps clients.</summary>
public interface IClientStore
{
    /// <summary>The client who uses this number, or null. When several do, the most recently contacted one.</summary>
    Task<Client?> FindByNumberAsync(PhoneNumber number, CancellationToken cancellation);

    /// <summary>The client who has this contract, or null.</summary>
    Task<Client?> FindByContractAsync(string contract, CancellationToken cancellation);

    /// <summary>One client, or null when there is no such one.</summary>
    Task<Client?> FindAsync(ClientId client, CancellationToken cancellation);

    /// <summary>Enters clients, or replaces what is known of those who are there already. All or none.</summary>
    Task SaveAsync(IReadOnlyCollection<Client> clients, CancellationToken cancellation);
}

using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CrmCore.Ports;

namespace CrmUms.CrmCore.Clients;

/// <summary>Recognises a caller by his number, for the agent's screen.</summary>
public sealed class ClientDirectory(IClientStore clients) : IClientDirectory
{
    public async Task<CallerIdentity?> FindByNumberAsync(PhoneNumber number, CancellationToken cancellation)
    {
        var client = await clients.FindByNumberAsync(number, cancellation);
        return client is null
            ? null
            : new CallerIdentity(
                client.Id,
                client.Kind,
                client.DisplayName,
                client.GreetingName,
                client.IsVip,
                client.PersonalManager?.DisplayName,
                client.HasDebt);
    }
}

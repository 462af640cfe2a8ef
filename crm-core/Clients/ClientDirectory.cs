using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CrmCore.Ports;

namespace CrmUms.CrmCore.Clients;

/// <summary>Recognises a caller by his number, for the agent's screen.</summary>
public sealed class ClientDirectory(IClientStore clients, NumberingPlan plan) : IClientDirectory
{
    public async Task<CallerIdentity?> FindByNumberAsync(PhoneNumber number, CancellationToken cancellation) =>
        IdentityOf(await clients.FindByNumberAsync(number, cancellation));

    public async Task<CallerIdentity?> FindAsync(string by, string value, CancellationToken cancellation) => by switch
    {
        "number" when PhoneNumber.TryParse(value, plan, out var number) =>
            await FindByNumberAsync(number.Value, cancellation),
        "contract" => IdentityOf(await clients.FindByContractAsync(value, cancellation)),
        _ => null,
    };

    private static CallerIdentity? IdentityOf(Client? client) => client is null
        ? null
        : new CallerIdentity(
            client.Id,
            client.Kind,
            client.DisplayName,
            client.GreetingName,
            client.IsVip,
            client.PersonalManager?.DisplayName,
            client.HasDebt,
            client.PersonalManager?.Employee);
}

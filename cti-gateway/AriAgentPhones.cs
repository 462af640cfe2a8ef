using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CtiGateway.Phones;

namespace CrmUms.CtiGateway;

/// <summary>Agents' phones by ARI: hands every wish to their owner.</summary>
internal sealed class AriAgentPhones(IActorRef phones) : IAgentPhones
{
    public Task<PhoneCredentials> ProvisionAsync(AgentId agent, CancellationToken cancellation) =>
        phones.Ask<PhoneCredentials>(new ProvisionPhone(agent), cancellation);

    public Task RemoveAsync(AgentId agent, CancellationToken cancellation) =>
        phones.Ask<PhoneRemoved>(new RemovePhone(agent), cancellation);
}

using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Ports;

/// <summary>
/// The telephones of agents in the PBX: made at sign-in, removed at sign-out, without disturbing anyone.
/// </summary>
/// <exception cref="CtiException">The PBX is unreachable, too slow or refuses.</exception>
public interface IAgentPhones
{
    /// <summary>Makes (or renews) the agent's phone with a fresh secret. The former secret stops working.</summary>
    Task<PhoneCredentials> ProvisionAsync(AgentId agent, CancellationToken cancellation);

    /// <summary>Removes the agent's phone. One that is not there is fine.</summary>
    Task RemoveAsync(AgentId agent, CancellationToken cancellation);
}

/// <summary>What the agent's browser needs to register. Lives until the next provisioning; never logged.</summary>
/// <param name="SipUri">For example <c>sip:agent-…@127.0.0.1</c>.</param>
/// <param name="UserName">Digest user name.</param>
/// <param name="Secret">Digest password, at least 128 random bits.</param>
/// <param name="WebSocketUrl">Where SIP over WebSocket is spoken (RFC 7118).</param>
public sealed record PhoneCredentials(string SipUri, string UserName, string Secret, string WebSocketUrl)
{
    /// <summary>Leaves the secret out, so that no log can show it.</summary>
    public override string ToString() => UserName;
}

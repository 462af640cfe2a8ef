using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.CtiGateway.Phones;

/// <summary>
/// Command: make the agent's phone, or renew its secret. Answered with <see cref="PhoneCredentials"/>, or with a
/// <see cref="Status.Failure"/> that holds a <see cref="CtiException"/>.
/// </summary>
/// <param name="Agent">Whose phone.</param>
internal sealed record ProvisionPhone(AgentId Agent);

/// <summary>
/// Command: remove the agent's phone. Answered with <see cref="PhoneRemoved"/>, or with a <see cref="Status.Failure"/>
/// that holds a <see cref="CtiException"/>; then it is removed when Asterisk is reached again.
/// </summary>
/// <param name="Agent">Whose phone.</param>
internal sealed record RemovePhone(AgentId Agent);

/// <summary>Event: the agent has no phone in Asterisk.</summary>
/// <param name="Agent">Whose phone.</param>
internal sealed record PhoneRemoved(AgentId Agent);

using CrmUms.Acd.Ports;

namespace CrmUms.AgentWeb.Contracts;

internal sealed record SupervisionRequest(string InteractionId, SupervisionMode Mode);

internal sealed record TakeOverRequest(string InteractionId);

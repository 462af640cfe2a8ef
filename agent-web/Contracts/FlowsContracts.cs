namespace CrmUms.AgentWeb.Contracts;

/// <summary>Whom to call and lead through the flow.</summary>
internal sealed record TestCallRequest(string Number);

namespace CrmUms.AgentWeb.Hubs;

/// <summary>What the server says to a desk's page. The method's name is the wire name.</summary>
public interface IDeskClient
{
    Task DeskEvent(Contracts.DeskEvent @event);
}

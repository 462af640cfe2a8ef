using CrmUms.AgentWeb.Contracts;

namespace CrmUms.AgentWeb.Desks;

/// <summary>One page in one browser, as its desk sees it. Neither method waits or throws.</summary>
internal interface IDeskPage
{
    string Id { get; }

    void Send(DeskEvent @event);

    /// <summary>Lets the page go, after what was sent has had its time to arrive.</summary>
    void Close();
}

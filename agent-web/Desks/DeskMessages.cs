using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;

namespace CrmUms.AgentWeb.Desks;

/// <summary>
/// Command to the <c>desks</c> actor: a page of this agent is connected. Answered by <see cref="DeskOpened"/>.
/// </summary>
internal sealed record OpenDesk(AgentId Agent, IDeskPage Page);

/// <summary>Reply: where this agent's commands go from now on.</summary>
internal sealed record DeskOpened(IActorRef Desk);

/// <summary>
/// Command to the <c>desks</c> actor: the agent has signed out; his page is told and let go. Not answered.
/// </summary>
internal sealed record CloseDesk(AgentId Agent);

/// <summary>Command to a desk: this page is gone. Not answered; one that was replaced already is fine.</summary>
internal sealed record LeavePage(string PageId);

/// <summary>Query to a desk: answered by <see cref="DeskSnapshot"/>, once the agent's view is known.</summary>
internal sealed record GetDesk;

/// <summary>
/// Command to a desk: carry this out, once, however often it arrives under this id. Answered by <see
/// cref="CommandReply"/>.
/// </summary>
internal sealed record CarryOut(Guid CommandId, IAgentCommand Command);

/// <summary>
/// Command to the <c>desks</c> actor: the same for whoever knows the agent and not his desk. He must work here.
/// </summary>
internal sealed record CarryOutAt(AgentId Agent, CarryOut Command);

/// <summary>Query to the <c>desks</c> actor: answered by <see cref="DesksView"/>.</summary>
internal sealed record GetDesksView;

/// <summary>Reply: how many agents have a page open.</summary>
internal sealed record DesksView(int Open);

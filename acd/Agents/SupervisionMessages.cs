using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Agents;

// A supervisor in somebody else's talk: from his desk to the interaction, and back.

/// <summary>
/// Command: hear this talk, and be heard as the mode says. Asked again, it changes the mode or the talk.
/// </summary>
/// <param name="Agent">The supervisor.</param>
/// <param name="Interaction">Whose talk.</param>
/// <param name="Mode">Who hears him.</param>
public sealed record Supervise(AgentId Agent, InteractionId Interaction, SupervisionMode Mode) : IAgentCommand;

/// <summary>Command: leave the talk. Whoever is in none is fine.</summary>
/// <param name="Agent">The supervisor.</param>
public sealed record StopSupervising(AgentId Agent) : IAgentCommand;

/// <summary>Command: this talk is the supervisor's from now on; whoever had it wraps up.</summary>
/// <param name="Agent">The supervisor.</param>
/// <param name="Interaction">Whose talk.</param>
public sealed record TakeOver(AgentId Agent, InteractionId Interaction) : IAgentCommand;

/// <summary>Wish of a supervisor who has reserved himself: the talk is mine.</summary>
/// <param name="Interaction">Which talk.</param>
/// <param name="Agent">The supervisor.</param>
/// <param name="Leg">His audio leg.</param>
public sealed record TakeOverTalk(InteractionId Interaction, AgentId Agent, LegId Leg) : IInteractionCommand;

/// <summary>Wish of a supervisor: let me into this talk.</summary>
/// <param name="Interaction">Which talk.</param>
/// <param name="Agent">The supervisor.</param>
/// <param name="Name">His name, for whom he listens to.</param>
/// <param name="Leg">His audio leg.</param>
/// <param name="Mode">Who hears him.</param>
/// <param name="IsUnseen">While he only listens, the agent is not to see it.</param>
public sealed record SuperviseTalk(
    InteractionId Interaction, AgentId Agent, string Name, LegId Leg, SupervisionMode Mode, bool IsUnseen)
    : IInteractionCommand;

/// <summary>News of a supervisor who is in this talk: whether the agent sees it has changed.</summary>
public sealed record ShowListener(InteractionId Interaction, AgentId Agent, bool IsUnseen) : IInteractionCommand;

/// <summary>Wish of a supervisor: I leave this talk, or have lost my audio.</summary>
public sealed record LeaveTalk(InteractionId Interaction, AgentId Agent) : IInteractionCommand;

/// <summary>News to a supervisor: this is what he listens to now.</summary>
public sealed record SupervisionChanged(AgentId Agent, SupervisionView Supervision) : IAgentNews;

/// <summary>News to a supervisor: the talk is over, or he was let out of it.</summary>
public sealed record SupervisionEnded(AgentId Agent, InteractionId Interaction) : IAgentNews;

/// <summary>What a supervisor sees of the talk that he is in.</summary>
/// <param name="Interaction">Which.</param>
/// <param name="Talking">The agent who talks.</param>
/// <param name="Mode">Who hears the supervisor.</param>
/// <param name="Call">What the agent sees of it.</param>
public sealed record SupervisionView(InteractionId Interaction, AgentId Talking, SupervisionMode Mode, CallView Call);

/// <summary>Who is in a talk besides an agent and his client, as they see it: nobody who listens unseen.</summary>
/// <param name="Name">The supervisor's name.</param>
/// <param name="Mode">Who hears him.</param>
public sealed record CallSupervisor(string Name, SupervisionMode Mode);

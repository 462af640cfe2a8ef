using CrmUms.Acd.Agents;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

/// <summary>Wish: bring somebody in, or hand the client on.</summary>
/// <param name="Interaction">Which.</param>
/// <param name="Agent">Who wishes it.</param>
/// <param name="AgentLeg">His leg.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Target">Whom; a number is one that may be called, in E.164 form.</param>
/// <param name="Shown">The number that he sees; null when he is not outside.</param>
/// <param name="Note">What he is told.</param>
public sealed record InviteToTalk(
    InteractionId Interaction,
    AgentId Agent,
    LegId AgentLeg,
    PartyPurpose Purpose,
    CallTarget Target,
    CallerIdChoice? Shown,
    string Note) : IInteractionCommand;

/// <summary>Wish: a step with those who were brought in.</summary>
public sealed record StepInTalk(InteractionId Interaction, AgentId Agent, LegId AgentLeg, PartyStep Step)
    : IInteractionCommand;

/// <summary>Wish: silence somebody, or open him again.</summary>
public sealed record MuteInTalk(InteractionId Interaction, AgentId Agent, PartyId Party, bool Muted)
    : IInteractionCommand;

/// <summary>Wish: let somebody go.</summary>
public sealed record RemoveFromTalk(InteractionId Interaction, AgentId Agent, PartyId Party) : IInteractionCommand;

/// <summary>To the <c>interactions</c> actor, from an agent who is reserved for it: call this number.</summary>
/// <param name="Interaction">A new id.</param>
/// <param name="Agent">For whom.</param>
/// <param name="AgentLeg">His leg.</param>
/// <param name="Number">Whom.</param>
/// <param name="Shown">The number that he sees.</param>
public sealed record PlaceOutboundCall(
    InteractionId Interaction, AgentId Agent, LegId AgentLeg, PhoneNumber Number, CallerIdChoice Shown);

/// <summary>To the <c>interactions</c> actor, from an agent who is reserved for it: call this colleague.</summary>
/// <param name="Interaction">A new id.</param>
/// <param name="Agent">For whom.</param>
/// <param name="AgentLeg">His leg.</param>
/// <param name="Other">Whom.</param>
public sealed record PlaceInternalCall(InteractionId Interaction, AgentId Agent, LegId AgentLeg, AgentId Other);

/// <summary>From the parent: this call is yours to make.</summary>
internal sealed record TakePlacedCall(object Call, Queues.NumberPlan Plan);

using System.Text.Json.Serialization;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// Calls that agents make, and interactions that more than two share. Journalled, like all of InteractionEvents.cs.

/// <summary>Event: an agent has somebody outside called.</summary>
/// <param name="Interaction">Which.</param>
/// <param name="Agent">Who calls.</param>
/// <param name="AgentLeg">His leg.</param>
/// <param name="Leg">The leg that is dialled.</param>
/// <param name="CallerId">The number that the client sees.</param>
/// <param name="Number">Whom.</param>
/// <param name="At">When.</param>
public sealed record OutboundCallStarted(
    InteractionId Interaction,
    AgentId Agent,
    LegId AgentLeg,
    LegId Leg,
    string CallerId,
    PhoneNumber Number,
    DateTimeOffset At) : IInteractionEvent
{
    /// <summary>The name of the rule by which he sees it; null: the usual number.</summary>
    public string? CallerIdRule { get; init; }
}

/// <summary>Event: an agent calls another; whom, says the invitation that follows.</summary>
public sealed record InternalCallStarted(InteractionId Interaction, AgentId Agent, LegId AgentLeg, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>
/// Event: the agent hands the client on, who hears music: to a queue, to a skill, or to whoever is invited next.
/// </summary>
public sealed record TransferStarted(
    InteractionId Interaction, AgentId Agent, QueueId? Queue, string Note, DateTimeOffset At) : IInteractionEvent
{
    /// <summary>To whoever has this skill; null for any other.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SkillAsked? Skill { get; init; }
}

/// <summary>A skill that whoever comes next must have.</summary>
/// <param name="Skill">Its id.</param>
/// <param name="Level">At least so well.</param>
public sealed record SkillAsked(string Skill, int Level);

/// <summary>Event: nobody came; the client is his agent's.</summary>
public sealed record TransferFailed(InteractionId Interaction, PartyLeaving Reason, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>Event: the agent asks somebody, while the client hears music.</summary>
public sealed record ConsultationStarted(InteractionId Interaction, AgentId Agent, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>Event: whoever was asked is gone.</summary>
public sealed record ConsultationEnded(InteractionId Interaction, DateTimeOffset At) : IInteractionEvent;

/// <summary>Event: from now on all who are there talk with each other.</summary>
public sealed record ConferenceStarted(InteractionId Interaction, DateTimeOffset At) : IInteractionEvent;

/// <summary>Event: the client and his agent are alone again.</summary>
public sealed record ConferenceEnded(InteractionId Interaction, DateTimeOffset At) : IInteractionEvent;

/// <summary>Event: somebody is called, or his page rings.</summary>
/// <param name="Interaction">Into which.</param>
/// <param name="Agent">Who wants him.</param>
/// <param name="Party">His name within the interaction.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Other">Who, when he is an agent.</param>
/// <param name="Number">His number, when he is outside.</param>
/// <param name="Leg">The leg that is dialled for him; null for an agent.</param>
/// <param name="Note">What he is told.</param>
/// <param name="At">When.</param>
public sealed record PartyInvited(
    InteractionId Interaction,
    AgentId Agent,
    PartyId Party,
    PartyPurpose Purpose,
    AgentId? Other,
    PhoneNumber? Number,
    LegId? Leg,
    string Note,
    DateTimeOffset At) : IInteractionEvent
{
    /// <summary>The number that he sees, when he is outside.</summary>
    public string? CallerId { get; init; }

    /// <summary>The name of the rule by which he sees it; null: the usual number.</summary>
    public string? CallerIdRule { get; init; }
}

/// <summary>Event: he has answered.</summary>
/// <param name="Interaction">Which.</param>
/// <param name="Party">Who.</param>
/// <param name="Leg">His leg.</param>
/// <param name="RecordingFile">The file that his leg is recorded into; empty for an agent.</param>
/// <param name="Segment">In which talk.</param>
/// <param name="At">When.</param>
public sealed record PartyAnswered(
    InteractionId Interaction, PartyId Party, LegId Leg, string RecordingFile, int Segment, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>Event: he is gone, or never came.</summary>
public sealed record PartyLeft(InteractionId Interaction, PartyId Party, PartyLeaving Reason, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>Event: his audio is gone; the others go on.</summary>
public sealed record PartyAudioLost(InteractionId Interaction, PartyId Party, DateTimeOffset At) : IInteractionEvent;

/// <summary>Event: he is back.</summary>
public sealed record PartyAudioRestored(InteractionId Interaction, PartyId Party, LegId Leg, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>Event: nobody hears him, or all do again.</summary>
public sealed record PartyMuted(InteractionId Interaction, PartyId Party, bool Muted, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>Event: whoever heard music talks with the agent, and the other way round.</summary>
public sealed record PartiesSwapped(InteractionId Interaction, bool IsClientHeld, int Segment, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>Event: the interaction is another agent's; he who had it wraps up.</summary>
/// <param name="Interaction">Which.</param>
/// <param name="Agent">Who had it.</param>
/// <param name="To">Whose it is.</param>
/// <param name="Segment">In which talk.</param>
/// <param name="At">When.</param>
public sealed record InteractionHandedOver(
    InteractionId Interaction, AgentId Agent, AgentId To, int Segment, DateTimeOffset At) : IInteractionEvent;

/// <summary>Event: the client waits in another queue, which follows; he who had him wraps up.</summary>
public sealed record InteractionHandedToQueue(InteractionId Interaction, AgentId Agent, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>Event: those outside go on without an agent; he who was there wraps up.</summary>
public sealed record InteractionHandedOutside(InteractionId Interaction, AgentId Agent, int Segment, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>Event: an agent who had the interaction before has recorded his result. It goes on all the same.</summary>
public sealed record HandOverResultRecorded(
    InteractionId Interaction, AgentId Agent, WrapUpResult Result, DateTimeOffset At) : IInteractionEvent;

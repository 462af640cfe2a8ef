using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

/// <summary>
/// Event: the agent asks supervisors for help in his talk. The request ends with his talk, when he takes it back, and
/// when a supervisor who was in the talk has left it.
/// </summary>
/// <param name="Interaction">Which.</param>
/// <param name="Agent">Who asks.</param>
/// <param name="Reason">Why, in his words: 1 to 200 characters.</param>
/// <param name="At">When.</param>
public sealed record HelpAsked(InteractionId Interaction, AgentId Agent, string Reason, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>Event: the agent needs no help any more.</summary>
public sealed record HelpWithdrawn(InteractionId Interaction, AgentId Agent, DateTimeOffset At) : IInteractionEvent;

/// <summary>Event: what the agent's page measured of a stretch of his talk. Of one talk there may be several.</summary>
/// <param name="Interaction">Which.</param>
/// <param name="Agent">Whose page.</param>
/// <param name="Quality">What it measured.</param>
/// <param name="At">When it said so: at the end of that stretch.</param>
public sealed record TalkQualityMeasured(
    InteractionId Interaction, AgentId Agent, TalkQuality Quality, DateTimeOffset At) : IInteractionEvent;

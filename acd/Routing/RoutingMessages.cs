using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing;

/// <summary>News for the router: a caller waits (again). Repeating it changes nothing.</summary>
/// <param name="Interaction">Who waits.</param>
/// <param name="Recipient">The interaction's actor: it is told <see cref="AgentChosen"/>.</param>
/// <param name="Skill">An agent needs this skill.</param>
/// <param name="Since">First queued; kept after an unanswered offer.</param>
/// <param name="Order">The earliest is served first: since when he waits, moved by his priority.</param>
public sealed record CallerWaiting(
    InteractionId Interaction, IActorRef Recipient, string Skill, DateTimeOffset Since, DateTimeOffset Order);

/// <summary>News for the router: a caller does not wait any more.</summary>
public sealed record CallerGone(InteractionId Interaction);

/// <summary>News for the router: an agent can take a caller now.</summary>
/// <param name="Agent">Who.</param>
/// <param name="Recipient">The agent's actor.</param>
/// <param name="Skills">Skill to level.</param>
/// <param name="IdleSince">Since when he has been ready.</param>
public sealed record AgentAvailable(
    AgentId Agent, IActorRef Recipient, IReadOnlyDictionary<string, int> Skills, DateTimeOffset IdleSince);

/// <summary>News for the router: an agent can take nobody.</summary>
public sealed record AgentUnavailable(AgentId Agent);

/// <summary>Decision of the router, told to the interaction: this agent is yours, nobody else is offered him.</summary>
/// <param name="Interaction">For whom.</param>
/// <param name="Agent">Who was chosen.</param>
/// <param name="Recipient">The agent's actor.</param>
/// <param name="Reason">Why.</param>
public sealed record AgentChosen(InteractionId Interaction, AgentId Agent, IActorRef Recipient, RoutingReason Reason);

/// <summary>
/// Told to an agent whose choice came to nothing before he heard of it: say again whether you are available, the router
/// has forgotten you.
/// </summary>
public sealed record AnnounceAvailability
{
    /// <summary>The one instance.</summary>
    public static AnnounceAvailability Instance { get; } = new();
}

/// <summary>Event of the router: a decision was made. Journalled so that a day can be replayed.</summary>
public sealed record CallerRouted(InteractionId Interaction, AgentId Agent, RoutingReason Reason, DateTimeOffset At);

/// <summary>
/// Snapshot of the router: how many decisions it has made. Who waits and who is free announce themselves.
/// </summary>
public sealed record RoutingCount(long Decisions);

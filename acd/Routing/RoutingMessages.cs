using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing;

/// <summary>News for the router: a caller waits (again). Repeating it changes nothing.</summary>
/// <param name="Interaction">Who waits.</param>
/// <param name="Recipient">The interaction's actor: it is told <see cref="AgentChosen"/>.</param>
/// <param name="Skill">An agent needs this skill; not looked at when <see cref="Queue"/> is given.</param>
/// <param name="Since">First queued; the earliest is served first, also after an unanswered offer.</param>
public sealed record CallerWaiting(InteractionId Interaction, IActorRef Recipient, string Skill, DateTimeOffset Since)
{
    /// <summary>A queue of the rules of <see cref="UseRoutingRules"/>; null: whoever has the skill.</summary>
    public QueueId? Queue { get; init; }

    /// <summary>-100 to 100.</summary>
    public int Priority { get; init; }

    /// <summary>For whom he waits before anybody else may have him.</summary>
    public IReadOnlyList<PreferredAgent> Preferred { get; init; } = [];
}

/// <summary>News for the router: a caller does not wait any more.</summary>
public sealed record CallerGone(InteractionId Interaction);

/// <summary>News for the router: somebody changed the priority of a caller who waits.</summary>
public sealed record PriorityRaised(InteractionId Interaction, int Priority);

/// <summary>News for the router: an agent can take a caller now.</summary>
/// <param name="Agent">Who.</param>
/// <param name="Recipient">The agent's actor.</param>
/// <param name="Skills">Skill to level; not looked at once there are rules of <see cref="UseRoutingRules"/>.</param>
/// <param name="IdleSince">Since when he has been ready.</param>
public sealed record AgentAvailable(
    AgentId Agent, IActorRef Recipient, IReadOnlyDictionary<string, int> Skills, DateTimeOffset IdleSince)
{
    /// <summary>Share of his time that he was busy, 0 to 1.</summary>
    public double Occupancy { get; init; }

    /// <summary>How many contacts he has had today.</summary>
    public int ContactsToday { get; init; }

    /// <summary>Channel to how many he has in hand; null for none.</summary>
    public IReadOnlyDictionary<string, int>? InHand { get; init; }
}

/// <summary>News for the router: an agent is here and can take nobody.</summary>
/// <param name="Agent">Who.</param>
/// <param name="Reason">Why: one of <see cref="ExclusionCodes"/>.</param>
public sealed record AgentUnavailable(AgentId Agent, string Reason);

/// <summary>News for the router: an agent has signed out.</summary>
public sealed record AgentLeft(AgentId Agent);

/// <summary>
/// Command to the router: go by these rules from now on. Nobody who waits loses his place. Answered by
/// <see cref="RoutingRulesReply"/>.
/// </summary>
public sealed record UseRoutingRules(RoutingRules Rules);

/// <summary>Reply to <see cref="UseRoutingRules"/>.</summary>
/// <param name="Problem">Null: they are in force. Otherwise those before still are.</param>
public sealed record RoutingRulesReply(RoutingRulesProblem? Problem);

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

using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing;

/// <summary>News for the router: a caller waits (again). Repeating it changes nothing.</summary>
/// <param name="Interaction">Who waits.</param>
/// <param name="Recipient">The interaction's actor: it is told <see cref="AgentChosen"/>.</param>
/// <param name="Queue">Where.</param>
/// <param name="Since">First queued; kept after an unanswered offer.</param>
/// <param name="Priority">-100 to 100.</param>
public sealed record CallerWaiting(
    InteractionId Interaction, IActorRef Recipient, QueueId Queue, DateTimeOffset Since, int Priority)
{
    /// <summary>For whom he waits before anybody else may have him.</summary>
    public IReadOnlyList<PreferredAgent> Preferred { get; init; } = [];

    /// <summary>What he himself asks of an agent (<see cref="RoutingInput.CallerWaiting.Skills"/>).</summary>
    public string? Skills { get; init; }

    /// <summary>He asks for nothing else (<see cref="RoutingInput.CallerWaiting.SkillsOnly"/>).</summary>
    public bool SkillsOnly { get; init; }
}

/// <summary>
/// News for the router: a caller does not wait here any more. It is passed over when he waits elsewhere already: queues
/// speak for themselves, and the one that he left may be heard later than the one that he went to.
/// </summary>
public sealed record CallerGone(InteractionId Interaction, QueueId Queue);

/// <summary>News for the router: somebody changed the priority of a caller who waits.</summary>
public sealed record PriorityRaised(InteractionId Interaction, int Priority);

/// <summary>News for the router: an agent can take a caller now.</summary>
/// <param name="Agent">Who.</param>
/// <param name="Recipient">The agent's actor.</param>
/// <param name="IdleSince">Since when he has been ready.</param>
public sealed record AgentAvailable(AgentId Agent, IActorRef Recipient, DateTimeOffset IdleSince)
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
/// To the router: tell me how many agents are here for each queue. Answered by <see cref="CrewsChanged"/> whenever that
/// changes; a queue of which the router is not sure yet, just after its start, is left out.
/// </summary>
public sealed record WatchCrews;

/// <summary>News of the router: so many agents are signed in who serve each queue, busy or not.</summary>
public sealed record CrewsChanged(IReadOnlyDictionary<QueueId, int> Agents);

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

using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing;

// What stands on the router's tape: everything it was told and everything it decided, in order, so that a day can be
// replayed. Nothing recovers from it.

/// <summary>Event of the router: it started and knows nothing; whoever waits or is free announces himself.</summary>
public sealed record RouterStarted(DateTimeOffset At);

/// <summary>
/// Event of the router, first of each day: how it stands. A replay may begin here.
/// </summary>
/// <param name="Words">Told to a new core, they make it stand as this one.</param>
/// <param name="At">The moment.</param>
public sealed record RouterStood(IReadOnlyList<RoutingInput> Words, DateTimeOffset At);

/// <summary>Event of the router: it was told something. The decisions that follow from it follow.</summary>
public sealed record RouterHeard(RoutingInput Input, DateTimeOffset At);

/// <summary>Event of the router: a decision was made.</summary>
public sealed record CallerRouted(InteractionId Interaction, AgentId Agent, RoutingReason Reason, DateTimeOffset At);

/// <summary>
/// Snapshot of the router: how many decisions it has made. Who waits and who is free announce themselves.
/// </summary>
public sealed record RoutingCount(long Decisions);

using CrmUms.Acd.Agents;

namespace CrmUms.AgentWeb.Contracts;

/// <summary>One agent's day in the centre's zone.</summary>
/// <param name="AgentId">Whose.</param>
/// <param name="Name">His name.</param>
/// <param name="Date">Which day.</param>
/// <param name="TimeZone">IANA name of the zone that the day is counted in.</param>
/// <param name="From">Its midnight.</param>
/// <param name="To">The next one.</param>
/// <param name="ServerNow">When this was read.</param>
/// <param name="Spans">His states in order, without gaps; cut at the day's ends.</param>
internal sealed record AgentDayView(
    string AgentId,
    string Name,
    DateOnly Date,
    string TimeZone,
    DateTimeOffset From,
    DateTimeOffset To,
    DateTimeOffset ServerNow,
    IReadOnlyList<AgentSpanView> Spans);

/// <param name="Status">What he was.</param>
/// <param name="Reason">Why not ready; null otherwise.</param>
/// <param name="InteractionId">What he had in hand; null for nothing.</param>
/// <param name="From">From when on.</param>
/// <param name="To">Until when; null while it lasts.</param>
internal sealed record AgentSpanView(
    AgentStatus Status, string? Reason, string? InteractionId, DateTimeOffset From, DateTimeOffset? To);

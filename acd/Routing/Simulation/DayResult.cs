using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing.Simulation;

/// <summary>How a day went.</summary>
/// <param name="Callers">What became of each.</param>
/// <param name="Work">How the agents spent it.</param>
public sealed record DayResult(IReadOnlyDictionary<InteractionId, CallerOutcome> Callers, WorkSheet Work);

/// <summary>What became of a caller.</summary>
/// <param name="Caller">Who.</param>
/// <param name="Queue">Where he waited last.</param>
/// <param name="Since">When he was queued.</param>
/// <param name="Wait">Until he was answered, or left; ringing counts.</param>
/// <param name="Agent">Who answered; null: nobody did before he left.</param>
public sealed record CallerOutcome(
    InteractionId Caller, QueueId Queue, DateTimeOffset Since, TimeSpan Wait, AgentId? Agent);

/// <summary>A day in figures. Waits are of all callers: of those who were answered, and of those who left.</summary>
/// <param name="Callers">Who were queued on that day.</param>
/// <param name="Abandoned">Of them, who left without having been answered.</param>
/// <param name="AverageWaitSeconds">Mean wait.</param>
/// <param name="P90WaitSeconds">Nine of ten waited no longer.</param>
/// <param name="ServiceLevel">Share of all callers who were answered within <see cref="AnsweredIn"/>.</param>
/// <param name="Occupancy">Busy share of the agents' busy and idle time.</param>
public sealed record DayFigures(
    int Callers,
    int Abandoned,
    double AverageWaitSeconds,
    double P90WaitSeconds,
    double ServiceLevel,
    double Occupancy)
{
    /// <summary>So quickly a caller should be answered.</summary>
    public static readonly TimeSpan AnsweredIn = TimeSpan.FromSeconds(20);

    /// <summary>The figures of those who were queued within the day.</summary>
    public static DayFigures Of(RoutingDay day, DayResult result)
    {
        var callers = InDay(day, result).ToList();
        var waits = callers.Select(static caller => caller.Wait.TotalSeconds).Order().ToList();
        var quick = callers.Count(static caller => caller.Agent is not null && caller.Wait <= AnsweredIn);
        return new DayFigures(
            callers.Count,
            callers.Count(static caller => caller.Agent is null),
            waits.Count == 0 ? 0 : waits.Average(),
            waits.Count == 0 ? 0 : waits[(int)Math.Ceiling(0.9 * waits.Count) - 1],
            callers.Count == 0 ? 1 : (double)quick / callers.Count,
            result.Work.Occupancy(result.Work.Agents) ?? 0);
    }

    /// <summary>The callers who were queued within the day, in the order in which they came.</summary>
    public static IEnumerable<CallerOutcome> InDay(RoutingDay day, DayResult result) => result.Callers.Values
        .Where(caller => caller.Since >= day.From && caller.Since < day.To)
        .OrderBy(static caller => caller.Since)
        .ThenBy(static caller => caller.Caller.Value);
}

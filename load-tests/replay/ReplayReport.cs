using System.Globalization;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Routing.Simulation;
using CrmUms.Acd.Shared;

namespace CrmUms.Replay;

/// <summary>
/// A day thrice: as it was, simulated with its own rules, simulated with others. The second beside the first shows how
/// true the simulation is, the third beside the second what the other rules would have changed.
/// </summary>
internal sealed class ReplayReport(RoutingDay day, DayResult recorded, DayResult before, DayResult after)
{
    private const int MovedMax = 20;

    private readonly DayFigures _recorded = DayFigures.Of(day, recorded);
    private readonly DayFigures _before = DayFigures.Of(day, before);
    private readonly DayFigures _after = DayFigures.Of(day, after);

    public static void Write(TapeDifference difference, AgentNames names, TextWriter output)
    {
        output.WriteLine("A decision comes out otherwise.");
        output.WriteLine($"  heard:    {difference.Heard}");
        output.WriteLine($"  recorded: {Text(difference.Recorded, names)}");
        output.WriteLine($"  replayed: {Text(difference.Replayed, names)}");
    }

    public void Write(AgentNames names, TimeZoneInfo zone, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{"",28} {"recorded",10} {"same rules",10} {"new rules",10} {"difference",10}");
        Row(output, "callers", static figures => figures.Callers, "N0");
        Row(output, "left without an answer", static figures => figures.Abandoned, "N0");
        Row(output, "average wait, s", static figures => figures.AverageWaitSeconds, "N1");
        Row(output, "nine of ten wait at most, s", static figures => figures.P90WaitSeconds, "N1");
        Row(output, "answered within 20 s, %", static figures => 100 * figures.ServiceLevel, "N1");
        Row(output, "occupancy, %", static figures => 100 * figures.Occupancy, "N1");
        foreach (var (group, agents) in Groups())
        {
            Row(output, $"occupancy of {group}, %", [.. new[] { recorded, before, after }.Select(
                result => 100 * (result.Work.Occupancy(agents) ?? 0))], "N1");
        }

        WriteMoved(names, zone, output);
    }

    public object Summary(DateOnly date) => new
    {
        date,
        recorded = _recorded,
        sameRules = _before,
        newRules = _after,
        movedCallers = Moved().Count,
        differs = false,
    };

    private void Row(TextWriter output, string name, Func<DayFigures, double> figure, string format) =>
        Row(output, name, [figure(_recorded), figure(_before), figure(_after)], format);

    private static void Row(TextWriter output, string name, double[] values, string format)
    {
        var texts = values.Append(values[2] - values[1]).Select(
            value => value.ToString(format, CultureInfo.InvariantCulture).PadLeft(10));
        output.WriteLine($"{name,-28} {string.Join(' ', texts)}");
    }

    private void WriteMoved(AgentNames names, TimeZoneInfo zone, TextWriter output)
    {
        var moved = Moved();
        output.WriteLine();
        output.WriteLine(
            $"{moved.Count:N0} callers: answered by another agent than with the same rules, or with one of both only");
        foreach (var (old, now) in moved.Take(MovedMax))
        {
            output.WriteLine(
                $"  {TimeZoneInfo.ConvertTime(old.Since, zone):HH:mm:ss} {old.Queue} {old.Caller}: "
                + $"{Text(old, names)} -> {Text(now, names)}");
        }
    }

    private List<(CallerOutcome Old, CallerOutcome New)> Moved() =>
    [
        .. DayFigures.InDay(day, before)
            .Select(old => (old, after.Callers[old.Caller]))
            .Where(static pair => pair.Item1.Agent != pair.Item2.Agent),
    ];

    // As the last rules of the day have them.
    private IEnumerable<(string Group, IReadOnlyList<AgentId> Agents)> Groups() =>
        (day.Events.Select(static happening => happening.Input).OfType<RoutingInput.RulesReplaced>().LastOrDefault()
            ?.Rules.Agents ?? [])
        .SelectMany(static agent => agent.Groups.Select(group => (group, agent.Agent)))
        .GroupBy(static member => member.group, static member => member.Agent)
        .OrderBy(static group => group.Key, StringComparer.Ordinal)
        .Select(static group => (group.Key, (IReadOnlyList<AgentId>)[.. group]));

    private static string Text(CallerOutcome outcome, AgentNames names) =>
        $"{(outcome.Agent is { } agent ? names.Of(agent) : "nobody")} after {outcome.Wait.TotalSeconds:N1} s";

    private static string Text(RoutingDecision? decision, AgentNames names) => decision is null
        ? "nothing more"
        : $"{decision.Interaction} to {names.Of(decision.Agent)}, {decision.Reason}";
}

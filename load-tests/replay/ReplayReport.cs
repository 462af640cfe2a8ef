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

    public static void Write(TapeDifference difference)
    {
        Console.WriteLine("A decision comes out otherwise.");
        Console.WriteLine($"  heard:    {difference.Heard}");
        Console.WriteLine($"  recorded: {Text(difference.Recorded)}");
        Console.WriteLine($"  replayed: {Text(difference.Replayed)}");
    }

    public void Write()
    {
        Console.WriteLine();
        Console.WriteLine($"{"",28} {"recorded",10} {"same rules",10} {"new rules",10} {"difference",10}");
        Row("callers", static figures => figures.Callers, "N0");
        Row("left without an answer", static figures => figures.Abandoned, "N0");
        Row("average wait, s", static figures => figures.AverageWaitSeconds, "N1");
        Row("nine of ten wait at most, s", static figures => figures.P90WaitSeconds, "N1");
        Row("answered within 20 s, %", static figures => 100 * figures.ServiceLevel, "N1");
        Row("occupancy, %", static figures => 100 * figures.Occupancy, "N1");
        foreach (var (group, agents) in Groups())
        {
            Row($"occupancy of {group}, %", [.. new[] { recorded, before, after }.Select(
                result => 100 * (result.Work.Occupancy(agents) ?? 0))], "N1");
        }

        WriteMoved();
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

    private void Row(string name, Func<DayFigures, double> figure, string format) =>
        Row(name, [figure(_recorded), figure(_before), figure(_after)], format);

    private static void Row(string name, double[] values, string format)
    {
        var texts = values.Append(values[2] - values[1]).Select(
            value => value.ToString(format, CultureInfo.InvariantCulture).PadLeft(10));
        Console.WriteLine($"{name,-28} {string.Join(' ', texts)}");
    }

    private void WriteMoved()
    {
        var moved = Moved();
        Console.WriteLine();
        Console.WriteLine(
            $"{moved.Count:N0} callers: answered by another agent than with the same rules, or with one of both only");
        foreach (var (old, now) in moved.Take(MovedMax))
        {
            Console.WriteLine(
                $"  {old.Since:HH:mm:ss} UTC {old.Queue} {old.Caller}: {Text(old)} -> {Text(now)}");
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

    private static string Text(CallerOutcome outcome) =>
        $"{(outcome.Agent is { } agent ? $"agent {agent}" : "nobody")} after {outcome.Wait.TotalSeconds:N1} s";

    private static string Text(RoutingDecision? decision) =>
        decision is null ? "nothing more" : $"{decision.Interaction} to agent {decision.Agent}, {decision.Reason}";
}

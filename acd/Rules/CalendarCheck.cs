using System.Globalization;

namespace CrmUms.Acd.Rules;

/// <summary>Why a calendar makes no sense: a stable code, the path of the field, values for the sentence.</summary>
public sealed record CalendarProblem(string Code, string Field, IReadOnlyDictionary<string, string> Args);

/// <summary>Pure: what makes no sense in a calendar.</summary>
public static class CalendarCheck
{
    public const int WeekMax = 100;
    public const int HolidaysMax = 1_000;
    public const int NameMax = 100;

    public static IReadOnlyList<CalendarProblem> ProblemsOf(CalendarRule calendar)
    {
        var problems = new List<CalendarProblem>();
        Name("name", calendar.Name, isNeeded: true, problems);
        Count("week", calendar.Week.Count, WeekMax, problems);
        Count("holidays", calendar.Holidays.Count, HolidaysMax, problems);
        if (!CalendarZone.IsKnown(calendar.TimeZone))
        {
            Add("unknown-time-zone", "timeZone", ("value", calendar.TimeZone), problems);
        }

        foreach (var day in calendar.Week.Index().GroupBy(each => each.Item.Day))
        {
            Hours(
                day.Key.ToString().ToLowerInvariant(),
                [.. day.Select(each => ($"week[{each.Index}]", new DayHours(each.Item.From, each.Item.To)))],
                problems);
        }

        foreach (var (index, holiday) in calendar.Holidays.Index())
        {
            var field = $"holidays[{index}]";
            Name(field + ".name", holiday.Name, isNeeded: false, problems);
            Hours(
                Text(holiday.Date),
                [.. holiday.Hours.Index().Select(each => ($"{field}.hours[{each.Index}]", each.Item))],
                problems);
            if (calendar.Holidays.Take(index).Any(earlier => IsSameDay(earlier, holiday)))
            {
                Add("duplicate", field + ".date", ("value", Text(holiday.Date)), problems);
            }
        }

        return problems;
    }

    private static void Hours(
        string name, IReadOnlyList<(string Field, DayHours Hours)> day, List<CalendarProblem> problems)
    {
        var earlier = new List<(TimeSpan From, TimeSpan To)>();
        foreach (var (field, hours) in day)
        {
            if (DayHours.Time(hours.From) is not { } from)
            {
                Add("malformed", field + ".from", ("form", "hh:mm"), problems);
            }
            else if (DayHours.Time(hours.To) is not { } to)
            {
                Add("malformed", field + ".to", ("form", "hh:mm"), problems);
            }
            else if (to <= from)
            {
                Add("ends-before-it-begins", field, ("from", hours.From), problems);
            }
            else
            {
                if (earlier.Any(other => other.From < to && from < other.To))
                {
                    var args = new Dictionary<string, string> { ["day"] = name, ["from"] = hours.From };
                    problems.Add(new CalendarProblem("overlapping-hours", field, args));
                }

                earlier.Add((from, to));
            }
        }
    }

    private static bool IsSameDay(Holiday one, Holiday other) => one.Yearly == other.Yearly
        && (one.Yearly
            ? (one.Date.Month, one.Date.Day) == (other.Date.Month, other.Date.Day)
            : one.Date == other.Date);

    private static void Name(string field, string name, bool isNeeded, List<CalendarProblem> problems)
    {
        if (isNeeded && string.IsNullOrWhiteSpace(name))
        {
            problems.Add(new CalendarProblem("missing", field, new Dictionary<string, string>()));
        }
        else if (name.Length > NameMax)
        {
            Add("too-long", field, ("max", Text(NameMax)), problems);
        }
    }

    private static void Count(string field, int count, int max, List<CalendarProblem> problems)
    {
        if (count > max)
        {
            Add("too-many", field, ("max", Text(max)), problems);
        }
    }

    private static void Add(
        string code, string field, (string Name, string Value) arg, List<CalendarProblem> problems) =>
        problems.Add(new CalendarProblem(code, field, new Dictionary<string, string> { [arg.Name] = arg.Value }));

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

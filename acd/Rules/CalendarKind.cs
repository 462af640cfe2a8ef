using System.Globalization;

namespace CrmUms.Acd.Rules;

/// <summary>What makes sense in a calendar.</summary>
internal sealed class CalendarKind() : RuleKind<CalendarRule>("calendar")
{
    protected override void Judge(CalendarRule rule, CentreRules rules, RuleFindings findings)
    {
        findings.Text("name", rule.Name);
        findings.Count("week", rule.Week.Count, max: 100);
        findings.Count("holidays", rule.Holidays.Count, max: 1_000);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(rule.TimeZone, out _))
        {
            findings.Add(RuleCodes.UnknownTimeZone, "timeZone", ("value", rule.TimeZone));
        }

        for (var index = 0; index < rule.Week.Count; index++)
        {
            var hours = rule.Week[index];
            var earlier = rule.Week.Take(index).Where(other => other.Day == hours.Day);
            Judge(
                RuleFindings.At("week", index),
                new DayHours(hours.From, hours.To),
                earlier.Select(other => new DayHours(other.From, other.To)),
                findings);
        }

        var dates = rule.Holidays.Select(day => day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        findings.Distinct("holidays", [.. dates]);
        for (var index = 0; index < rule.Holidays.Count; index++)
        {
            var (holiday, field) = (rule.Holidays[index], RuleFindings.At("holidays", index));
            findings.Length(field + ".name", holiday.Name, max: 100);
            for (var part = 0; part < holiday.Hours.Count; part++)
            {
                Judge(
                    RuleFindings.At(field + ".hours", part), holiday.Hours[part], holiday.Hours.Take(part), findings);
            }
        }
    }

    private static void Judge(string field, DayHours hours, IEnumerable<DayHours> earlier, RuleFindings findings)
    {
        if (DayHours.Time(hours.From) is not { } from)
        {
            findings.Add(RuleCodes.Malformed, field + ".from", ("form", "hh:mm"));
        }
        else if (DayHours.Time(hours.To) is not { } to)
        {
            findings.Add(RuleCodes.Malformed, field + ".to", ("form", "hh:mm"));
        }
        else if (to <= from)
        {
            findings.Add(RuleCodes.EndsBeforeItBegins, field);
        }
        else if (earlier.Any(other => DayHours.Time(other.From) < to && from < DayHours.Time(other.To)))
        {
            findings.Add(RuleCodes.OverlappingHours, field);
        }
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace CrmUms.AgentWeb.Tests.Operation;

/// <summary>Reads the text format as a scraper does and says what is wrong with it.</summary>
internal static partial class PrometheusReader
{
    public static IReadOnlyList<string> Problems(string text)
    {
        var problems = new List<string>();
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Type().Match(line) is { Success: true } type)
            {
                if (!types.TryAdd(type.Groups["name"].Value, type.Groups["type"].Value))
                {
                    problems.Add("second TYPE: " + line);
                }
            }
            else if (!line.StartsWith("# HELP ", StringComparison.Ordinal))
            {
                Check(line, types, seen, problems);
            }
        }

        return problems;
    }

    private static void Check(
        string line, Dictionary<string, string> types, HashSet<string> seen, List<string> problems)
    {
        var sample = Sample().Match(line);
        if (!sample.Success || !double.TryParse(
            sample.Groups["value"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            problems.Add("not a sample: " + line);
            return;
        }

        var name = sample.Groups["name"].Value;
        if (!types.ContainsKey(name) && !types.ContainsKey(Suffix().Replace(name, "")))
        {
            problems.Add("no TYPE: " + line);
        }

        if (!seen.Add(name + sample.Groups["labels"].Value))
        {
            problems.Add("twice: " + line);
        }
    }

    [GeneratedRegex("^# TYPE (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<type>counter|gauge|histogram)$")]
    private static partial Regex Type();

    [GeneratedRegex("""
        ^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<labels>\{([a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\.)*",?)*\})? (?<value>\S+)$
        """)]
    private static partial Regex Sample();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex Suffix();
}

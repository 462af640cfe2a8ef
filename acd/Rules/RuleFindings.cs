using System.Globalization;

namespace CrmUms.Acd.Rules;

/// <summary>Gathers what makes no sense in one item, so that all of it is shown at once.</summary>
internal sealed class RuleFindings
{
    private readonly List<RuleProblem> _problems = [];

    public IReadOnlyList<RuleProblem> Problems => _problems;

    public void Add(string code, string field, params ReadOnlySpan<(string Name, string Value)> args) =>
        _problems.Add(Problem(code, field, args));

    public void Add(RuleProblem problem) => _problems.Add(problem);

    public static RuleProblem Problem(
        string code, string field, params ReadOnlySpan<(string Name, string Value)> args)
    {
        var values = new Dictionary<string, string>(args.Length);
        foreach (var (name, value) in args)
        {
            values[name] = value;
        }

        return new RuleProblem(code, field, values);
    }

    /// <summary>A text that people read: there must be one, and not too much of it.</summary>
    public void Text(string field, string text, int max = 100)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Add(RuleCodes.Missing, field);
        }

        Length(field, text, max);
    }

    public void Length(string field, string text, int max)
    {
        if (text.Length > max)
        {
            Add(RuleCodes.TooLong, field, ("max", Number(max)));
        }
    }

    public void Count(string field, int count, int max)
    {
        if (count > max)
        {
            Add(RuleCodes.TooMany, field, ("max", Number(max)));
        }
    }

    public void Range(string field, long? value, long min, long max)
    {
        if (value is { } given && (given < min || given > max))
        {
            Add(RuleCodes.OutOfRange, field, ("value", Number(given)), ("min", Number(min)), ("max", Number(max)));
        }
    }

    public void Word(string field, string word, IEnumerable<string> allowed)
    {
        if (!allowed.Contains(word))
        {
            Add(RuleCodes.UnknownWord, field, ("value", word), ("allowed", string.Join(", ", allowed)));
        }
    }

    /// <summary>A number that others see when we call them; empty is fine.</summary>
    public void CallerId(string field, string number)
    {
        if (number.Length > 0 && (!Ports.DialTarget.TryParse(number, out var target) || target.Text.Length > 20))
        {
            Add(RuleCodes.NumberInvalid, field, ("value", number));
        }
    }

    public void Distinct(string field, IReadOnlyList<string> items)
    {
        var seen = new HashSet<string>();
        for (var index = 0; index < items.Count; index++)
        {
            if (!seen.Add(items[index]))
            {
                Add(RuleCodes.Duplicate, At(field, index), ("value", items[index]));
            }
        }
    }

    public static string At(string field, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{field}[{index}]");

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}

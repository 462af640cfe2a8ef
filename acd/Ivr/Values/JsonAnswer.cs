using System.Globalization;
using System.Text.Json;

namespace CrmUms.Acd.Ivr.Values;

/// <summary>A place in the answer of a look-up: <c>data.items[0].name</c>; <c>$</c> is the whole.</summary>
internal sealed class JsonAnswer
{
    public const int PathMax = 200;
    public const int DepthMax = 20;

    private readonly string[] _steps; // A name, or [n].

    private JsonAnswer(string[] steps) => _steps = steps;

    public static JsonAnswer? Parse(string path)
    {
        var text = path.Trim();
        if (text.Length is 0 or > PathMax)
        {
            return null;
        }

        text = text == "$" ? "" : text.StartsWith("$.", StringComparison.Ordinal) ? text[2..] : text;
        var steps = new List<string>();
        foreach (var part in text.Length == 0 ? [] : text.Split('.'))
        {
            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? part : part[..bracket];
            if (name.Length > 0)
            {
                steps.Add(name);
            }

            var isEmpty = name.Length == 0 && (bracket < 0 || steps.Count > 0); // a..b, but [0] may begin.
            if (isEmpty || !Indexes(bracket < 0 ? "" : part[bracket..], steps))
            {
                return null;
            }
        }

        return steps.Count > DepthMax ? null : new JsonAnswer([.. steps]);
    }

    /// <summary>What stands there as a value: text, number, true or false; empty when there is nothing.</summary>
    public string Of(JsonElement root)
    {
        var at = root;
        foreach (var step in _steps)
        {
            if (step[0] == '[')
            {
                var index = int.Parse(step.AsSpan(1, step.Length - 2), CultureInfo.InvariantCulture);
                if (at.ValueKind != JsonValueKind.Array || index >= at.GetArrayLength())
                {
                    return "";
                }

                at = at[index];
            }
            else if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(step, out at))
            {
                return "";
            }
        }

        return at.ValueKind switch
        {
            JsonValueKind.String => at.GetString() ?? "",
            JsonValueKind.Number => at.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => "",
        };
    }

    private static bool Indexes(string text, List<string> steps)
    {
        while (text.Length > 0)
        {
            var end = text.IndexOf(']', StringComparison.Ordinal);
            if (text[0] != '[' || end is < 2 or > 5 || !text.AsSpan(1, end - 1).ToString().All(char.IsAsciiDigit))
            {
                return false;
            }

            steps.Add(text[..(end + 1)]);
            text = text[(end + 1)..];
        }

        return true;
    }
}

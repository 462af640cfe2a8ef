using System.Text;

namespace CrmUms.Acd.Ivr.Values;

/// <summary>
/// A text in which <c>${name}</c> stands for a variable. What is no such thing stays as it is written.
/// </summary>
public sealed class FlowTemplate
{
    private readonly Part[] _parts;

    private FlowTemplate(Part[] parts, bool isValid) => (_parts, IsValid) = (parts, isValid);

    public static FlowTemplate Empty { get; } = new([], isValid: true);

    /// <summary>False when a <c>${</c> is never closed, or holds no name.</summary>
    public bool IsValid { get; }

    public bool IsEmpty => _parts.Length == 0;

    /// <summary>The variables it names.</summary>
    public IEnumerable<string> Names => _parts.Where(part => part.IsVariable).Select(part => part.Text);

    /// <summary>What stands before the first variable.</summary>
    public string Beginning => _parts is [{ IsVariable: false } first, ..] ? first.Text : "";

    public static FlowTemplate Parse(string text)
    {
        if (text.Length == 0)
        {
            return Empty;
        }

        var parts = new List<Part>();
        var isValid = true;
        var from = 0;
        for (var at = text.IndexOf("${", StringComparison.Ordinal); at >= 0;)
        {
            var end = text.IndexOf('}', at);
            if (end >= 0 && FlowVariables.IsName(text.AsSpan(at + 2, end - at - 2)))
            {
                Literal(text[from..at]);
                parts.Add(new Part(text[(at + 2)..end], IsVariable: true));
                from = end + 1;
            }
            else
            {
                isValid = false;
            }

            at = text.IndexOf("${", Math.Max(from, at + 2), StringComparison.Ordinal);
        }

        Literal(text[from..]);
        return new FlowTemplate([.. parts], isValid);

        void Literal(string literal)
        {
            if (literal.Length > 0)
            {
                parts.Add(new Part(literal, IsVariable: false));
            }
        }
    }

    /// <summary>The text with values in it, at most <paramref name="max"/> letters.</summary>
    /// <param name="value">The value of a variable; empty for one that is not set.</param>
    /// <param name="max">What is longer is cut.</param>
    public string Expand(Func<string, string> value, int max = FlowLimits.ValueMax)
    {
        switch (_parts)
        {
            case []:
                return "";
            case [var only]:
                return Cut(only.IsVariable ? value(only.Text) : only.Text, max);
            default:
                var text = new StringBuilder();
                foreach (var part in _parts)
                {
                    text.Append(part.IsVariable ? value(part.Text) : part.Text);
                }

                return Cut(text.ToString(), max);
        }
    }

    internal static string Cut(string text, int max)
    {
        if (text.Length <= max)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[max - 1]) ? max - 1 : max)];
    }

    private readonly record struct Part(string Text, bool IsVariable);
}

using System.Diagnostics.CodeAnalysis;

namespace CrmUms.Recording.Prompts;

/// <summary>Names one prompt in all its languages: 1 to 40 of <c>a-z 0-9 -</c>. It is a file name, too.</summary>
public readonly record struct PromptId
{
    private const int LengthMax = 40;

    private PromptId(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse([NotNullWhen(true)] string? text, out PromptId id)
    {
        var isKey = text is { Length: > 0 and <= LengthMax }
            && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-');
        id = isKey ? new PromptId(text!) : default;
        return isKey;
    }

    /// <exception cref="ArgumentException">The text is no id.</exception>
    public static PromptId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new ArgumentException($"'{text}' is no prompt's id.", nameof(text));

    public override string ToString() => Value;
}

using System.Globalization;

namespace CrmUms.Acd.Ivr.Saying;

/// <summary>
/// Pure: how a value is said, as prompts one after the other. The prompts of each language, with their words, are its
/// <see cref="Vocabulary"/>; <c>deploy/asterisk/saying.*.txt</c> are the same lists for the synthesiser.
/// </summary>
public static class Sayings
{
    /// <summary>Numbers from here on are not said.</summary>
    public const long NumberMax = 1_000_000_000_000;

    private const int DigitsMax = 40;

    private static readonly Dictionary<string, Speech> Speeches = new()
    {
        ["ru"] = new RussianSpeech(), ["uz"] = new UzbekSpeech(), ["en"] = new EnglishSpeech(),
    };

    public static IReadOnlyCollection<string> Languages => Speeches.Keys;

    /// <summary>Every prompt that sayings of this language may need.</summary>
    public static IReadOnlyList<SayingPrompt> Vocabulary(string language) => Of(language).Vocabulary;

    /// <summary>How a value is said; null when it is none of this kind.</summary>
    /// <param name="kind">One of <see cref="SayingKind"/>.</param>
    /// <param name="value">
    /// A number (<c>-12</c>), a sum (<c>15000.50</c>), a date (<c>2026-11-25</c>, <c>25.11.2026</c>), digits.
    /// </param>
    /// <param name="language">ru, uz or en; an unknown one is ru.</param>
    public static IReadOnlyList<string>? Say(string kind, string value, string language)
    {
        var speech = Of(language);
        var text = value.Trim();
        return kind switch
        {
            SayingKind.Number => WholeNumber(text) is { } number ? speech.Number(number) : null,
            SayingKind.Money => Money(speech, text),
            SayingKind.Date => Day(text) is { Year: >= 1900 and <= 2099 } date ? speech.Date(date) : null,
            SayingKind.Digits => Digits(text),
            _ => null,
        };
    }

    internal static Speech Of(string language) => Speeches.GetValueOrDefault(language) ?? Speeches["ru"];

    private static List<string>? Money(Speech speech, string text)
    {
        if (!decimal.TryParse(text, Values.FlowNumber.Style, CultureInfo.InvariantCulture, out var amount)
            || Math.Abs(amount) >= NumberMax)
        {
            return null;
        }

        var tiyin = (long)Math.Round(Math.Abs(amount) * 100, MidpointRounding.AwayFromZero);
        return speech.Money(tiyin / 100, (int)(tiyin % 100), isNegative: amount < 0 && tiyin > 0);
    }

    private static long? WholeNumber(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number is > -NumberMax and < NumberMax
            ? number
            : null;

    // Of a moment, 2026-11-25T10:00, the day is said.
    private static DateOnly? Day(string text) => DateOnly.TryParseExact(
        text.Length > 10 && text[10] == 'T' ? text[..10] : text,
        ["yyyy-MM-dd", "dd.MM.yyyy"],
        CultureInfo.InvariantCulture,
        DateTimeStyles.None,
        out var date)
        ? date
        : null;

    private static List<string>? Digits(string text)
    {
        var prompts = new List<string>();
        foreach (var letter in text)
        {
            switch (letter)
            {
                case >= '0' and <= '9':
                    prompts.Add("say-" + letter);
                    break;
                case '+':
                    prompts.Add("say-plus");
                    break;
                case '*':
                    prompts.Add("say-star");
                    break;
                case '#':
                    prompts.Add("say-hash");
                    break;
                case ' ' or '-' or '(' or ')':
                    break;
                default:
                    return null;
            }
        }

        return prompts.Count is 0 or > DigitsMax ? null : prompts;
    }
}

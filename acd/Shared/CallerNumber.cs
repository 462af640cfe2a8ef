namespace CrmUms.Acd.Shared;

/// <summary>
/// What a carrier said about who calls. Anything may arrive here: letters, Cyrillic, quotes, 200 characters, nothing.
/// </summary>
/// <param name="Kind">Whether it can be used as a number.</param>
/// <param name="Number">The number, when <see cref="CallerNumberKind.Known"/>.</param>
/// <param name="Shown">What a screen may show: printable, at most 40 characters, empty when anonymous.</param>
public sealed record CallerNumber(CallerNumberKind Kind, PhoneNumber? Number, string Shown)
{
    private const int ShownMax = 40;

    private static readonly string[] AnonymousWords = ["anonymous", "unknown", "restricted", "unavailable", "private"];

    public static CallerNumber Anonymous { get; } = new(CallerNumberKind.Anonymous, null, "");

    public static CallerNumber Read(string? raw, NumberingPlan plan)
    {
        var text = new string([.. (raw ?? "").Where(character => !char.IsControl(character))]).Trim();
        if (text.Length == 0 || AnonymousWords.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Anonymous;
        }

        return PhoneNumber.TryParse(text, plan, out var number)
            ? new CallerNumber(CallerNumberKind.Known, number, number.Value.E164)
            : new CallerNumber(
                CallerNumberKind.Malformed,
                null,
                text.Length <= ShownMax ? text : text[..ShownMax] + "…"
            );
    }
}

/// <summary>Whether a caller's number can be used to recognise him and to call him back.</summary>
public enum CallerNumberKind
{
    Known,
    Anonymous,
    Malformed,
}

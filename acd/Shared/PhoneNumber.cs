using System.Diagnostics.CodeAnalysis;

namespace CrmUms.Acd.Shared;

/// <summary>A telephone number in E.164 form: a plus sign and 3 to 15 digits (ITU-T E.164, section 6).</summary>
public readonly record struct PhoneNumber
{
    private const int DigitsMin = 3;
    private const int DigitsMax = 15;

    private PhoneNumber(string e164) => E164 = e164;

    public string E164 { get; }

    public override string ToString() => E164;

    /// <summary>Rebuilds a number that was stored in E.164 form.</summary>
    /// <exception cref="FormatException">The text is not a plus sign and 3 to 15 digits.</exception>
    public static PhoneNumber FromE164(string text) =>
        text is ['+', .. var digits] && digits.Length is >= DigitsMin and <= DigitsMax && digits.All(char.IsAsciiDigit)
            ? new PhoneNumber(text)
            : throw new FormatException("A stored telephone number is a plus sign and 3 to 15 digits.");

    /// <summary>
    /// Reads what a carrier, a list or a person wrote: <c>+998 90 123-45-67</c>, <c>00998…</c>, <c>998…</c> or the
    /// national <c>90 123 45 67</c>.
    /// </summary>
    public static bool TryParse(string? text, NumberingPlan plan, [NotNullWhen(true)] out PhoneNumber? number)
    {
        number = null;
        if (text is null || text.Length > 64)
        {
            return false;
        }

        var hasPlus = text.TrimStart().StartsWith('+');
        if (
            text.Any(character =>
                !char.IsAsciiDigit(character) && !"+ -().".Contains(character, StringComparison.Ordinal)
            )
        )
        {
            return false;
        }

        var digits = new string([.. text.Where(char.IsAsciiDigit)]);
        var international = hasPlus ? digits : plan.ToInternational(digits);
        if (international.Length is < DigitsMin or > DigitsMax)
        {
            return false;
        }

        number = new PhoneNumber("+" + international);
        return true;
    }
}

/// <summary>How numbers without a plus sign are read where the contact centre stands.</summary>
/// <param name="CountryCode">Digits of the country code, e.g. 998.</param>
/// <param name="NationalLength">Digits of a full national number without a trunk prefix, e.g. 9.</param>
public sealed record NumberingPlan(string CountryCode, int NationalLength)
{
    /// <summary>Uzbekistan: +998 and nine digits, trunk prefix 8 no longer dialled.</summary>
    public static NumberingPlan Uzbekistan { get; } = new("998", 9);

    internal string ToInternational(string digits)
    {
        if (digits.StartsWith("00", StringComparison.Ordinal))
        {
            return digits[2..];
        }

        return digits.Length == NationalLength ? CountryCode + digits : digits;
    }
}

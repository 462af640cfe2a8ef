using System.Buffers;

namespace CrmUms.Acd.Ivr.Values;

/// <summary>What can be dialled: digits with a plus in front, or an address as SIP writes it.</summary>
internal static class DialText
{
    public const int Max = 200;
    private const int DigitsMax = 32;
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789*");

    /// <summary>Without what people write between digits.</summary>
    public static string Plain(string text) => text.StartsWith("sip:", StringComparison.Ordinal)
        ? text
        : string.Concat(text.Where(letter => !" -().".Contains(letter)));

    public static bool IsDiallable(string text) => IsNumber(text) || IsAddress(text);

    public static bool IsNumber(string text)
    {
        var digits = text.StartsWith('+') ? text.AsSpan(1) : text;
        return digits.Length is > 0 and <= DigitsMax && !digits.ContainsAnyExcept(Digits);
    }

    public static bool IsAddress(string text)
    {
        if (!text.StartsWith("sip:", StringComparison.Ordinal) || text.Length > Max)
        {
            return false;
        }

        var (user, host) = (text[4..], "");
        if (user.IndexOf('@', StringComparison.Ordinal) is var at and > 0)
        {
            (user, host) = (user[..at], user[(at + 1)..]);
        }

        return host.Length > 0 && user.All(IsUserLetter) && host.All(IsHostLetter);
    }

    // Nothing that could end the address and begin something else in a dial string or a header.
    private static bool IsUserLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || "._+-".Contains(letter);

    private static bool IsHostLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || ".:-".Contains(letter);
}

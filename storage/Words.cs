using System.Text.Json;

namespace CrmUms.Storage;

/// <summary>Our enums as the words that stand in SQL: <c>AbandonedRinging</c> is <c>abandoned-ringing</c>.</summary>
internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <exception cref="InvalidOperationException">The table holds a word that the enum does not have.</exception>
    public static T Parse<T>(string word)
        where T : struct, Enum =>
        Enum.TryParse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value)
            ? value
            : throw new InvalidOperationException($"'{word}' is no {typeof(T).Name}.");

    /// <summary>Text that PostgreSQL can hold: it knows no character zero.</summary>
    public static string Storable(string text) => text.Replace("\0", "", StringComparison.Ordinal);
}

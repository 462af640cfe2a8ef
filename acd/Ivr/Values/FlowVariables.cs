using System.Buffers;

namespace CrmUms.Acd.Ivr.Values;

/// <summary>Names of variables, and which of them are special.</summary>
public static class FlowVariables
{
    public const int NameMax = 60;

    /// <summary>
    /// What begins like this is never written down: not in notes, not in a stored state. After a restart it is empty.
    /// </summary>
    public const string PrivatePrefix = "private.";

    /// <summary>
    /// What begins like this stands in look-ups only and is filled in there; it is no variable of a caller.
    /// </summary>
    public const string SecretPrefix = "secret.";

    private static readonly string[] ReadOnlyPrefixes = ["caller.", "client.", "queue.", "language", SecretPrefix];

    private static readonly SearchValues<char> Letters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");

    /// <summary>What every flow knows without setting it, for editors.</summary>
    public static IReadOnlyList<string> BuiltIn { get; } =
    [
        "caller.number",
        "caller.dialled",
        "client.name",
        "client.kind",
        "client.vip",
        "client.manager",
        "client.verified",
        "queue.id",
        "queue.waiting",
        "queue.estimatedWait",
        "queue.agents",
        "language",
    ];

    public static bool IsName(ReadOnlySpan<char> name) =>
        name.Length is > 0 and <= NameMax && char.IsAsciiLetter(name[0]) && !name.ContainsAnyExcept(Letters);

    public static bool IsPrivate(string name) => name.StartsWith(PrivatePrefix, StringComparison.Ordinal);

    public static bool IsSecret(string name) => name.StartsWith(SecretPrefix, StringComparison.Ordinal);

    /// <summary>Whether a flow may set it.</summary>
    public static bool IsSettable(string name) =>
        IsName(name) && !ReadOnlyPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}

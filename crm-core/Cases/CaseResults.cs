namespace CrmUms.CrmCore.Cases;

/// <summary>
/// What an agent may record as the result of a talk. Cases hold the codes: a released one is never renamed.
/// </summary>
public static class CaseResults
{
    // Code, and whether it settles the case.
    private static readonly (string Code, bool Settles)[] List =
    [
        ("resolved", true),
        ("informed", true),
        ("passed-on", false),
        ("callback-promised", false),
        ("not-resolved", false),
        ("line-dropped", false),
        ("wrong-number", true),
    ];

    /// <summary>The codes in the order shown.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. List.Select(result => result.Code)];

    /// <summary>Whether nothing remains to be done. A result that is missing or unknown settles nothing.</summary>
    public static bool Settles(string? code) => List.Any(result => result.Code == code && result.Settles);
}

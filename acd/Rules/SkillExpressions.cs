using System.Text.RegularExpressions;

namespace CrmUms.Acd.Rules;

/// <summary>The seam to the language of skill expressions: here it knows one skill, with or without a level.</summary>
internal static partial class SkillExpressions
{
    /// <summary>The skills an expression names; null when it cannot be read.</summary>
    public static IReadOnlyList<string>? SkillsOf(string expression) =>
        string.IsNullOrWhiteSpace(expression) ? []
        : Single().Match(expression) is { Success: true } match ? [match.Groups["skill"].Value]
        : null;

    [GeneratedRegex("^\\s*(?<skill>[a-z0-9-]{1,40})\\s*((>=|>|=|<=|<)\\s*(10|[1-9]))?\\s*$")]
    private static partial Regex Single();
}

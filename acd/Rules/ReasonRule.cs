using System.Text.RegularExpressions;
using CrmUms.Acd.Agents;

namespace CrmUms.Acd.Rules;

/// <summary>
/// Why an agent takes no interactions: what he may choose, and how it and the program's reasons look.
/// </summary>
public sealed record ReasonRule : IRule
{
    /// <summary>The code: it stands in the journal.</summary>
    public required string Id { get; init; }

    public RuleNames Names { get; init; } = new();

    /// <summary>After this the page and the supervisor are reminded; null: never.</summary>
    public int? LimitMinutes { get; init; }

    /// <summary>As <c>#rrggbb</c>.</summary>
    public string Colour { get; init; } = "#808080";

    /// <summary>Whether an agent may choose it himself.</summary>
    public bool Choosable { get; init; } = true;

    /// <summary>Its place in the list, ascending.</summary>
    public int Position { get; init; }
}

internal sealed partial class ReasonKind() : RuleKind<ReasonRule>("reason")
{
    protected override void Judge(ReasonRule rule, CentreRules rules, RuleFindings findings)
    {
        rule.Names.Judge("names", findings);
        findings.Range("limitMinutes", rule.LimitMinutes, 1, 24 * 60);
        findings.Range("position", rule.Position, 0, 1_000);
        if (!Colour().IsMatch(rule.Colour))
        {
            findings.Add(RuleCodes.Malformed, "colour", ("form", "#rrggbb"));
        }

        if (rule.Choosable && NotReadyReasons.OfTheProgram.Contains(rule.Id))
        {
            findings.Add(RuleCodes.NotChoosable, "choosable", ("id", rule.Id));
        }
    }

    [GeneratedRegex("^#[0-9a-f]{6}$", RegexOptions.IgnoreCase)]
    private static partial Regex Colour();
}

using CrmUms.Acd.Ports;

namespace CrmUms.Acd.Rules;

/// <summary>
/// Who is served sooner, or later. A caller has the points of every rule whose conditions he fulfils.
/// </summary>
public sealed record PriorityRule : IRule
{
    public const int PointsMax = 100;

    public required string Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>He called one of these numbers; empty: any.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>He is marked VIP, or is not; null: either.</summary>
    public bool? Vip { get; init; }

    /// <summary>Person or company; null: either.</summary>
    public ClientKind? ClientKind { get; init; }

    /// <summary>He owes something, or does not; null: either.</summary>
    public bool? Debt { get; init; }

    /// <summary>He calls about one of these topics; empty: any.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>While this calendar is open; null: always.</summary>
    public string? Calendar { get; init; }

    /// <summary>From -100 to 100; the sum of all is kept within the same bounds.</summary>
    public int Points { get; init; }
}

internal sealed class PriorityKind() : RuleKind<PriorityRule>("priority")
{
    protected override void Judge(PriorityRule rule, CentreRules rules, RuleFindings findings)
    {
        findings.Text("name", rule.Name);
        findings.Range("points", rule.Points, -PriorityRule.PointsMax, PriorityRule.PointsMax);
        findings.Distinct("numbers", rule.Numbers);
        findings.Distinct("topics", rule.Topics);
        if (rule.Points == 0)
        {
            findings.Add(RuleCodes.Missing, "points");
        }

        if (rule is { Numbers.Count: 0, Vip: null, ClientKind: null, Debt: null, Topics.Count: 0, Calendar: null })
        {
            findings.Add(RuleCodes.ConditionMissing, "");
        }
    }

    protected override IEnumerable<RuleReference> ReferencesOf(PriorityRule rule) =>
    [
        .. rule.Numbers.Select((number, index) =>
            new RuleReference("number", number, RuleFindings.At("numbers", index))),
        .. rule.Calendar is { } calendar
            ? [new RuleReference("calendar", calendar, "calendar")]
            : Array.Empty<RuleReference>(),
    ];
}

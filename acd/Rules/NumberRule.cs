namespace CrmUms.Acd.Rules;

/// <summary>Where a number called (DNIS) leads to.</summary>
public sealed record NumberRule : IRule
{
    /// <summary>The number as the carrier delivers it; exact match.</summary>
    public required string Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>A queue or a flow.</summary>
    public RuleTarget? Target { get; init; }

    /// <summary>Prompt heard before a queue; empty for none, and then the first offer is as quick as can be.</summary>
    public string Greeting { get; init; } = "";
}

internal sealed class NumberKind() : RuleKind<NumberRule>("number")
{
    private static readonly string[] Targets = ["queue", "flow"];

    internal override string IdForm => "\\+?[0-9]{2,20}";

    internal override bool IsId(string id) =>
        Digits(id) is { Length: >= 2 and <= 20 } digits && digits.All(char.IsAsciiDigit);

    protected override void Judge(NumberRule rule, CentreRules rules, RuleFindings findings)
    {
        findings.Length("name", rule.Name, max: 100);
        findings.Length("greeting", rule.Greeting, max: 100);
        RuleTarget.Judge(rule.Target, "target", rules, findings);
        if (rule.Target is { Kind: TargetKind.Voicemail or TargetKind.HangUp })
        {
            findings.Add(RuleCodes.UnknownWord, "target.kind", ("allowed", string.Join(", ", Targets)));
        }

        // A carrier that changes its mind about the plus sign must not change where callers arrive.
        var twin = rules.All<NumberRule>()
            .FirstOrDefault(other => other.Id != rule.Id && Digits(other.Id) == Digits(rule.Id));
        if (twin is not null)
        {
            findings.Add(RuleCodes.Duplicate, "id", ("other", twin.Id));
        }
    }

    protected override IEnumerable<RuleReference> ReferencesOf(NumberRule rule) =>
        rule.Target?.References("target") ?? [];

    private static string Digits(string number) =>
        number.StartsWith('+') ? number[1..] : number;
}

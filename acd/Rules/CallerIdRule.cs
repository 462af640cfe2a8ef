namespace CrmUms.Acd.Rules;

/// <summary>
/// Which number those see whom we call. Of all rules whose conditions hold the first in order counts; where none does,
/// what the agent's group and the settings say.
/// </summary>
public sealed record CallerIdRule : IRule
{
    public const int OrderMax = 1_000;

    public required string Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>What they see.</summary>
    public string CallerId { get; init; } = "";

    /// <summary>Their number, in E.164 form, begins with one of these; empty: any.</summary>
    public IReadOnlyList<string> Prefixes { get; init; } = [];

    /// <summary>The agent who calls belongs to one of these; empty: any, or nobody.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The call came through one of these queues; empty: any, or none.</summary>
    public IReadOnlyList<string> Queues { get; init; } = [];

    /// <summary>The smallest counts first; of two equal ones the one whose key comes first.</summary>
    public int Order { get; init; } = 100;
}

internal sealed class CallerIdKind() : RuleKind<CallerIdRule>("caller-id")
{
    private const int DigitsMax = 15;
    private const int ListMax = 200;

    protected override void Judge(CallerIdRule rule, CentreRules rules, RuleFindings findings)
    {
        findings.Text("name", rule.Name);
        findings.Text("callerId", rule.CallerId);
        findings.CallerId("callerId", rule.CallerId);
        findings.Range("order", rule.Order, 1, CallerIdRule.OrderMax);
        findings.Distinct("groups", rule.Groups);
        findings.Distinct("queues", rule.Queues);
        JudgePrefixes(rule.Prefixes, findings);
        if (rule is { Prefixes.Count: 0, Groups.Count: 0, Queues.Count: 0 })
        {
            findings.Add(RuleCodes.ConditionMissing, "");
        }
    }

    protected override IEnumerable<RuleReference> ReferencesOf(CallerIdRule rule) =>
    [
        .. rule.Groups.Select((group, index) => new RuleReference("group", group, RuleFindings.At("groups", index))),
        .. rule.Queues.Select((queue, index) => new RuleReference("queue", queue, RuleFindings.At("queues", index))),
    ];

    private static void JudgePrefixes(IReadOnlyList<string> prefixes, RuleFindings findings)
    {
        findings.Count("prefixes", prefixes.Count, ListMax);
        findings.Distinct("prefixes", prefixes);
        for (var index = 0; index < prefixes.Count; index++)
        {
            if (prefixes[index] is not ['+', .. { Length: > 0 and <= DigitsMax } digits]
                || !digits.All(char.IsAsciiDigit))
            {
                findings.Add(RuleCodes.NumberInvalid, RuleFindings.At("prefixes", index), ("value", prefixes[index]));
            }
        }
    }
}

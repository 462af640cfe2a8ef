namespace CrmUms.Acd.Rules;

/// <summary>A team of agents.</summary>
public sealed record GroupRule : IRule
{
    public required string Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>What those see whom its agents call; empty: what the centre's settings say.</summary>
    public string CallerId { get; init; } = "";
}

internal sealed class GroupKind() : RuleKind<GroupRule>("group")
{
    protected override void Judge(GroupRule rule, CentreRules rules, RuleFindings findings)
    {
        findings.Text("name", rule.Name);
        findings.CallerId("callerId", rule.CallerId);
    }
}

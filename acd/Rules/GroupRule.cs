namespace CrmUms.Acd.Rules;

/// <summary>A team of agents.</summary>
public sealed record GroupRule : IRule
{
    public required string Id { get; init; }

    public string Name { get; init; } = "";
}

internal sealed class GroupKind() : RuleKind<GroupRule>("group")
{
    protected override void Judge(GroupRule rule, CentreRules rules, RuleFindings findings) =>
        findings.Text("name", rule.Name);
}

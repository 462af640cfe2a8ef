namespace CrmUms.Acd.Rules;

/// <summary>Something that agents can or cannot do, each at a level from 1 to 10.</summary>
public sealed record SkillRule : IRule
{
    public const int LevelMax = 10;

    public required string Id { get; init; }

    public string Name { get; init; } = "";
}

internal sealed class SkillKind() : RuleKind<SkillRule>("skill")
{
    protected override void Judge(SkillRule rule, CentreRules rules, RuleFindings findings) =>
        findings.Text("name", rule.Name);
}

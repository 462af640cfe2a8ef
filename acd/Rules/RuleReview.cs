namespace CrmUms.Acd.Rules;

/// <summary>Judges changes of the rules: the rules that hold and what is wished in, a verdict out. Pure.</summary>
internal static class RuleReview
{
    public static RuleVerdict Of(CentreRules rules, IReadOnlyList<RuleChange> changes)
    {
        var after = rules;
        var effective = new List<RuleChange>();
        var problems = new List<RuleProblem>();
        foreach (var change in changes)
        {
            var (kind, found) = Apply(change, ref after, effective);
            problems.AddRange(found is null ? [] : [Placed(found)]);
            RuleProblem Placed(RuleProblem problem) => Place(problem, change, changes.Count);
        }

        // Each is judged among all: they may need each other, whatever their order.
        foreach (var change in problems.Count == 0 ? effective : [])
        {
            problems.AddRange(ProblemsAmong(after, change).Select(found => Place(found, change, changes.Count)));
        }

        return problems.Count > 0 ? new RuleVerdict.Refused(problems) : new RuleVerdict.Accepted(effective);
    }

    private static (RuleKind? Kind, RuleProblem? Problem) Apply(
        RuleChange change, ref CentreRules after, List<RuleChange> effective)
    {
        if (RuleCatalog.Find(change.Kind) is not { } kind)
        {
            return (null, RuleFindings.Problem(RuleCodes.UnknownKind, "", ("value", change.Kind)));
        }

        if (change.Content is not { } content)
        {
            if (!after.Has(kind.Key, change.Id))
            {
                return (kind, RuleFindings.Problem(RuleCodes.NotFound, ""));
            }

            after = after.Without(kind, change.Id);
            effective.Add(change);
            return (kind, null);
        }

        var (rule, problem) = kind.Read(change.Id, content);
        if (rule is null)
        {
            return (kind, problem);
        }

        // What the journal keeps is complete, whatever was left out.
        var written = kind.Write(rule);
        if (after.Written(kind, rule.Id)?.GetRawText() != written.GetRawText())
        {
            after = after.With(kind, rule);
            effective.Add(change with { Content = written });
        }

        return (kind, null);
    }

    private static IReadOnlyList<RuleProblem> ProblemsAmong(CentreRules after, RuleChange change)
    {
        var kind = RuleCatalog.Find(change.Kind)!;
        if (after.Item(change.Kind, change.Id) is { } rule)
        {
            return kind.ProblemsOf(rule, after);
        }

        var users = after.UsersOf(change.Kind, change.Id).ToList();
        return users.Count == 0
            ? []
            : [RuleFindings.Problem(RuleCodes.InUse, "", ("users", string.Join(", ", users)))];
    }

    private static RuleProblem Place(RuleProblem problem, RuleChange change, int changes) =>
        changes == 1 ? problem : problem with { Field = $"{change.Kind}/{change.Id}.{problem.Field}" };
}

/// <summary>What a review comes to.</summary>
internal abstract record RuleVerdict
{
    private RuleVerdict()
    {
    }

    /// <param name="Changes">Those that change anything, with their whole content.</param>
    internal sealed record Accepted(IReadOnlyList<RuleChange> Changes) : RuleVerdict;

    internal sealed record Refused(IReadOnlyList<RuleProblem> Problems) : RuleVerdict;
}

namespace CrmUms.Acd.Rules;

/// <summary>What makes sense in a calendar stands in <see cref="CalendarCheck"/>.</summary>
internal sealed class CalendarKind() : RuleKind<CalendarRule>("calendar")
{
    protected override void Judge(CalendarRule rule, CentreRules rules, RuleFindings findings)
    {
        foreach (var problem in CalendarCheck.ProblemsOf(rule))
        {
            findings.Add(new RuleProblem(problem.Code, problem.Field, problem.Args));
        }
    }
}

using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ivr.Checking;

namespace CrmUms.Acd.Rules;

/// <summary>Pure: what makes no sense in what an administrator has drawn, given the other rules.</summary>
public static class FlowRuleCheck
{
    /// <summary>Everything about the draft, warnings among it. A flow without a draft is an empty one.</summary>
    public static IReadOnlyList<FlowProblem> ProblemsOfDraft(FlowRule flow, CentreRules rules)
    {
        if (flow.Draft is not { } drawn)
        {
            return [FlowProblem.Of(FlowCodes.FlowEmpty, "nodes")];
        }

        var (graph, problem) = FlowJson.Read(drawn);
        return graph is null
            ? [problem!]
            : FlowValidator.ProblemsOf(graph with { Id = flow.Id }, SurroundingsOf(rules));
    }

    public static RuleProblem ToRuleProblem(FlowProblem problem) =>
        new(problem.Code, problem.Field.Length == 0 ? "draft" : "draft." + problem.Field, problem.Args);

    private static FlowSurroundings SurroundingsOf(CentreRules rules) => new()
    {
        Queues = rules.All<QueueRule>().Select(queue => queue.Id).ToHashSet(),
        Calendars = rules.All<CalendarRule>().Select(calendar => calendar.Id).ToHashSet(),
        Flows = PublishedIn(rules),
    };

    private static Dictionary<string, FlowGraph> PublishedIn(CentreRules rules) => (
        from rule in rules.All<FlowRule>()
        where rule.Published is not null
        let graph = FlowJson.Read(rule.Published!.Value).Graph
        where graph is not null
        select graph with { Id = rule.Id }).ToDictionary(graph => graph.Id);
}

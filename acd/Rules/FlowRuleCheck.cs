using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ivr.Checking;
using CrmUms.Acd.Ports;

namespace CrmUms.Acd.Rules;

/// <summary>
/// Pure: what makes no sense in what an administrator has drawn, given the other rules and the prompts.
/// </summary>
public static class FlowRuleCheck
{
    /// <summary>Everything about the draft, warnings among it. A flow without a draft is an empty one.</summary>
    public static IReadOnlyList<FlowProblem> ProblemsOfDraft(
        FlowRule flow, CentreRules rules, IPromptLibrary prompts)
    {
        if (flow.Draft is not { } drawn)
        {
            return [FlowProblem.Of(FlowCodes.FlowEmpty, "nodes")];
        }

        var (graph, problem) = FlowJson.Read(drawn);
        return graph is null
            ? [problem!]
            : FlowValidator.ProblemsOf(graph with { Id = flow.Id }, SurroundingsOf(rules, prompts));
    }

    public static RuleProblem ToRuleProblem(FlowProblem problem) =>
        new(problem.Code, problem.Field.Length == 0 ? "draft" : "draft." + problem.Field, problem.Args);

    private static FlowSurroundings SurroundingsOf(CentreRules rules, IPromptLibrary prompts) => new()
    {
        Queues = rules.All<QueueRule>().Select(queue => queue.Id).ToHashSet(),
        Skills = rules.All<SkillRule>().Select(skill => skill.Id).ToHashSet(),
        Calendars = rules.All<CalendarRule>().Select(calendar => calendar.Id).ToHashSet(),
        Flows = PublishedIn(rules),
        // Whoever asks for a language gets another one where it lacks.
        HasPrompt = (prompt, language) =>
            prompts.PromptsFor([prompt], language).Playable is [var found] && found.Language == language,
    };

    private static Dictionary<string, FlowGraph> PublishedIn(CentreRules rules) => (
        from rule in rules.All<FlowRule>()
        where rule.Published is not null
        let graph = FlowJson.Read(rule.Published!.Value).Graph
        where graph is not null
        select graph with { Id = rule.Id }).ToDictionary(graph => graph.Id);
}

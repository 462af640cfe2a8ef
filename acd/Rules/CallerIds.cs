using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Rules;

/// <summary>Pure: which number those see whom we call, and why.</summary>
internal static class CallerIds
{
    /// <summary>
    /// That of the first rule whose conditions hold; else of the first of his groups that has one, the centre's, or any
    /// number that leads here.
    /// </summary>
    /// <param name="rules">Of now.</param>
    /// <param name="agent">Who calls.</param>
    /// <param name="number">Whom, in E.164 form.</param>
    /// <param name="queue">Through which the call in hand came; empty: none.</param>
    public static CallerIdChoice For(CentreRules rules, AgentId agent, string number, string queue)
    {
        var groups = rules.Find<AgentRule>(AgentRule.IdOf(agent))?.Groups ?? [];
        return ByRule(rules, groups, number, queue) ?? new CallerIdChoice(UsualFor(rules, groups), Rule: null);
    }

    /// <summary>Who is called back sees the number that he has called, unless a rule says otherwise.</summary>
    public static CallerIdChoice ForCallback(
        CentreRules rules, AgentId agent, string number, string queue, string dialled)
    {
        var groups = rules.Find<AgentRule>(AgentRule.IdOf(agent))?.Groups ?? [];
        return ByRule(rules, groups, number, queue) ?? new CallerIdChoice(dialled, Rule: null);
    }

    private static CallerIdChoice? ByRule(
        CentreRules rules, IReadOnlyList<string> groups, string number, string queue) => rules.All<CallerIdRule>()
        .Where(rule => IsOneOf(rule.Prefixes, prefix => number.StartsWith(prefix, StringComparison.Ordinal))
            && IsOneOf(rule.Groups, groups.Contains)
            && IsOneOf(rule.Queues, each => each == queue))
        .OrderBy(rule => rule.Order)
        .Select(rule => new CallerIdChoice(rule.CallerId, rule.Name))
        .FirstOrDefault();

    private static bool IsOneOf(IReadOnlyList<string> wanted, Func<string, bool> holds) =>
        wanted.Count == 0 || wanted.Any(holds);

    private static string UsualFor(CentreRules rules, IReadOnlyList<string> groups)
    {
        string[] wanted =
        [
            .. groups.Select(group => rules.Find<GroupRule>(group)?.CallerId ?? ""),
            rules.Settings.CallerId,
            .. rules.All<NumberRule>().Select(number => number.Id).Order(StringComparer.Ordinal),
        ];
        return wanted.FirstOrDefault(number => number.Length > 0) ?? "";
    }
}

/// <summary>The number that somebody sees whom we call.</summary>
/// <param name="CallerId">The number.</param>
/// <param name="Rule">The name of the rule that chose it; null: the usual one.</param>
public sealed record CallerIdChoice(string CallerId, string? Rule);

using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Rules;

/// <summary>Pure: which number those see whom an agent has called.</summary>
internal static class CallerIds
{
    /// <summary>That of the first of his groups that has one, the centre's, or any number that leads here.</summary>
    public static string For(CentreRules rules, AgentId agent)
    {
        var groups = rules.Find<AgentRule>(AgentRule.IdOf(agent))?.Groups ?? [];
        string[] wanted =
        [
            .. groups.Select(group => rules.Find<GroupRule>(group)?.CallerId ?? ""),
            rules.Settings.CallerId,
            .. rules.All<NumberRule>().Select(number => number.Id).Order(StringComparer.Ordinal),
        ];
        return wanted.FirstOrDefault(number => number.Length > 0) ?? "";
    }
}

using CrmUms.Acd.Ports;

namespace CrmUms.Acd.Rules;

/// <summary>How urgent a caller is. Pure.</summary>
public static class PriorityRules
{
    /// <summary>The sum of the points of all rules that hold for him, from -100 to 100.</summary>
    public static int For(CentreRules rules, PriorityFacts facts) => Math.Clamp(
        rules.All<PriorityRule>().Where(rule => Holds(rule, rules, facts)).Sum(rule => rule.Points),
        -PriorityRule.PointsMax,
        PriorityRule.PointsMax);

    private static bool Holds(PriorityRule rule, CentreRules rules, PriorityFacts facts) =>
        (rule.Numbers.Count == 0 || rule.Numbers.Contains(facts.Dialled))
        && (rule.Vip is null || rule.Vip == facts.IsVip)
        && (rule.ClientKind is null || rule.ClientKind == facts.Kind)
        && (rule.Debt is null || rule.Debt == facts.HasDebt)
        && (rule.Topics.Count == 0 || (facts.Topic is { } topic && rule.Topics.Contains(topic)))
        && (rule.Calendar is null || rules.Find<CalendarRule>(rule.Calendar)?.IsOpen(facts.At) == true);
}

/// <summary>What counts for the priority of a caller.</summary>
/// <param name="Dialled">The number called.</param>
/// <param name="IsVip">Whether he is marked VIP.</param>
/// <param name="Kind">Person or company; null while he is not known.</param>
/// <param name="HasDebt">Whether he owes something.</param>
/// <param name="Topic">What he calls about, where it is known.</param>
/// <param name="At">When he calls.</param>
public sealed record PriorityFacts(
    string Dialled, bool IsVip, ClientKind? Kind, bool HasDebt, string? Topic, DateTimeOffset At)
{
    /// <summary>The facts about a caller, as far as he is known.</summary>
    public static PriorityFacts Of(string dialled, CallerIdentity? identity, string? topic, DateTimeOffset at) => new(
        dialled, identity?.IsVip ?? false, identity?.Kind, identity?.HasDebt ?? false, topic, at);
}

using CrmUms.Acd.Rules;

namespace CrmUms.AgentWeb.Contracts;

/// <summary>The reasons of the rules as they travel to a page.</summary>
internal static class ReasonTranslation
{
    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<ReasonView> ToReasonViews(this CentreRules rules) =>
    [
        .. from reason in rules.All<ReasonRule>()
           orderby reason.Position, reason.Id
           select new ReasonView(
               reason.Id,
               new TopicNames(reason.Names.Ru, reason.Names.Uz, reason.Names.En),
               reason.Colour,
               reason.LimitMinutes,
               reason.Choosable),
    ];
}

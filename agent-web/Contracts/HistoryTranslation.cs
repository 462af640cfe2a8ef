using System.Text.Json;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Rules;
using CrmUms.CrmCore.Cases;
using CrmUms.CrmCore.Clients;
using CrmUms.CrmCore.History;
using CrmUms.CrmCore.Ports;

namespace CrmUms.AgentWeb.Contracts;

/// <summary>The words of the CRM core as they travel to a screen.</summary>
internal static class HistoryTranslation
{
    public static HistoryPageView ToView(this HistoryPage page) =>
        new([.. page.Rows.Select(ToView)], page.Next?.ToString());

    public static HistoryRowView ToView(this HistoryRow row) => new(
        row.Interaction.ToString(),
        row.ArrivedAt,
        row.Direction,
        row.Dialled,
        new DeskNumber(row.NumberKind, row.NumberShown),
        row.Client is { } client
            ? new HistoryClientView(client.Client.ToString(), client.DisplayName, client.IsVip)
            : null,
        row.Queue?.Value,
        row.QueueName,
        row.Agent?.ToString(),
        row.AgentName,
        row.Wait.TotalSeconds,
        row.Talk.TotalSeconds,
        row.Hold.TotalSeconds,
        row.WrapUp.TotalSeconds,
        row.Ending,
        row.Topic,
        row.Result,
        row.Note,
        row.CaseNumber,
        [.. row.Recordings.Select(recording => new RecordingView(
            recording.Recording.ToString("n"),
            recording.Part,
            recording.Duration?.TotalSeconds,
            recording.State,
            recording.TalkStartsAt.TotalSeconds))])
    {
        FormerAgentIds = [.. row.FormerAgents.Select(former => former.ToString())],
    };

    /// <param name="detail">What is known of it.</param>
    /// <param name="rules">They name its queues and flows.</param>
    public static HistoryDetailView ToView(this HistoryDetail detail, CentreRules rules) => new(
        detail.Row.ToView(),
        detail.Decision?.ToView(),
        [
            .. detail.Timeline.Select(entry => new TimelineView(
                entry.At, entry.Kind, entry.AgentName, entry.Detail, entry.Decision?.ToView())),
        ],
        new TimelineNamesView(
            NamesOf(detail, "queue", id => rules.Find<QueueRule>(id)?.Name),
            NamesOf(detail, "flow", id => rules.Find<FlowRule>(id)?.Name),
            NamesOf(detail, "skill", id => rules.Find<SkillRule>(id)?.Name),
            detail.People))
    {
        Scores =
        [
            .. detail.Scores.Select(score => new HistoryScoreView(
                score.Kind, score.Question, score.Score, score.Lowest, score.Highest)),
        ],
    };

    private static Dictionary<string, string> NamesOf(
        HistoryDetail detail, string kind, Func<string, string?> nameOf) => (
        from key in detail.Timeline.SelectMany(entry => KeysIn(entry.Detail, kind)).Distinct()
        let name = nameOf(key)
        where !string.IsNullOrEmpty(name)
        select (key, name)).ToDictionary(named => named.key, named => named.name);

    private static IEnumerable<string> KeysIn(JsonElement detail, string kind) =>
        from property in detail.ValueKind == JsonValueKind.Object ? detail.EnumerateObject().ToList() : []
        from key in property.Name == kind && property.Value.ValueKind == JsonValueKind.String
            ? [property.Value.GetString()!]
            : KeysIn(property.Value, kind)
        select key;

    private static RoutingView ToView(this RoutingReason decision) => new(
        decision.Strategy,
        decision.Skill,
        decision.Candidates,
        decision.IdleFor.TotalSeconds,
        decision.RunnerUp?.ToString(),
        decision.RunnerUpIdleFor?.TotalSeconds,
        decision.Grounds?.ToView());

    private static RoutingGroundsView ToView(this RoutingGrounds grounds) => new(
        grounds.Queue.Value,
        grounds.Step,
        grounds.RulesVersion,
        grounds.Priority,
        grounds.Personal,
        [.. grounds.Ranking.Select(candidate => new RoutingCandidateView(
            candidate.Agent.ToString(),
            candidate.Preference,
            [.. candidate.Terms.Select(term => new RoutingTermView(term.Name, term.Value))]))],
        [.. grounds.Exclusions.Select(
            exclusion => new RoutingExclusionView(exclusion.Agent.ToString(), exclusion.Code))],
        grounds.ExcludedTotal);

    public static ClientCardView ToView(
        this Client client, IReadOnlyList<HistoryRow> history, IReadOnlyList<CaseCard> cases) => new(
        client.Id.ToString(),
        client.Kind,
        client.DisplayName,
        client.GreetingName,
        [.. client.Numbers.Select(number => number.E164)],
        client.IsVip,
        client.PersonalManager?.DisplayName,
        [.. history.Select(ToView)],
        [.. cases.Select(card => new CaseView(
            card.Case.ToString(),
            card.Number,
            card.OpenedAt,
            card.Status,
            card.Topic,
            card.Result,
            card.Note,
            [.. card.Interactions.Select(interaction => interaction.ToString())]))]);
}

using System.Text.Json;
using CrmUms.CrmCore.History;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>
/// Whom an agent did not see listening, his history does not tell him either, whatever the rules and rights are now.
/// Who whispered or barged in stands there: him they saw.
/// </summary>
internal static class QuietListeners
{
    private const string Supervised = "talk-supervised";
    private const string Unsupervised = "talk-unsupervised";

    /// <param name="detail">As it was.</param>
    /// <param name="agentsSeeListeners">Of the rules now: counts where it was not written down who was seen.</param>
    public static HistoryDetail LeftOut(HistoryDetail detail, bool agentsSeeListeners)
    {
        var seen = new HashSet<string>();
        List<TimelineEntry> told = [];
        foreach (var entry in detail.Timeline)
        {
            var by = TextOf(entry, "by");
            if (entry.Kind == Supervised && !WasSeen(entry, agentsSeeListeners))
            {
                continue;
            }

            if (entry.Kind == Supervised)
            {
                seen.Add(by);
            }
            else if (entry.Kind == Unsupervised && !seen.Remove(by))
            {
                continue;
            }

            told.Add(entry);
        }

        var named = told.Select(entry => entry.Detail.GetRawText()).ToList();
        return detail with
        {
            Timeline = told,
            People = detail.People
                .Where(person => named.Exists(text => text.Contains(person.Key, StringComparison.Ordinal)))
                .ToDictionary(),
        };
    }

    private static bool WasSeen(TimelineEntry entry, bool agentsSeeListeners) =>
        FieldOf(entry, "isSeen") is { ValueKind: JsonValueKind.True or JsonValueKind.False } seen
            ? seen.GetBoolean()
            : agentsSeeListeners || TextOf(entry, "mode") != "listen";

    private static string TextOf(TimelineEntry entry, string field) =>
        FieldOf(entry, field) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : "";

    private static JsonElement? FieldOf(TimelineEntry entry, string field) =>
        entry.Detail.ValueKind == JsonValueKind.Object && entry.Detail.TryGetProperty(field, out var value)
            ? value
            : null;
}

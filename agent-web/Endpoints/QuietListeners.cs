using System.Security.Claims;
using System.Text.Json;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.AgentWeb.Identity;
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

    /// <summary>Whether the reader of a recording's lanes may know that somebody supervised there.</summary>
    public static Func<TalkSupervised, bool> MayBeToldTo(ClaimsPrincipal user, bool agentsSeeListeners) =>
        supervised => !user.IsInRole(Roles.Agent)
            || (supervised.IsSeen ?? (agentsSeeListeners || supervised.Mode != SupervisionMode.Listen));

    /// <param name="detail">As it was.</param>
    /// <param name="agentsSeeListeners">Of the rules now: counts where it was not written down who was seen.</param>
    public static HistoryDetail LeftOut(HistoryDetail detail, bool agentsSeeListeners)
    {
        var seen = new HashSet<string>();
        List<TimelineEntry> told = [];
        foreach (var entry in detail.Timeline)
        {
            var by = TextOf(entry, "by");
            var isUnseen = entry.Kind == Supervised && !WasSeen(entry, agentsSeeListeners);
            if ((isUnseen || entry.Kind == Unsupervised) && !seen.Remove(by))
            {
                continue;
            }

            if (entry.Kind == Supervised && !isUnseen)
            {
                seen.Add(by);
            }

            told.Add(isUnseen ? AsLeft(entry, by) : entry); // To the agent, he was gone from then on.
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

    private static TimelineEntry AsLeft(TimelineEntry entry, string by) => entry with
    {
        Kind = Unsupervised, AgentName = null, Detail = JsonSerializer.SerializeToElement(new { by }),
    };

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

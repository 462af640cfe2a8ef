using System.Security.Claims;
using System.Text.Json;
using CrmUms.Acd.Rules;
using CrmUms.AgentWeb.Identity;
using CrmUms.CrmCore.History;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>
/// Where agents are not to see who listens to them, their history does not tell it either. Who whispered or barged in
/// stands there: him they saw.
/// </summary>
internal static class QuietListeners
{
    private const string Supervised = "talk-supervised";
    private const string Unsupervised = "talk-unsupervised";

    public static bool MayBeToldTo(ClaimsPrincipal user, CentreRules rules) =>
        rules.Settings.AgentsSeeListeners || !user.IsInRole(Roles.Agent);

    public static HistoryDetail LeftOut(HistoryDetail detail)
    {
        var seen = new HashSet<string>();
        List<TimelineEntry> told = [];
        foreach (var entry in detail.Timeline)
        {
            var by = TextOf(entry, "by");
            var listens = entry.Kind == Supervised && TextOf(entry, "mode") == "listen";
            if ((listens || entry.Kind == Unsupervised) && !seen.Remove(by))
            {
                continue;
            }

            if (entry.Kind == Supervised && !listens)
            {
                seen.Add(by);
            }

            told.Add(listens ? AsLeft(entry, by) : entry); // To the agent, he was gone from then on.
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

    private static string TextOf(TimelineEntry entry, string field) =>
        entry.Detail.ValueKind == JsonValueKind.Object
        && entry.Detail.TryGetProperty(field, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";
}

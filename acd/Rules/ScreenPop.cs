using System.Text.RegularExpressions;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Rules;

/// <summary>
/// The address that an agent's screen opens for a caller, such as
/// <c>https://crm.example/clients?phone={number}&amp;case={caseId}</c>. Whatever a caller brings along is encoded and
/// stands behind the host: he cannot lead an agent elsewhere.
/// </summary>
public static partial class ScreenPop
{
    private const int UrlMax = 500;

    private static readonly Dictionary<string, Func<CallerFacts, string>> Values = new()
    {
        ["number"] = caller => caller.Number.Shown,
        ["clientId"] = caller => caller.Client?.ToString() ?? "",
        // A case is opened with each interaction, under the same id.
        ["caseId"] = caller => caller.Interaction.ToString(),
        ["interactionId"] = caller => caller.Interaction.ToString(),
        ["queueId"] = caller => caller.Queue?.Value ?? "",
        ["dialled"] = caller => caller.Dialled,
    };

    /// <summary>Null when the rules name no address.</summary>
    public static string? UrlFor(string template, CallerFacts caller) => template.Length == 0
        ? null
        : Name().Replace(
            template,
            match => Values.TryGetValue(match.Groups[1].Value, out var valueOf)
                ? Uri.EscapeDataString(valueOf(caller))
                : "");

    internal static void Judge(string field, string template, RuleFindings findings)
    {
        if (template.Length == 0)
        {
            return;
        }

        findings.Length(field, template, UrlMax);
        foreach (Match name in Name().Matches(template))
        {
            findings.Word(field, name.Groups[1].Value, Values.Keys);
        }

        if (!IsAddress(template))
        {
            findings.Add(RuleCodes.AddressInvalid, field, ("value", template));
        }
    }

    private static bool IsAddress(string template)
    {
        var host = template.IndexOf("://", StringComparison.Ordinal);
        var brace = template.IndexOf('{', StringComparison.Ordinal);
        var isHostFixed = host >= 0
            && (brace < 0 || template.AsSpan(host + 3, Math.Max(0, brace - host - 3)).IndexOfAny('/', '?', '#') >= 0);
        return isHostFixed
            && Uri.TryCreate(Name().Replace(template, "x"), UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && address.UserInfo.Length == 0;
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Name();
}

/// <summary>What of a caller may stand in an address.</summary>
/// <param name="Interaction">Which.</param>
/// <param name="Number">His number.</param>
/// <param name="Client">Who he is, once known.</param>
/// <param name="Queue">Where he waits.</param>
/// <param name="Dialled">The number called.</param>
public sealed record CallerFacts(
    InteractionId Interaction, CallerNumber Number, ClientId? Client, QueueId? Queue, string Dialled);

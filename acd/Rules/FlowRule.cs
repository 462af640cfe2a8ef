using System.Text.Json;
using CrmUms.Acd.Routing.Skills;

namespace CrmUms.Acd.Rules;

/// <summary>
/// What a caller walks through before he is served: the graph as it is edited, and as callers walk it.
/// </summary>
public sealed record FlowRule : IRule
{
    public required string Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>May be unfinished; no caller comes here.</summary>
    public JsonElement? Draft { get; init; }

    /// <summary>Null: never published.</summary>
    public JsonElement? Published { get; init; }

    /// <summary>How often it was published; null: never.</summary>
    public int? PublishedVersion { get; init; }
}

internal sealed class FlowKind() : RuleKind<FlowRule>("flow")
{
    // What a node's settings may name, and of which kind that is.
    private static readonly string[] Named = ["queue", "flow", "calendar"];
    private const string Skills = "skills"; // An expression that names them.

    protected override void Judge(FlowRule rule, CentreRules rules, RuleFindings findings)
    {
        findings.Text("name", rule.Name);
        findings.Range("publishedVersion", rule.PublishedVersion, 1, int.MaxValue);
        JudgeGraph("draft", rule.Draft, findings);
        JudgeGraph("published", rule.Published, findings);
        if (rule.Published is null != rule.PublishedVersion is null)
        {
            findings.Add(RuleCodes.Missing, rule.Published is null ? "published" : "publishedVersion");
        }

        var users = rule.Published is null ? rules.UsersOf(Key, rule.Id).Except([$"{Key}/{rule.Id}"]).ToList() : [];
        if (users.Count > 0)
        {
            findings.Add(RuleCodes.InUse, "published", ("users", string.Join(", ", users)));
        }
    }

    /// <summary>A draft may name what is not there yet; what callers walk may not.</summary>
    protected override IEnumerable<RuleReference> ReferencesOf(FlowRule rule)
    {
        if (rule.Published is not { ValueKind: JsonValueKind.Object } graph)
        {
            yield break;
        }

        if (graph.TryGetProperty("fallbackQueue", out var fallback)
            && fallback.ValueKind == JsonValueKind.String
            && fallback.GetString() is { Length: > 0 } queue)
        {
            yield return new RuleReference("queue", queue, "published.fallbackQueue");
        }

        if (!graph.TryGetProperty("nodes", out var nodes)
            || nodes.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        foreach (var (index, node) in nodes.EnumerateArray().Index())
        {
            if (node.ValueKind != JsonValueKind.Object
                || !node.TryGetProperty("settings", out var settings)
                || settings.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            foreach (var kind in Named)
            {
                if (settings.TryGetProperty(kind, out var id) && id.ValueKind == JsonValueKind.String)
                {
                    var field = RuleFindings.At("published.nodes", index) + ".settings." + kind;
                    yield return new RuleReference(kind, id.GetString()!, field);
                }
            }

            if (settings.TryGetProperty(Skills, out var asked) && asked.ValueKind == JsonValueKind.String)
            {
                var field = RuleFindings.At("published.nodes", index) + ".settings." + Skills;
                foreach (var skill in SkillParser.Read(asked.GetString()!).Expression?.Skills().Distinct() ?? [])
                {
                    yield return new RuleReference("skill", skill, field);
                }
            }
        }
    }

    private static void JudgeGraph(string field, JsonElement? graph, RuleFindings findings)
    {
        if (graph is { ValueKind: not JsonValueKind.Object })
        {
            findings.Add(RuleCodes.Malformed, field);
        }
    }
}

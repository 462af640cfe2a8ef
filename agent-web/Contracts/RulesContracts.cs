using System.Text.Json;
using CrmUms.Acd.Rules;

namespace CrmUms.AgentWeb.Contracts;

// What the pages of administration read and write. The items themselves travel as the domain writes them (acd/Rules).

internal sealed record RulesView(long Version, IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> Kinds);

internal sealed record RulesOfKindView(long Version, IReadOnlyList<JsonElement> Items);

internal sealed record RulesVersionView(long Version);

internal sealed record RuleProblemsView(IReadOnlyList<RuleProblem> Problems);

internal sealed record RuleChangesPageView(IReadOnlyList<RuleChangeView> Items, long? Next);

internal sealed record RuleChangeView(
    long Version,
    string Kind,
    string Id,
    DateTimeOffset At,
    string Author,
    string AuthorName,
    string Note,
    JsonElement? Before,
    JsonElement? After);

internal sealed record RestoreRequest(long Version);

using System.Text.Json;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing.Simulation;

/// <summary>
/// Rules as they were at every moment, with some items replaced. Of these, routing goes by queues, agents and
/// priorities.
/// </summary>
public sealed class ChangedRules
{
    private readonly IReadOnlyList<RuleChanged> _history;
    private readonly IReadOnlyList<RuleChange> _changes;
    private readonly Dictionary<long, (CentreRules Before, CentreRules After)> _known = [];

    private ChangedRules(IReadOnlyList<RuleChanged> history, IReadOnlyList<RuleChange> changes) =>
        (_history, _changes) = (history, changes);

    /// <param name="export">Items by kind, as <c>GET /api/rules</c> gives them; what is not in it stays.</param>
    /// <param name="history">Every change of the rules up to the end of the day.</param>
    /// <returns>The rules, or what is wrong with the export among the rules at the end of the day.</returns>
    public static (ChangedRules? Rules, IReadOnlyList<RuleProblem> Problems) Read(
        JsonElement export, IReadOnlyList<RuleChanged> history)
    {
        if (export.ValueKind != JsonValueKind.Object || !export.TryGetProperty("kinds", out var kinds)
            || kinds.ValueKind != JsonValueKind.Object
            || kinds.EnumerateObject().Any(static kind => kind.Value.ValueKind != JsonValueKind.Array))
        {
            return (null, [RuleFindings.Problem(RuleCodes.Malformed, "kinds")]);
        }

        var changes = kinds.EnumerateObject().SelectMany(kind => kind.Value.EnumerateArray().Select(
            item => new RuleChange(kind.Name, IdOf(item), item))).ToList();
        var rules = new ChangedRules(history, changes);
        var asRecorded = history.Aggregate(CentreRules.Empty, static (rules, changed) => rules.After(changed));
        return RuleReview.Of(asRecorded, changes) is RuleVerdict.Refused refused
            ? (null, refused.Problems)
            : (rules, []);
    }

    /// <summary>The same day under these rules.</summary>
    /// <param name="day">As it was.</param>
    /// <param name="facts">What counted for the priority of each caller.</param>
    public RoutingDay On(RoutingDay day, IReadOnlyDictionary<InteractionId, PriorityFacts> facts)
    {
        var version = 0L;
        return day with
        {
            Events = [.. day.Events.Select(happening => happening with { Input = Changed(happening.Input) })],
        };

        RoutingInput Changed(RoutingInput input)
        {
            version = input switch
            {
                RoutingInput.RulesReplaced replaced => replaced.Rules.Version,
                RoutingInput.AgentChanged changed => changed.Version,
                _ => version,
            };
            return input switch
            {
                RoutingInput.RulesReplaced or RoutingInput.AgentChanged =>
                    new RoutingInput.RulesReplaced(RoutingRulesCompiler.Compile(At(version).After)),
                RoutingInput.CallerWaiting waiting when facts.TryGetValue(waiting.Interaction, out var known) =>
                    waiting with { Priority = waiting.Priority + PriorityShift(known, version) },
                _ => input,
            };
        }
    }

    // What was recorded may hold more than the rules gave him: only the difference is applied.
    private int PriorityShift(PriorityFacts facts, long version)
    {
        var (before, after) = At(version);
        return PriorityRules.For(after, facts) - PriorityRules.For(before, facts);
    }

    private (CentreRules Before, CentreRules After) At(long version)
    {
        if (!_known.TryGetValue(version, out var rules))
        {
            var before = _history.Where(changed => changed.Version <= version)
                .Aggregate(CentreRules.Empty, static (rules, changed) => rules.After(changed));
            var after = _changes.Aggregate(before, static (rules, change) =>
            {
                var kind = RuleCatalog.Find(change.Kind)!;
                return rules.With(kind, kind.Recall(change.Id, change.Content!.Value));
            });
            _known[version] = rules = (before, after);
        }

        return rules;
    }

    private static string IdOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out var id) ? id.ToString() : "";
}

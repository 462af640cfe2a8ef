using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ivr.Checking;
using CrmUms.Acd.Ivr.Nodes;
using CrmUms.Acd.Ivr.Running;
using CrmUms.Acd.Ivr.Saying;

namespace CrmUms.Acd.Rules;

/// <summary>A rule lets callers hear a prompt.</summary>
/// <param name="Prompt">As it is named in the rule.</param>
/// <param name="Kind">Key of the kind of rule.</param>
/// <param name="Id">Key of the rule.</param>
/// <param name="Name">What people call it; empty where it has no name.</param>
/// <param name="Languages">Languages that its callers may be spoken to in.</param>
public sealed record RulePrompt(
    string Prompt, string Kind, string Id, string Name, IReadOnlyList<string> Languages);

/// <summary>
/// Pure: which rules let callers hear which prompts. A prompt whose name a variable decides is not known.
/// </summary>
public static class RulePrompts
{
    /// <param name="rules">Of the centre.</param>
    /// <param name="unknownNumberPrompt">What callers of a number that leads nowhere hear.</param>
    public static IReadOnlyList<RulePrompt> Of(CentreRules rules, string unknownNumberPrompt) =>
    [
        new RulePrompt(unknownNumberPrompt, "settings", SettingsRule.TheOne, "", [rules.Settings.Language]),
        .. rules.All<FlowRule>().SelectMany(OfFlow),
        .. rules.All<QueueRule>().SelectMany(queue => OfQueue(queue, rules)),
        .. rules.All<NumberRule>().Where(IsGreeted).Select(number => OfNumber(number, rules)),
        .. rules.All<MusicRule>().SelectMany(music => music.Tracks.Select(track => new RulePrompt(
            track, "music", music.Id, music.Name, [rules.Settings.Language]))),
        .. rules.All<BlackListRule>().Where(IsSpokenTo).Select(entry => new RulePrompt(
            entry.Prompt, "black-list", entry.Id, entry.Number, [rules.Settings.Language])),
    ];

    // What is drawn and not yet published is used as well: whoever removed it would spoil somebody's work.
    private static IEnumerable<RulePrompt> OfFlow(FlowRule flow) =>
        Joined(GraphsOf(flow).SelectMany(HeardIn), "flow", flow.Id, flow.Name);

    private static IEnumerable<RulePrompt> OfQueue(QueueRule queue, CentreRules rules)
    {
        var languages = LanguagesOf(queue, rules);
        var named = queue.Overflow.Select(rule => rule.Prompt)
            .Concat(queue.Callback is null ? [] : QueueAnnouncement.OfCallback)
            .Where(prompt => prompt.Length > 0);
        var heard = languages.SelectMany(language => named
            .Concat(AnnouncedBy(queue, language))
            .Select(prompt => (Prompt: prompt, Language: language)));
        return Joined(heard, "queue", queue.Id, queue.Name);
    }

    private static IEnumerable<string> AnnouncedBy(QueueRule queue, string language) =>
        queue.Announcement is { } told
            ? QueueAnnouncement.Vocabulary(told.Position ? queue.WaitingMax : 0, told.EstimatedWait, language)
            : [];

    private static RulePrompt OfNumber(NumberRule number, CentreRules rules)
    {
        var language = rules.Find<QueueRule>(number.Target!.Id)?.Language ?? rules.Settings.Language;
        return new RulePrompt(number.Greeting, "number", number.Id, number.Name, [language]);
    }

    private static bool IsGreeted(NumberRule number) =>
        number is { Greeting.Length: > 0, Target.Kind: TargetKind.Queue };

    private static bool IsSpokenTo(BlackListRule entry) =>
        entry is { Treatment: BlackListTreatment.Prompt, Prompt.Length: > 0 };

    // A caller keeps the language of the flow that brings him.
    private static IEnumerable<string> LanguagesOf(QueueRule queue, CentreRules rules) => rules.All<FlowRule>()
        .SelectMany(GraphsOf)
        .Where(graph => graph.FallbackQueue == queue.Id || graph.Nodes.Any(node => LeadsTo(node, queue.Id)))
        .SelectMany(PromptCheck.LanguagesOf)
        .Prepend(queue.Language)
        .Distinct();

    private static bool LeadsTo(FlowNode node, string queue) =>
        node.Type == QueueNode.Type.Type
        && new NodeSettings(node, QueueNode.Type).Text(QueueNode.QueueSetting) == queue;

    private static IEnumerable<FlowGraph> GraphsOf(FlowRule flow) =>
        from drawn in new[] { flow.Published, flow.Draft }
        where drawn is not null
        let graph = FlowJson.Read(drawn.Value).Graph
        where graph is not null
        select graph;

    private static IEnumerable<(string Prompt, string Language)> HeardIn(FlowGraph graph) =>
        from language in PromptCheck.LanguagesOf(graph)
        from node in graph.Nodes
        from prompt in HeardAt(node, language)
        select (prompt, language);

    private static IEnumerable<string> HeardAt(FlowNode node, string language) =>
        FlowNodeCatalog.Find(node.Type) is not { } type ? []
        : node.Type == SayNode.Type.Type ? Sayings.Vocabulary(language).Select(word => word.Name)
        : PromptCheck.NamedBy(node, type).Select(named => named.Prompt);

    private static IEnumerable<RulePrompt> Joined(
        IEnumerable<(string Prompt, string Language)> heard, string kind, string id, string name) =>
        from one in heard
        group one.Language by one.Prompt into languages
        select new RulePrompt(languages.Key, kind, id, name, [.. languages.Distinct()]);
}

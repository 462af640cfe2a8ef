using CrmUms.Acd.Ivr.Nodes;
using CrmUms.Acd.Ivr.Running;
using CrmUms.Acd.Ivr.Saying;

namespace CrmUms.Acd.Ivr.Checking;

/// <summary>Whether everything that callers should hear is there, in every language that they may hear it in.</summary>
internal static class PromptCheck
{
    public static void Check(FlowGraph graph, FlowSurroundings surroundings, FlowFindings findings)
    {
        if (surroundings.HasPrompt is not { } has)
        {
            return;
        }

        var languages = LanguagesOf(graph);
        for (var index = 0; index < graph.Nodes.Count; index++)
        {
            if (FlowNodeCatalog.Find(graph.Nodes[index].Type) is { } type)
            {
                Node(index, graph.Nodes[index], type, has, languages, findings);
            }
        }

        var says = graph.Nodes.Index().FirstOrDefault(node => node.Item.Type == SayNode.Type.Type);
        foreach (var language in says.Item is null ? [] : languages)
        {
            var missing = Sayings.Vocabulary(language).Select(prompt => prompt.Name)
                .Where(name => !has(name, language))
                .ToList();
            if (missing is [var first, ..])
            {
                var count = FlowProblem.Text(missing.Count);
                findings.At(
                    says.Index, FlowCodes.SayingMissing, "", ("language", language), ("count", count), ("id", first));
            }
        }
    }

    /// <summary>The flow's own, and those it can change to.</summary>
    public static List<string> LanguagesOf(FlowGraph graph) =>
    [
        .. graph.Nodes
            .Where(node => node.Type == LanguageNode.Type.Type)
            .Select(node => new NodeSettings(node, LanguageNode.Type).Choice(LanguageNode.LanguageSetting))
            .Prepend(graph.Language)
            .Where(Sayings.Languages.Contains)
            .Distinct(),
    ];

    /// <summary>The prompts that a node's settings name; not those whose name a variable decides.</summary>
    public static IEnumerable<(string Setting, string Prompt)> NamedBy(FlowNode node, FlowNodeType type)
    {
        var settings = new NodeSettings(node, type);
        return
            from setting in type.Settings
            where setting.Kind == FlowSettingKind.Prompts
            from prompt in settings.Prompts(setting)
            where !prompt.Names.Any()
            select (setting.Key, prompt.Beginning);
    }

    private static void Node(
        int index,
        FlowNode node,
        FlowNodeType type,
        Func<string, string, bool> has,
        List<string> languages,
        FlowFindings findings)
    {
        foreach (var (setting, id) in NamedBy(node, type))
        {
            var field = "settings." + setting;
            if (!Sayings.Languages.Any(language => has(id, language)))
            {
                findings.At(index, FlowCodes.PromptMissing, field, ("setting", setting), ("id", id));
                continue;
            }

            foreach (var language in languages.Where(language => !has(id, language)))
            {
                findings.At(
                    index,
                    FlowCodes.PromptLanguageMissing,
                    field,
                    ("setting", setting),
                    ("id", id),
                    ("language", language));
            }
        }
    }
}

namespace CrmUms.Acd.Ivr.Checking;

/// <summary>One node by itself: its type, its settings, its ways out.</summary>
internal static class NodeCheck
{
    public static void Check(int index, FlowGraph graph, FlowSurroundings surroundings, FlowFindings findings)
    {
        var node = graph.Nodes[index];
        if (FlowNodeCatalog.Find(node.Type) is not { } type)
        {
            findings.At(index, FlowCodes.NodeTypeUnknown, "type", ("value", node.Type));
            return;
        }

        foreach (var key in node.Settings.Keys.Where(key => type.Settings.All(setting => setting.Key != key)))
        {
            findings.At(index, FlowCodes.SettingUnknown, "settings." + key, ("setting", key));
        }

        foreach (var setting in type.Settings)
        {
            new SettingCheck(index, node, type, setting, surroundings, findings).Check();
        }

        foreach (var finding in FlowNodeCatalog.Make(node)!.Findings())
        {
            findings.At(
                index,
                finding.Code,
                "settings." + finding.Setting,
                [("setting", finding.Setting), .. finding.Name.Length > 0 ? [(finding.Name, finding.Value)] : NoArgs]);
        }

        Exits(index, node, type, graph, findings);
    }

    private static (string Name, string Value)[] NoArgs => [];

    private static void Exits(int index, FlowNode node, FlowNodeType type, FlowGraph graph, FlowFindings findings)
    {
        var exits = FlowNodeCatalog.ExitsOf(node).ToList();
        foreach (var exit in exits)
        {
            if (node.Exits.GetValueOrDefault(exit) is not { Length: > 0 } target)
            {
                if (!type.OptionalExits.Contains(exit))
                {
                    findings.At(index, FlowCodes.ExitOpen, "exits." + exit, ("exit", exit));
                }
            }
            else if (graph.Nodes.All(other => other.Id != target))
            {
                findings.At(index, FlowCodes.ExitToNowhere, "exits." + exit, ("exit", exit), ("target", target));
            }
        }

        foreach (var exit in node.Exits.Keys.Except(exits))
        {
            findings.At(index, FlowCodes.ExitUnknown, "exits." + exit, ("exit", exit));
        }
    }
}

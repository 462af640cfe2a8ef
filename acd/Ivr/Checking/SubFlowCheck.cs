using CrmUms.Acd.Ivr.Nodes;
using CrmUms.Acd.Ivr.Running;

namespace CrmUms.Acd.Ivr.Checking;

/// <summary>Flows that lead into each other: a caller would be led in deeper and deeper.</summary>
internal static class SubFlowCheck
{
    public static void Check(FlowGraph graph, FlowSurroundings surroundings, FlowFindings findings)
    {
        if (surroundings.Flows is not { } flows)
        {
            return;
        }

        foreach (var (index, called) in CallsOf(graph))
        {
            if (PathTo(graph.Id, called, flows, []) is { } path)
            {
                findings.At(
                    index,
                    FlowCodes.CircularSubFlows,
                    "settings." + SubFlowNode.WhichSetting.Key,
                    ("setting", SubFlowNode.WhichSetting.Key),
                    ("path", string.Join(" → ", path.Prepend(graph.Id))));
            }
        }
    }

    /// <summary>The flows passed on the way from one to another, both included; null when there is no way.</summary>
    private static IReadOnlyList<string>? PathTo(
        string target, string from, IReadOnlyDictionary<string, FlowGraph> flows, HashSet<string> seen)
    {
        if (from == target)
        {
            return [from];
        }

        if (!seen.Add(from) || !flows.TryGetValue(from, out var graph))
        {
            return null;
        }

        return CallsOf(graph)
            .Select(call => PathTo(target, call.Flow, flows, seen))
            .OfType<IReadOnlyList<string>>()
            .Select(path => (IReadOnlyList<string>)[from, .. path])
            .FirstOrDefault();
    }

    private static IEnumerable<(int Index, string Flow)> CallsOf(FlowGraph graph) =>
        from node in graph.Nodes.Index()
        where node.Item.Type == SubFlowNode.Type.Type
        let flow = new NodeSettings(node.Item, SubFlowNode.Type).Text(SubFlowNode.WhichSetting)
        where flow.Length > 0
        select (node.Index, flow);
}

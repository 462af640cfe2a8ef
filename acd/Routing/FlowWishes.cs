using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ivr.Nodes;
using CrmUms.Acd.Ivr.Running;
using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Routing;

/// <summary>Pure: which skills callers of which queues will ask for, as published flows name them.</summary>
internal static class FlowWishes
{
    public static IReadOnlyList<RoutingInput.WishNamed> Of(CentreRules rules) =>
    [
        .. (from flow in rules.All<FlowRule>()
            where flow.Published is not null
            let graph = FlowJson.Read(flow.Published!.Value).Graph
            where graph is not null
            from node in graph.Nodes
            where node.Type == QueueNode.Type.Type
            let queue = new QueueNode(new NodeSettings(node, QueueNode.Type))
            where queue.Skills is not null
            select new RoutingInput.WishNamed(queue.Queue, queue.Skills!)).Distinct(),
    ];
}

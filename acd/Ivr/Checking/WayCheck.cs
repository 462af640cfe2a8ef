namespace CrmUms.Acd.Ivr.Checking;

/// <summary>The ways through a flow: what cannot be reached, and circles that a caller would not get out of.</summary>
internal static class WayCheck
{
    public static void Check(FlowGraph graph, FlowFindings findings)
    {
        var ways = new Ways(graph);
        if (graph.Start is not { } start || !ways.Has(start))
        {
            return;
        }

        var reachable = ways.From(start, static _ => true);
        for (var index = 0; index < graph.Nodes.Count; index++)
        {
            var node = graph.Nodes[index];
            if (!reachable.Contains(node.Id))
            {
                findings.At(index, FlowCodes.NodeUnreachable, "");
            }
            else if (ways.Turns(node.Id))
            {
                findings.At(index, FlowCodes.LoopWithoutWait, "");
            }
        }

        // One is enough: a whole circle without an end is one mistake.
        var stuck = graph.Nodes.Index()
            .FirstOrDefault(node => reachable.Contains(node.Item.Id) && !ways.Ends(node.Item.Id));
        if (stuck.Item is not null)
        {
            findings.At(stuck.Index, FlowCodes.LoopWithoutEnd, "");
        }
    }

    /// <summary>Which node leads to which.</summary>
    private sealed class Ways
    {
        private readonly Dictionary<string, FlowNode> _nodes = [];
        private readonly Dictionary<string, List<string>> _next = [];

        public Ways(FlowGraph graph)
        {
            foreach (var node in graph.Nodes)
            {
                _nodes.TryAdd(node.Id, node);
            }

            foreach (var (id, node) in _nodes)
            {
                _next[id] =
                [
                    .. FlowNodeCatalog.ExitsOf(node)
                        .Select(exit => node.Exits.GetValueOrDefault(exit))
                        .OfType<string>()
                        .Where(_nodes.ContainsKey),
                ];
            }
        }

        public bool Has(string id) => _nodes.ContainsKey(id);

        /// <summary>All nodes to be reached through nodes that let pass, the first one included.</summary>
        public HashSet<string> From(string first, Func<FlowNode, bool> passes)
        {
            var seen = new HashSet<string> { first };
            var ahead = new Stack<string>(seen);
            while (ahead.TryPop(out var id))
            {
                foreach (var next in passes(_nodes[id]) ? _next[id] : [])
                {
                    if (seen.Add(next))
                    {
                        ahead.Push(next);
                    }
                }
            }

            return seen;
        }

        /// <summary>Whether it can come back to itself without a moment's wait.</summary>
        public bool Turns(string id) =>
            IsInstant(_nodes[id])
            && _next[id].Any(next => next == id || (IsInstant(_nodes[next]) && From(next, IsInstant).Contains(id)));

        /// <summary>Whether a caller who is here can come to an end, if only to the fall-back.</summary>
        public bool Ends(string id) => From(id, static _ => true).Any(IsEnd);

        private bool IsEnd(string id)
        {
            var node = _nodes[id];
            return FlowNodeCatalog.Find(node.Type) is not { Leaves: false } type
                || FlowNodeCatalog.ExitsOf(node).Except(type.OptionalExits).Any(exit => !LeadsOn(node, exit));
        }

        private bool LeadsOn(FlowNode node, string exit) =>
            node.Exits.GetValueOrDefault(exit) is { } target && _nodes.ContainsKey(target);

        private static bool IsInstant(FlowNode node) => FlowNodeCatalog.Find(node.Type) is { Waits: false };
    }
}

namespace CrmUms.Acd.Ivr.Running;

/// <summary>A flow ready to be walked: its settings are read once, not at each step of each caller.</summary>
internal sealed class FlowProgram
{
    private readonly Dictionary<string, ProgramNode> _nodes = [];

    public FlowProgram(FlowGraph graph)
    {
        Graph = graph;
        foreach (var node in graph.Nodes.Take(FlowLimits.NodesMax))
        {
            _nodes.TryAdd(node.Id, new ProgramNode(node, FlowNodeCatalog.Make(node)));
        }
    }

    public FlowGraph Graph { get; }

    public ProgramNode? Find(string? node) => node is null ? null : _nodes.GetValueOrDefault(node);
}

/// <summary>One node of it. No logic: nobody knows this type of node.</summary>
internal sealed record ProgramNode(FlowNode Node, FlowNodeLogic? Logic)
{
    public bool HasExit(string name) => Target(name) is not null;

    public string? Target(string name) => Node.Exits.GetValueOrDefault(name) is { Length: > 0 } target ? target : null;
}

namespace CrmUms.Acd.Ivr.Checking;

/// <summary>Gathers problems, each with its place in the graph.</summary>
internal sealed class FlowFindings(FlowGraph graph)
{
    private readonly List<FlowProblem> _problems = [];

    public IReadOnlyList<FlowProblem> Problems => _problems;

    public void Add(string code, string field, params ReadOnlySpan<(string Name, string Value)> args) =>
        _problems.Add(FlowProblem.Of(code, field, args));

    /// <summary>At a node; <paramref name="place"/> is the path within it.</summary>
    public void At(int index, string code, string place, params ReadOnlySpan<(string Name, string Value)> args)
    {
        var field = $"nodes[{FlowProblem.Text(index)}]" + (place.Length > 0 ? "." + place : "");
        _problems.Add(FlowProblem.Of(code, field, [("node", graph.Nodes[index].Id), .. args]));
    }
}

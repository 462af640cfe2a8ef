using System.Buffers;

namespace CrmUms.Acd.Ivr.Checking;

/// <summary>Pure: everything that makes no sense in a flow, at once. A flow without errors can be published.</summary>
public static class FlowValidator
{
    private static readonly SearchValues<char> IdLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    public static IReadOnlyList<FlowProblem> ProblemsOf(FlowGraph graph, FlowSurroundings surroundings)
    {
        var findings = new FlowFindings(graph);
        Head(graph, surroundings, findings);
        Ids(graph, findings);
        for (var index = 0; index < graph.Nodes.Count; index++)
        {
            NodeCheck.Check(index, graph, surroundings, findings);
        }

        PromptCheck.Check(graph, surroundings, findings);
        WayCheck.Check(graph, findings);
        SubFlowCheck.Check(graph, surroundings, findings);
        return findings.Problems;
    }

    /// <summary>Whether callers may be sent through it.</summary>
    public static bool IsPublishable(IEnumerable<FlowProblem> problems) => problems.All(problem => problem.IsWarning);

    private static void Head(FlowGraph graph, FlowSurroundings surroundings, FlowFindings findings)
    {
        if (string.IsNullOrWhiteSpace(graph.Name) || graph.Name.Length > FlowLimits.NameMax)
        {
            findings.Add(FlowCodes.NameInvalid, "name", ("max", FlowProblem.Text(FlowLimits.NameMax)));
        }

        if (!Saying.Sayings.Languages.Contains(graph.Language))
        {
            findings.Add(FlowCodes.LanguageUnknown, "language", ("value", graph.Language));
        }

        if (graph.FallbackQueue is { Length: > 0 } queue && surroundings.Queues?.Contains(queue) == false)
        {
            findings.Add(FlowCodes.QueueMissing, "fallbackQueue", ("id", queue));
        }

        if (graph.Nodes.Count == 0)
        {
            findings.Add(FlowCodes.FlowEmpty, "nodes");
        }
        else if (graph.Nodes.Count > FlowLimits.NodesMax)
        {
            findings.Add(FlowCodes.TooManyNodes, "nodes", ("max", FlowProblem.Text(FlowLimits.NodesMax)));
        }
        else if (graph.Start is null || graph.Nodes.All(node => node.Id != graph.Start))
        {
            findings.Add(FlowCodes.StartMissing, "start");
        }
    }

    private static void Ids(FlowGraph graph, FlowFindings findings)
    {
        var seen = new HashSet<string>();
        for (var index = 0; index < graph.Nodes.Count; index++)
        {
            var id = graph.Nodes[index].Id;
            if (id.Length is 0 or > FlowLimits.IdMax || id.AsSpan().ContainsAnyExcept(IdLetters))
            {
                findings.At(index, FlowCodes.NodeIdInvalid, "id", ("max", FlowProblem.Text(FlowLimits.IdMax)));
            }
            else if (!seen.Add(id))
            {
                findings.At(index, FlowCodes.NodeIdRepeated, "id");
            }
        }
    }
}

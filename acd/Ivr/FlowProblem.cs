using System.Globalization;

namespace CrmUms.Acd.Ivr;

/// <summary>What makes no sense in a flow. The page has the words, in three languages.</summary>
/// <param name="Code">One of <see cref="FlowCodes"/>.</param>
/// <param name="Field">
/// Path in the graph, as the wire names it: <c>nodes[2].settings.prompts</c>, <c>nodes[2].exits.done</c>.
/// </param>
/// <param name="Args">Values for the sentence; <c>node</c> is the node's id where there is one.</param>
public sealed record FlowProblem(string Code, string Field, IReadOnlyDictionary<string, string> Args)
{
    /// <summary>The node, or null when it concerns the flow as a whole.</summary>
    public string? Node => Args.GetValueOrDefault("node");

    /// <summary>Publishing is possible; somebody should look all the same.</summary>
    public bool IsWarning => FlowCodes.Warnings.Contains(Code);

    public static FlowProblem Of(string code, string field, params ReadOnlySpan<(string Name, string Value)> args)
    {
        var values = new Dictionary<string, string>(args.Length);
        foreach (var (name, value) in args)
        {
            values[name] = value;
        }

        return new FlowProblem(code, field, values);
    }

    internal static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

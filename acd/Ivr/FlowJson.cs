using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrmUms.Acd.Ivr;

/// <summary>How flows and their walks are written: camelCase, words in kebab-case.</summary>
public static class FlowJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        // People read journal and history: names stay as they are written. It never goes into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Reads a flow. One that cannot be read, or is too large, is a problem and not an exception.</summary>
    public static (FlowGraph? Graph, FlowProblem? Problem) Read(string json)
    {
        if (json.Length > FlowLimits.BytesMax)
        {
            return (null, FlowProblem.Of(FlowCodes.FlowTooLarge, "", ("max", FlowProblem.Text(FlowLimits.BytesMax))));
        }

        try
        {
            return Checked(JsonSerializer.Deserialize<FlowGraph>(json, Options));
        }
        catch (JsonException error)
        {
            return (null, Unreadable(error));
        }
    }

    /// <inheritdoc cref="Read(string)"/>
    public static (FlowGraph? Graph, FlowProblem? Problem) Read(JsonElement json)
    {
        try
        {
            return Checked(json.Deserialize<FlowGraph>(Options));
        }
        catch (JsonException error)
        {
            return (null, Unreadable(error));
        }
    }

    public static string Write(FlowGraph graph) => JsonSerializer.Serialize(graph, Options);

    // What is written by hand may hold a null where a list or a name should be.
    private static (FlowGraph? Graph, FlowProblem? Problem) Checked(FlowGraph? graph)
    {
        if (graph is null || graph.Nodes.Any(node => node is null))
        {
            return (null, FlowProblem.Of(FlowCodes.Malformed, ""));
        }

        return graph.Nodes.Count > FlowLimits.NodesMax
            ? (null, FlowProblem.Of(
                FlowCodes.TooManyNodes, "nodes", ("max", FlowProblem.Text(FlowLimits.NodesMax))))
            : (graph, null);
    }

    private static FlowProblem Unreadable(JsonException error)
    {
        var path = error.Path ?? "";
        return FlowProblem.Of(
            FlowCodes.Malformed, path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path.TrimStart('$'));
    }
}

using System.Text.Json;

namespace CrmUms.Acd.Ivr;

/// <summary>
/// What a caller walks through: the same on the wire, in the editor and in the journal. A draft may make no sense;
/// <see cref="Checking.FlowValidator"/> says why.
/// </summary>
public sealed record FlowGraph
{
    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>The language a caller begins with: ru, uz or en.</summary>
    public string Language { get; init; } = "ru";

    /// <summary>The first node; null in a draft that has none yet.</summary>
    public string? Start { get; init; }

    /// <summary>
    /// Where callers go when the flow cannot lead them on; null: the centre's default queue, and without one we hang
    /// up.
    /// </summary>
    public string? FallbackQueue { get; init; }

    public IReadOnlyList<FlowNode> Nodes { get; init; } = [];
}

/// <summary>One step of a flow.</summary>
public sealed record FlowNode
{
    public required string Id { get; init; }

    /// <summary>A key of <see cref="FlowNodeCatalog"/>.</summary>
    public required string Type { get; init; }

    /// <summary>Where the editor draws it.</summary>
    public double X { get; init; }

    public double Y { get; init; }

    public IReadOnlyDictionary<string, JsonElement> Settings { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Which node follows which way out.</summary>
    public IReadOnlyDictionary<string, string> Exits { get; init; } = new Dictionary<string, string>();
}

namespace CrmUms.EndToEnd.Tests;

/// <summary>A node of a flow that is not drawn but handed over, and which node follows which way out of it.</summary>
internal sealed record FlowStep(string Id, string Type, object Settings, params (string Exit, string Node)[] Ways)
{
    public static FlowStep End(string id = "end", params string[] prompts) => new(id, "hang-up", new { prompts });

    public object OnCanvas(int x, int y) => new
    {
        id = Id, type = Type, x, y, settings = Settings, exits = Ways.ToDictionary(way => way.Exit, way => way.Node),
    };
}

namespace CrmUms.Acd.Ivr.Running;

/// <summary>What a node decides: to stay, or where the caller goes.</summary>
internal readonly record struct FlowMove(FlowMoveKind Kind, string Name = "")
{
    /// <summary>Something is waited for.</summary>
    public static FlowMove Stay => new(FlowMoveKind.Stay);

    /// <summary>The flow cannot lead the caller on.</summary>
    public static FlowMove FallBack => new(FlowMoveKind.FallBack);

    /// <summary>Out of a sub-flow.</summary>
    public static FlowMove Return => new(FlowMoveKind.Return);

    /// <summary>The walk is over; the effects say how.</summary>
    public static FlowMove Over => new(FlowMoveKind.Over);

    /// <summary>Out by this exit.</summary>
    public static FlowMove Exit(string name) => new(FlowMoveKind.Exit, name);

    /// <summary>Into another flow, which leads back to this node.</summary>
    public static FlowMove Into(string flow) => new(FlowMoveKind.Into, flow);

    /// <summary>To a node of this flow by its id.</summary>
    public static FlowMove To(string node) => new(FlowMoveKind.To, node);
}

internal enum FlowMoveKind
{
    Stay,
    Exit,
    To,
    Into,
    Return,
    FallBack,
    Over,
}

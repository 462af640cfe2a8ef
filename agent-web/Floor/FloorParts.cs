using CrmUms.AgentWeb.Contracts;

namespace CrmUms.AgentWeb.Floor;

/// <summary>What of a row has changed: only that is sent.</summary>
internal static class FloorParts
{
    public static FloorAgent? Difference(FloorAgent former, FloorAgent row)
    {
        var parts = row with
        {
            SetUp = IsSame(former.SetUp!, row.SetUp!) ? null : row.SetUp,
            State = former.State == row.State ? null : row.State,
            Figures = former.Figures == row.Figures ? null : row.Figures,
        };
        return parts is { SetUp: null, State: null, Figures: null } ? null : parts;
    }

    public static FloorQueue? Difference(FloorQueue former, FloorQueue row)
    {
        var parts = row with
        {
            SetUp = former.SetUp == row.SetUp ? null : row.SetUp,
            Line = former.Line == row.Line ? null : row.Line,
            Figures = former.Figures == row.Figures ? null : row.Figures,
        };
        return parts is { SetUp: null, Line: null, Figures: null } ? null : parts;
    }

    public static FloorCaller? Difference(FloorCaller former, FloorCaller row) =>
        former with { Sequence = 0 } == row ? null : row;

    public static FloorAgent Stamp(FloorAgent agent, long sequence) => agent with { Sequence = sequence };

    public static FloorQueue Stamp(FloorQueue queue, long sequence) => queue with { Sequence = sequence };

    public static FloorCaller Stamp(FloorCaller caller, long sequence) => caller with { Sequence = sequence };

    // Lists are other objects after every change of the rules.
    private static bool IsSame(FloorAgentSetUp one, FloorAgentSetUp other) =>
        ReferenceEquals(one, other)
        || (one.Name == other.Name
            && one.Groups.SequenceEqual(other.Groups)
            && one.Queues.SequenceEqual(other.Queues)
            && one.Skills.OrderBy(skill => skill.Key).SequenceEqual(other.Skills.OrderBy(skill => skill.Key)));
}

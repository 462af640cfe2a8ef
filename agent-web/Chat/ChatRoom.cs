using CrmUms.Acd.Shared;

namespace CrmUms.AgentWeb.Chat;

/// <summary>Where colleagues write to each other. Its name is its key in the database and on the wire.</summary>
internal abstract record ChatRoom
{
    private const string EverybodyName = "all";
    private const string GroupKind = "group";
    private const string PairKind = "pair";

    public abstract string Name { get; }

    /// <summary>Null when it is no name of a room.</summary>
    public static ChatRoom? Parse(string? name) => (name ?? "").Split('.') switch
    {
        [EverybodyName] => new Everybody(),
        [GroupKind, { Length: > 0 } id] => new Group(id),
        [PairKind, var one, var other] when PairOf(one, other) is { } pair && pair.Name == name => pair,
        _ => null,
    };

    private static Pair? PairOf(string one, string other) =>
        Guid.TryParseExact(one, "n", out var first) && Guid.TryParseExact(other, "n", out var second)
            && first != second
            ? Pair.Of(new AgentId(first), new AgentId(second))
            : null;

    /// <summary>Everybody who has a desk.</summary>
    public sealed record Everybody : ChatRoom
    {
        public override string Name => EverybodyName;
    }

    /// <summary>The agents of a group, and all supervisors.</summary>
    public sealed record Group(string Id) : ChatRoom
    {
        public override string Name => $"{GroupKind}.{Id}";
    }

    /// <summary>Two people; their names stand in order, so that both find the same room.</summary>
    public sealed record Pair : ChatRoom
    {
        private Pair(AgentId first, AgentId second) => (First, Second) = (first, second);

        public AgentId First { get; }

        public AgentId Second { get; }

        public override string Name => $"{PairKind}.{First}.{Second}";

        public static Pair Of(AgentId one, AgentId other) =>
            string.CompareOrdinal(one.ToString(), other.ToString()) < 0 ? new Pair(one, other) : new Pair(other, one);

        public AgentId Other(AgentId than) => than == First ? Second : First;
    }
}

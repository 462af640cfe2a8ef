using CrmUms.Acd.Shared;

namespace CrmUms.CtiGateway.Translation;

/// <summary>What an event of Asterisk means to us.</summary>
internal abstract record PbxNews
{
    private PbxNews()
    {
    }

    /// <summary>A fact for the ACD, told as it is.</summary>
    public sealed record Fact(object Told) : PbxNews;

    /// <summary>An agent's page answered its audio leg: it is to be parked, and then is open.</summary>
    public sealed record AgentLegAnswered(AgentId Agent, LegId Leg) : PbxNews;

    /// <summary>
    /// An agent's browser is gone, its legs are not: Asterisk would keep them until they were silent for long enough.
    /// </summary>
    public sealed record AgentLegsOrphaned(AgentId Agent, IReadOnlyList<LegId> Legs) : PbxNews;

    /// <summary>Another program connected under our application's name; events go there now.</summary>
    public sealed record TakenOver : PbxNews
    {
        public static TakenOver Instance { get; } = new();
    }

    /// <summary>Of no concern.</summary>
    public sealed record Nothing : PbxNews
    {
        public static Nothing Instance { get; } = new();
    }
}

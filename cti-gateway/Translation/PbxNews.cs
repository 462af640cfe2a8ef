using CrmUms.Acd.Ports;
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

    /// <summary>A play is over, as Asterisk sees it.</summary>
    public sealed record PlayEnded(PromptFinished End) : PbxNews;

    /// <summary>The beep before a recording is over: of no concern to the ACD.</summary>
    public sealed record BeepEnded(LegId Leg, string Playback) : PbxNews;

    /// <summary>An agent's page answered its audio leg: it is to be parked, and then is open.</summary>
    public sealed record AgentLegAnswered(AgentId Agent, LegId Leg) : PbxNews;

    /// <summary>A tap has entered our application: it is to be moved where its supervisor is.</summary>
    public sealed record TapOpened(string Tap) : PbxNews;

    /// <summary>
    /// An agent's browser is gone, its legs are not: Asterisk would keep them until they were silent for long enough.
    /// </summary>
    public sealed record AgentLegsOrphaned(AgentId Agent, IReadOnlyList<LegId> Legs) : PbxNews;

    /// <summary>The other side of a leg that we dialled says how it goes.</summary>
    public sealed record OutboundHeard(LegId Leg, OutboundWord Word) : PbxNews;

    /// <summary>A leg that we dialled is gone; what it means depends on what was heard of it before.</summary>
    public sealed record OutboundGone(LegId Leg, int Cause, bool WasAnswered, DateTimeOffset At) : PbxNews;

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

/// <summary>What the other side of an outbound leg can say before it answers.</summary>
internal enum OutboundWord
{
    /// <summary>SIP 180.</summary>
    Rings,

    /// <summary>SIP 183: its network plays something, ringing perhaps, an announcement perhaps.</summary>
    Plays,

    /// <summary>A final status other than 200.</summary>
    Refuses,
}

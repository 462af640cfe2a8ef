using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing.Lines;

/// <summary>What is known of an agent, and which lines he serves.</summary>
internal sealed class AgentSlot(AgentId agent)
{
    public AgentId Agent { get; } = agent;

    /// <summary>Null when the rules do not know him.</summary>
    public RoutingAgent? Rule { get; set; }

    /// <summary>By preference, then by the order of lines.</summary>
    public AgentLine[] Lines { get; private set; } = [];

    public int QueuesServed { get; private set; }

    /// <summary>How many at once, by the number of the channel.</summary>
    public int[] Room { get; set; } = [];

    public bool VoiceIsAlone { get; set; }

    /// <summary>A bit for each channel of which he can take one more.</summary>
    public uint ChannelsWithRoom { get; set; }

    /// <summary>Grows whenever he leaves the lines: entries with an older stamp are dead.</summary>
    public int Stamp { get; set; }

    public bool IsListed { get; set; }

    public bool IsSignedIn { get; set; }

    /// <summary>Why he can take nobody; null when he can.</summary>
    public string? Word { get; set; } = ExclusionCodes.SignedOut;

    public DateTimeOffset IdleSince { get; set; }

    public double Occupancy { get; set; }

    public int ContactsToday { get; set; }

    /// <summary>By the number of the channel.</summary>
    public int[] InHand { get; set; } = [];

    /// <summary>By the number of the channel: callers who wait for him and nobody else.</summary>
    public LazyHeap<WaitingEntry>?[] Personal { get; set; } = [];

    /// <summary>Queue to the turn in which it last got him.</summary>
    public Dictionary<string, long>? LastServed { get; set; }

    // A bit for each line of the centre: asked for every agent that a reason looks at.
    private ulong[] _serves = [];

    public bool Serves(Line line) =>
        line.Number / 64 < _serves.Length && (_serves[line.Number / 64] >> (line.Number % 64) & 1) != 0;

    public void Serve(AgentLine[] lines)
    {
        Lines = lines;
        QueuesServed = lines.Where(static place => !place.Line.IsForSkillsOnly)
            .Select(static place => place.Line.Queue).Distinct().Count();
        _serves = new ulong[lines.Length == 0 ? 0 : (lines.Max(static place => place.Line.Number) / 64) + 1];
        foreach (ref readonly var place in lines.AsSpan())
        {
            _serves[place.Line.Number / 64] |= 1UL << (place.Line.Number % 64);
        }
    }

    public long LastServedIn(string queue) => LastServed?.GetValueOrDefault(queue) ?? 0;
}

/// <summary>An agent in a line that he serves.</summary>
/// <param name="line">Which.</param>
/// <param name="preference">Lower goes first.</param>
/// <param name="fit">How well his skills fit what the line asks for, 0 to 1.</param>
internal struct AgentLine(Line line, int preference, double fit)
{
    /// <summary>Where he is found while he is free and the strategy lets him.</summary>
    public bool IsListed;

    private readonly short _preference = (short)preference;

    public readonly Line Line => line;

    public readonly int Preference => _preference;

    public readonly double Fit => fit;
}

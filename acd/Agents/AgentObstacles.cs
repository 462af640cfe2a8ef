namespace CrmUms.Acd.Agents;

/// <summary>
/// Why an agent who is ready is offered nobody all the same. The words stand in the journal and in the page: a released
/// one is never renamed.
/// </summary>
public static class AgentObstacles
{
    /// <summary>His microphone does not work at all.</summary>
    public const string NoMicrophone = "microphone";

    /// <summary>His page or his audio leg is not there.</summary>
    public const string NotThere = "network";

    /// <summary>His microphone works and hears nothing whatever: switched off at the headset, or no real one.</summary>
    public const string MicrophoneSilent = "microphone-silent";

    /// <summary>His audio leg loses or delays too much.</summary>
    public const string NetworkBad = "network-bad";

    /// <summary>He has been busy for a greater share of the last hour than he shall be.</summary>
    public const string OverOccupancy = "over-occupancy";

    /// <summary>The rules give him no calls.</summary>
    public const string NoCapacity = "channel-full";

    /// <summary>He is in another agent's talk.</summary>
    public const string Supervising = "supervising";

    internal const string SignedOut = "signed-out";
    internal const string NotReadyPrefix = "not-ready:";
    internal const string Reserved = "reserved";
    internal const string Talking = "talking";
    internal const string WrapUp = "wrap-up";
}

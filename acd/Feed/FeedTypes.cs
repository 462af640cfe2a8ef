namespace CrmUms.Acd.Feed;

/// <summary>What other systems can be told. A released word is never renamed, and never means something else.</summary>
public static class FeedTypes
{
    public const string Arrived = "interaction.arrived";
    public const string Identified = "interaction.identified";
    public const string Queued = "interaction.queued";
    public const string QueueLeft = "interaction.queueLeft";
    public const string Offered = "interaction.offered";
    public const string OfferEnded = "interaction.offerEnded";
    public const string Connected = "interaction.connected";
    public const string Held = "interaction.held";
    public const string Resumed = "interaction.resumed";
    public const string PartyInvited = "interaction.partyInvited";
    public const string PartyJoined = "interaction.partyJoined";
    public const string PartyLeft = "interaction.partyLeft";
    public const string Transferred = "interaction.transferred";
    public const string TransferFailed = "interaction.transferFailed";
    public const string TalkCompleted = "interaction.talkCompleted";
    public const string Ended = "interaction.ended";
    public const string WrapUpRecorded = "interaction.wrapUpRecorded";
    public const string Closed = "interaction.closed";
    public const string AgentStateChanged = "agent.stateChanged";

    /// <summary>All of them, in the order of a call.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Arrived, Identified, Queued, QueueLeft, Offered, OfferEnded, Connected, Held, Resumed, PartyInvited,
        PartyJoined, PartyLeft, Transferred, TransferFailed, TalkCompleted, Ended, WrapUpRecorded, Closed,
        AgentStateChanged,
    ];
}

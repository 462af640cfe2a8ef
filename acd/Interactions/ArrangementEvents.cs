using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

/// <summary>What an arrangement of who hears whom is for: what is amiss as long as the PBX has not made it.</summary>
public enum Arrangement
{
    /// <summary>Somebody is to hear music, while another is asked or comes back.</summary>
    Hold,

    /// <summary>Whoever was brought in is to talk with the others.</summary>
    Join,

    /// <summary>The client and whoever was asked change places.</summary>
    Swap,

    /// <summary>Another is to talk with the client.</summary>
    HandOver,

    /// <summary>Those who are left, or back, are to talk with each other.</summary>
    Return,
}

/// <summary>
/// Event: the PBX has not done what was journalled: people hear each other as before. It is tried again.
/// </summary>
/// <param name="Interaction">Which.</param>
/// <param name="Arrangement">What it has not done.</param>
/// <param name="At">When it failed first.</param>
public sealed record ArrangementFailed(InteractionId Interaction, Arrangement Arrangement, DateTimeOffset At)
    : IInteractionEvent;

/// <summary>Event: the PBX has done it after all.</summary>
public sealed record ArrangementMade(InteractionId Interaction, DateTimeOffset At) : IInteractionEvent;

using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Agents;

/// <summary>One of those who take part in a call, as its agents see him.</summary>
/// <param name="Id">Names him within the call.</param>
/// <param name="Kind">What he is.</param>
/// <param name="Agent">Who, when he is an agent.</param>
/// <param name="Number">His number, when he is outside; empty otherwise.</param>
/// <param name="State">What he does.</param>
/// <param name="IsMuted">Whether nobody hears him.</param>
public sealed record PartyView(
    PartyId Id, PartyKind Kind, AgentId? Agent, string Number, PartyState State, bool IsMuted)
{
    /// <summary>Whether the call is his: he records its result.</summary>
    public bool IsOwner { get; init; }

    /// <summary>What he was brought in for; null for the client and for whose the call is.</summary>
    public PartyPurpose? Purpose { get; init; }
}

/// <summary>What somebody in a call is.</summary>
public enum PartyKind
{
    /// <summary>Whom the call is with.</summary>
    Client,

    /// <summary>An agent.</summary>
    Agent,

    /// <summary>Somebody outside who was called.</summary>
    Number,
}

/// <summary>What somebody in a call does.</summary>
public enum PartyState
{
    /// <summary>He is being called; nothing rings yet.</summary>
    Dialling,

    /// <summary>His telephone or his page rings.</summary>
    Ringing,

    /// <summary>He hears the others and is heard.</summary>
    Talking,

    /// <summary>He hears music.</summary>
    Held,

    /// <summary>An agent whose audio is gone; he may come back.</summary>
    AudioLost,
}

/// <summary>The last attempt to hand a call on or to bring somebody in.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Target">To whom.</param>
/// <param name="Failure">Why it failed; null unless it did.</param>
public sealed record TransferView(TransferState State, CallTarget Target, PartyLeaving? Failure)
{
    /// <summary>What it was for.</summary>
    public PartyPurpose Purpose { get; init; }
}

/// <summary>How an attempt to hand a call on stands.</summary>
public enum TransferState
{
    /// <summary>It rings.</summary>
    Pending,

    /// <summary>Nobody came; the caller is with his agent again.</summary>
    Failed,
}

/// <summary>What an agent who hands a call on says to the next one.</summary>
/// <param name="From">Who.</param>
/// <param name="Note">His words.</param>
/// <param name="At">When.</param>
public sealed record HandOverView(AgentId From, string Note, DateTimeOffset At);

/// <summary>Why somebody is not in a call any more, or never came in.</summary>
public enum PartyLeaving
{
    /// <summary>He hung up.</summary>
    HungUp,

    /// <summary>It rang out.</summary>
    NoAnswer,

    /// <summary>He is on the telephone.</summary>
    Busy,

    /// <summary>He, or his network, does not want the call.</summary>
    Refused,

    /// <summary>It did not ring at all: no such number, switched off, no line.</summary>
    Unreachable,

    /// <summary>The agent is signed out, busy, or his page is closed.</summary>
    AgentUnavailable,

    /// <summary>The agent's audio was gone and did not come back.</summary>
    AudioLost,

    /// <summary>Whoever had asked for him took it back, or let him go.</summary>
    Removed,

    /// <summary>The call was over.</summary>
    CallEnded,

    /// <summary>The queue is full.</summary>
    QueueFull,

    /// <summary>The queue is closed.</summary>
    QueueClosed,

    /// <summary>Nobody is signed in who serves the queue.</summary>
    NoAgents,
}

/// <summary>A talk that ended for an agent without his doing, and without anything left to do.</summary>
/// <param name="Interaction">Which.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Ending">How: a word as in a call's view.</param>
/// <param name="At">When.</param>
public sealed record EndedTalkView(InteractionId Interaction, CallKind Kind, string Ending, DateTimeOffset At);

/// <summary>The last call that an agent made and that was not answered.</summary>
/// <param name="Interaction">Which.</param>
/// <param name="Kind">Outbound or internal.</param>
/// <param name="Target">Whom he called.</param>
/// <param name="Failure">Why nobody answered.</param>
/// <param name="At">When.</param>
public sealed record FailedDialView(
    InteractionId Interaction, CallKind Kind, CallTarget Target, PartyLeaving Failure, DateTimeOffset At);

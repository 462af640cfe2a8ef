using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Ports;

// What the PBX reports. The gateway tells these to one actor (the switchboard), in the order in which they happened.

/// <summary>Fact: a call from outside waits for us to take it.</summary>
/// <param name="Leg">The caller's leg.</param>
/// <param name="Dialled">The number called (DNIS).</param>
/// <param name="CallerId">The caller's number (ANI), raw: anything may stand here.</param>
/// <param name="RecordingFile">The file that the PBX records this leg into, or empty.</param>
/// <param name="At">When the call came in. Earlier than now when the dialplan held it while we were away.</param>
public sealed record CallArrived(LegId Leg, string Dialled, string CallerId, string RecordingFile, DateTimeOffset At);

/// <summary>Fact: a caller's leg has ended.</summary>
/// <param name="Leg">The leg.</param>
/// <param name="Cause">Q.850 cause, 0 when not known.</param>
/// <param name="At">When.</param>
public sealed record CallerLegEnded(LegId Leg, int Cause, DateTimeOffset At);

/// <summary>Fact: all prompts of a play were played to their end, were stopped, or could not be played.</summary>
/// <param name="Play">The id given to <see cref="ICallControl.PlayAsync"/>.</param>
/// <param name="Leg">The leg that heard it.</param>
/// <param name="Failed">True when the PBX could not play one of them (no such file).</param>
public sealed record PromptFinished(PlayId Play, LegId Leg, bool Failed);

/// <summary>
/// Fact: a recording of one leg has ended, by its limits, a key, <see cref="ICallControl.StopRecordAsync"/> or the end
/// of the leg.
/// </summary>
/// <param name="RecordingName">The name given to <see cref="ICallControl.RecordAsync"/>.</param>
/// <param name="Leg">The leg that was recorded.</param>
/// <param name="Duration">Length in whole seconds; zero when it failed.</param>
/// <param name="Failed">True when there is no recording.</param>
public sealed record LegRecordingFinished(string RecordingName, LegId Leg, TimeSpan Duration, bool Failed);

/// <summary>Fact: the telephone that we call rings, or its network plays something to us instead. Told once.</summary>
/// <param name="Leg">The id given to <see cref="ICallControl.DialAsync"/>.</param>
public sealed record OutboundLegRinging(LegId Leg);

/// <summary>Fact: whom we call has answered; the leg can be joined.</summary>
/// <param name="Leg">The leg.</param>
/// <param name="RecordingFile">The file that the PBX records this leg into.</param>
/// <param name="At">When we heard of it.</param>
public sealed record OutboundLegAnswered(LegId Leg, string RecordingFile, DateTimeOffset At);

/// <summary>Fact: a leg that we dialled has ended, answered or not.</summary>
/// <param name="Leg">The leg.</param>
/// <param name="Cause">Q.850 cause, 0 when not known.</param>
/// <param name="Outcome">What it means.</param>
/// <param name="At">When.</param>
public sealed record OutboundLegEnded(LegId Leg, int Cause, OutboundOutcome Outcome, DateTimeOffset At);

/// <summary>How a call of ours ended.</summary>
public enum OutboundOutcome
{
    /// <summary>It was answered and is over, or we gave it up while it rang.</summary>
    HungUp,

    /// <summary>He is on the telephone.</summary>
    Busy,

    /// <summary>It rang until our patience or the network's was at an end.</summary>
    NoAnswer,

    /// <summary>He, or his network, does not want the call.</summary>
    Refused,

    /// <summary>It did not ring at all: no such number, switched off, no line.</summary>
    Unreachable,
}

/// <summary>Fact: a caller, or somebody whom we called, pressed a key.</summary>
/// <param name="Leg">The leg.</param>
/// <param name="Digit">One of 0-9, *, #, A-D.</param>
public sealed record DigitReceived(LegId Leg, char Digit);

/// <summary>Fact: an agent's audio leg is up and parked.</summary>
/// <param name="Agent">Whose.</param>
/// <param name="Leg">The leg.</param>
public sealed record AgentLegOpened(AgentId Agent, LegId Leg);

/// <summary>Fact: an agent's audio leg is gone, or could not be opened.</summary>
/// <param name="Agent">Whose.</param>
/// <param name="Leg">The leg.</param>
public sealed record AgentLegEnded(AgentId Agent, LegId Leg);

/// <summary>Fact: the agent's phone registered (the page is open), or its registration is gone.</summary>
/// <param name="Agent">Whose.</param>
/// <param name="IsRegistered">Whether it can be called.</param>
public sealed record AgentPhoneChanged(AgentId Agent, bool IsRegistered);

/// <summary>
/// Fact: the connection to the PBX is lost. Calls go on; what happens is learnt from the next snapshot.
/// </summary>
public sealed record PbxLinkLost(DateTimeOffset At);

/// <summary>
/// Fact: the connection stands (again), and this is all that the PBX has of ours. Sent at every connect, before any
/// other fact of the new connection: what is not in it has ended.
/// </summary>
/// <param name="Callers">Inbound legs in our hands.</param>
/// <param name="AgentLegs">Agents' audio legs.</param>
/// <param name="OutboundLegs">Legs that we dialled.</param>
/// <param name="RegisteredAgents">Agents whose phones are registered.</param>
/// <param name="At">When it was taken.</param>
public sealed record PbxSnapshot(
    IReadOnlyList<PbxCaller> Callers,
    IReadOnlyList<PbxAgentLeg> AgentLegs,
    IReadOnlyList<PbxOutboundLeg> OutboundLegs,
    IReadOnlyList<AgentId> RegisteredAgents,
    DateTimeOffset At);

/// <summary>One inbound leg in a snapshot.</summary>
/// <param name="Arrival">How it came in.</param>
/// <param name="Interaction">
/// The id that <see cref="ICallControl.AnswerAsync"/> wrote on it; null when nobody took it yet.
/// </param>
/// <param name="Conversation">Where it talks, or null.</param>
public sealed record PbxCaller(CallArrived Arrival, InteractionId? Interaction, ConversationId? Conversation);

/// <summary>One agent's leg in a snapshot.</summary>
/// <param name="Agent">Whose.</param>
/// <param name="Leg">The leg.</param>
/// <param name="IsUp">False while it is still being called.</param>
/// <param name="Conversation">Where it talks, or null when it is parked.</param>
public sealed record PbxAgentLeg(AgentId Agent, LegId Leg, bool IsUp, ConversationId? Conversation);

/// <summary>One leg in a snapshot that we dialled.</summary>
/// <param name="Leg">The leg.</param>
/// <param name="Interaction">For whom it was dialled; stands in its id.</param>
/// <param name="State">How far it has come.</param>
/// <param name="RecordingFile">The file that it is recorded into; empty before the answer.</param>
/// <param name="Conversation">Where it talks, or null.</param>
public sealed record PbxOutboundLeg(
    LegId Leg, InteractionId Interaction, OutboundLegState State, string RecordingFile, ConversationId? Conversation);

/// <summary>How far a leg that we dialled has come.</summary>
public enum OutboundLegState
{
    /// <summary>On its way.</summary>
    Dialled,

    /// <summary>It rings.</summary>
    Ringing,

    /// <summary>Answered and in our hands.</summary>
    Answered,
}

using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Ports;

/// <summary>
/// What we ask of a PBX, in our words. Every request may be repeated: carrying it out twice has the effect of once.
/// A leg that has hung up is an answer (<see cref="LegOutcome.Gone"/>), not an error.
/// </summary>
/// <exception cref="CtiException">The PBX is unreachable, too slow or refuses: every method may throw it.</exception>
public interface ICallControl
{
    /// <summary>A short tone, there in every language: what an agent hears before a call that answers itself.</summary>
    const string Beep = "beep";

    /// <summary>Most prompts of one play.</summary>
    const int PromptsMax = 100;

    /// <summary>
    /// Answers an inbound leg and writes the interaction's id on it, so that it can be found after a crash.
    /// </summary>
    Task<LegOutcome> AnswerAsync(LegId caller, InteractionId interaction, CancellationToken cancellation);

    /// <summary>
    /// Plays prompts to one leg, one after the other; nobody else hears them. The end of all is reported once, as
    /// <see cref="PromptFinished"/> with the same play id; a missing one ends the play as failed. Keys that the leg
    /// presses meanwhile are reported as ever. A prompt is a name below the folder of its language, such as
    /// <see cref="Beep"/>; 1 to <see cref="PromptsMax"/> of them.
    /// </summary>
    Task<LegOutcome> PlayAsync(
        LegId leg, PlayId play, IReadOnlyList<string> prompts, string language, CancellationToken cancellation);

    /// <summary>Ends a play early, with all that it has not played yet. One that has ended already is fine.</summary>
    Task StopPlayAsync(PlayId play, CancellationToken cancellation);

    /// <summary>
    /// Takes a leg, a client's or an agent's, out of any conversation and plays music to it until it is joined again or
    /// parked.
    /// </summary>
    Task<LegOutcome> PlayMusicAsync(LegId leg, string musicClass, CancellationToken cancellation);

    /// <summary>
    /// Plays music to a leg that has been in no conversation yet: there is nothing to take it out of.
    /// </summary>
    Task<LegOutcome> StartMusicAsync(LegId leg, string musicClass, CancellationToken cancellation);

    /// <summary>
    /// Makes the conversation's meeting place ready ahead of the answer, so that joining is one step.
    /// </summary>
    Task PrepareJoinAsync(ConversationId conversation, CancellationToken cancellation);

    /// <summary>
    /// Joins legs, whoever they belong to, with each other and with whoever is in the conversation already: music
    /// stops, all hear each other. When one of them is gone none is joined; its name is told.
    /// </summary>
    Task<LegOutcome> JoinAsync(
        ConversationId conversation, IReadOnlyList<LegId> legs, CancellationToken cancellation);

    /// <summary>Joins two legs.</summary>
    Task<LegOutcome> JoinAsync(
        ConversationId conversation, LegId one, LegId other, CancellationToken cancellation) =>
        JoinAsync(conversation, [one, other], cancellation);

    /// <summary>Dissolves a conversation's meeting place. Legs still in it stay up, alone.</summary>
    Task DissolveAsync(ConversationId conversation, CancellationToken cancellation);

    /// <summary>Silences (or opens again) what a leg says; it still hears.</summary>
    Task<LegOutcome> MuteAsync(LegId leg, bool muted, CancellationToken cancellation);

    /// <summary>Sends DTMF digits (0-9, *, #, A-D) out on a leg.</summary>
    Task<LegOutcome> SendDigitsAsync(LegId leg, string digits, CancellationToken cancellation);

    /// <summary>Hangs a leg up. A leg that is gone already is fine.</summary>
    Task HangUpAsync(LegId leg, HangUpReason reason, CancellationToken cancellation);

    /// <summary>
    /// Calls the agent's registered phone under the leg id we chose. <see cref="LegOutcome.Done"/> means that it is
    /// being called; <see cref="AgentLegOpened"/> follows when it answers and is parked.
    /// </summary>
    Task<LegOutcome> OpenAgentLegAsync(AgentId agent, LegId leg, CancellationToken cancellation);

    /// <summary>Parks an open agent leg between two calls: it stays up and hears nothing.</summary>
    Task<LegOutcome> ParkAsync(LegId agentLeg, CancellationToken cancellation);

    /// <summary>
    /// Records what one leg says, after a beep; it is taken out of any conversation for that. The end is reported as
    /// <see cref="LegRecordingFinished"/>, before the leg's own end when it hangs up. Until then the leg cannot be
    /// joined, parked or given music: <see cref="CtiErrorCode.Refused"/>.
    /// </summary>
    /// <param name="leg">Who speaks.</param>
    /// <param name="recordingName">Letters, digits and hyphens; unlike all others ever given.</param>
    /// <param name="maxLength">Ends it. Whole seconds, at least one.</param>
    /// <param name="endOnSilence">Silence that ends it, in whole seconds; null for none.</param>
    /// <param name="endOnDigit">Key that ends it, <c>*</c> or <c>#</c>; null for none.</param>
    /// <param name="cancellation">Ends the waiting for the reply.</param>
    Task<LegOutcome> RecordAsync(
        LegId leg,
        string recordingName,
        TimeSpan maxLength,
        TimeSpan? endOnSilence,
        char? endOnDigit,
        CancellationToken cancellation);

    /// <summary>Ends a recording, which is kept. One that has ended already is fine.</summary>
    Task StopRecordAsync(string recordingName, CancellationToken cancellation);

    /// <summary>
    /// Calls somebody outside under the leg id we chose (<see cref="OutboundLegs.NameOf"/>), and returns when he is
    /// being called. <see cref="OutboundLegEnded"/> follows in the end, whatever happens in between. What he and we say
    /// is recorded from his answer on.
    /// </summary>
    /// <param name="leg">The leg's id.</param>
    /// <param name="target">Whom to call.</param>
    /// <param name="callerId">The number that he sees.</param>
    /// <param name="timeout">How long he may take to answer. Whole seconds, at least one.</param>
    /// <param name="headers">Further SIP headers of the call, such as <c>X-CrmUms-Summary</c>.</param>
    /// <param name="cancellation">Ends the waiting for the reply.</param>
    Task DialAsync(
        LegId leg,
        DialTarget target,
        string callerId,
        TimeSpan timeout,
        IReadOnlyDictionary<string, string> headers,
        CancellationToken cancellation);

    /// <summary>
    /// Lets a supervisor hear what an agent's leg says and hears, in whatever conversation that is or will be; the
    /// mode says who hears the supervisor. It lasts until <see cref="EndSupervisionAsync"/> or the end of the agent's
    /// leg. To change the mode, ask again under a new id, and then end the former one.
    /// </summary>
    /// <param name="supervision">A new id, chosen by us.</param>
    /// <param name="supervisor">The supervisor's own audio leg; it is taken out of any conversation.</param>
    /// <param name="agent">The agent's audio leg.</param>
    /// <param name="mode">Who hears the supervisor.</param>
    /// <param name="cancellation">Ends the waiting for the reply.</param>
    Task<LegOutcome> SuperviseAsync(
        SupervisionId supervision,
        LegId supervisor,
        LegId agent,
        SupervisionMode mode,
        CancellationToken cancellation);

    /// <summary>
    /// Ends a supervision. The supervisor's leg stays up, alone if it was in it: it is to be parked. One that has ended
    /// already is fine.
    /// </summary>
    Task EndSupervisionAsync(SupervisionId supervision, CancellationToken cancellation);
}

/// <summary>How a request about a leg ended.</summary>
public abstract record LegOutcome
{
    private LegOutcome()
    {
    }

    /// <summary>Carried out.</summary>
    public sealed record Done : LegOutcome
    {
        /// <summary>The one instance.</summary>
        public static Done Instance { get; } = new();
    }

    /// <summary>The leg is not there: hung up, or never was (an agent's phone that is not registered).</summary>
    /// <param name="Leg">The leg that is missing.</param>
    public sealed record Gone(LegId Leg) : LegOutcome;
}

/// <summary>Names one meeting of two parties. A new one for every talk segment (TELEPHONY-NOTES rule 2).</summary>
/// <param name="Interaction">The interaction that is talked about.</param>
/// <param name="Segment">Counts from 1; grows with every joining.</param>
public readonly record struct ConversationId(InteractionId Interaction, int Segment);

/// <summary>Names one playing of one or several prompts. Chosen by us.</summary>
public readonly record struct PlayId(string Value);

/// <summary>
/// Why we hang up; the PBX tells the carrier in its own codes. Only a caller who was not answered yet learns more than
/// that it is over.
/// </summary>
public enum HangUpReason
{
    /// <summary>The talk is over.</summary>
    Normal,

    /// <summary>The number called is not ours (Q.850 cause 1, SIP 404).</summary>
    UnknownNumber,

    /// <summary>All places are taken (Q.850 cause 34, SIP 503).</summary>
    Congestion,

    /// <summary>The number called is busy (Q.850 cause 17, SIP 486).</summary>
    Busy,

    /// <summary>We do not want this call (Q.850 cause 21, SIP 403).</summary>
    Rejected,
}

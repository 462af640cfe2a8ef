using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Ports;

/// <summary>
/// What we ask of a PBX, in our words. Every request may be repeated: carrying it out twice has the effect of once.
/// A leg that has hung up is an answer (<see cref="LegOutcome.Gone"/>), not an error.
/// </summary>
/// <exception cref="CtiException">The PBX is unreachable, too slow or refuses: every method may throw it.</exception>
public interface ICallControl
{
    /// <summary>
    /// Answers an inbound leg and writes the interaction's id on it, so that it can be found after a crash.
    /// </summary>
    Task<LegOutcome> AnswerAsync(LegId caller, InteractionId interaction, CancellationToken cancellation);

    /// <summary>
    /// Plays a prompt to one leg. Its end is reported as <see cref="PromptFinished"/> with the same play id.
    /// </summary>
    Task<LegOutcome> PlayAsync(LegId leg, PlayId play, string prompt, string language, CancellationToken cancellation);

    /// <summary>Ends a prompt early. A prompt that has ended already is fine.</summary>
    Task StopPlayAsync(PlayId play, CancellationToken cancellation);

    /// <summary>Takes a leg out of any conversation and plays music to it until it is joined again.</summary>
    Task<LegOutcome> PlayMusicAsync(LegId leg, string musicClass, CancellationToken cancellation);

    /// <summary>Plays music to a leg that has been in no conversation yet: there is nothing to take it out of.</summary>
    Task<LegOutcome> StartMusicAsync(LegId leg, string musicClass, CancellationToken cancellation);

    /// <summary>
    /// Makes the conversation's meeting place ready ahead of the answer, so that joining is one step.
    /// </summary>
    Task PrepareJoinAsync(ConversationId conversation, CancellationToken cancellation);

    /// <summary>
    /// Joins caller and agent: music stops, both hear each other. Names the leg that was gone, if one was.
    /// </summary>
    Task<LegOutcome> JoinAsync(ConversationId conversation, LegId caller, LegId agent, CancellationToken cancellation);

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

/// <summary>Names one playing of one prompt. Chosen by us.</summary>
public readonly record struct PlayId(string Value);

/// <summary>Why we hang up; the PBX tells the carrier in its own codes.</summary>
public enum HangUpReason
{
    /// <summary>The talk is over.</summary>
    Normal,

    /// <summary>The number called is not ours (Q.850 cause 1, SIP 404).</summary>
    UnknownNumber,

    /// <summary>All places are taken (Q.850 cause 34, SIP 503).</summary>
    Congestion,

    /// <summary>We seem to be busy (Q.850 cause 17, SIP 486).</summary>
    Busy,

    /// <summary>His calls are not taken (Q.850 cause 21, SIP 403).</summary>
    Rejected,
}

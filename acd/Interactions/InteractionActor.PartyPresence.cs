using CrmUms.Acd.Agents;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// After a restart or a gap: those who share an interaction, and what the PBX still has of them.
public sealed partial class InteractionActor
{
    private IReadOnlyList<PbxAgentLeg> _agentLegsFound = []; // That talk about us.

    /// <summary>Makes state and PBX agree, one party after the other, and then what everybody hears.</summary>
    private void CarryOnShared(ConversationId? ofCaller)
    {
        KnowWhatWasFound(ofCaller);
        SettleParties();
    }

    private void SettleParties()
    {
        if (!State.IsShared)
        {
            Arrange(Arrangement.Return); // It has come down to two.
            return;
        }

        if (State.Parties.Find(party => LossOf(party) is not null) is { } lost)
        {
            // Whoever was not in may have been dialled just after the comparison was made.
            LoseParty(lost, LossOf(lost)!.Value, isLegGone: lost is { Agent: null, IsIn: true }, then: SettleParties);
            return;
        }

        var answered = State.Parties.Find(
            party => !party.IsIn && FoundOf(party) is { State: OutboundLegState.Answered });
        if (answered is not null)
        {
            KeepAnswered(answered, answered.Leg!.Value, FoundOf(answered)!.RecordingFile, SettleParties);
            return;
        }

        if (State.Stage == InteractionStage.Transferring && State.Parties.IsEmpty && _transfer is null)
        {
            FailTransfer(PartyLeaving.AgentUnavailable); // It was asked of a server that is gone.
            return;
        }

        Arrange(Arrangement.Return);
        if (State.AudioLostSince is not null && !Timers.IsTimerActive(AudioGoneTimer))
        {
            StartAudioGoneTimer();
        }
    }

    private PbxOutboundLeg? FoundOf(Party party) =>
        party.Agent is null ? _legsFound.Find(leg => leg.Leg == party.Leg) : null;

    /// <summary>Why he is not there; null when he is, or when his own actor will say so.</summary>
    private PartyLeaving? LossOf(Party party) => party switch
    {
        { Agent: null } when FoundOf(party) is null => party.IsIn ? PartyLeaving.HungUp : PartyLeaving.Unreachable,
        { Agent: { } agent, State: PartyState.Ringing } when !Timers.IsTimerActive(RingTimerOf(agent)) =>
            PartyLeaving.AgentUnavailable,
        _ => null,
    };

    private void KnowWhatWasFound(ConversationId? ofCaller)
    {
        List<LegId> talking =
        [
            .. ofCaller == State.Conversation ? (LegId[])[State.Caller] : [],
            .. _legsFound.Where(leg => leg.Conversation == State.Conversation).Select(leg => leg.Leg),
            .. _agentLegsFound.Where(leg => leg.Conversation == State.Conversation).Select(leg => leg.Leg),
        ];
        _rooms.Add(State.Conversation);
        _rooms.Add(State.Conversation with { Segment = State.Segment - 1 }); // A step may have been half done.
        _audible = Audibles.Unknown with { Room = State.Conversation, Talking = [.. talking] };
        foreach (var party in State.Parties)
        {
            if (party is { Agent: { } agent, AudioLostSince: not null } && !Timers.IsTimerActive(AudioTimerOf(agent)))
            {
                Timers.StartSingleTimer(
                    AudioTimerOf(agent), new PartyAudioGoneTooLong(agent), _services.Options.AudioGoneMax);
            }
        }

        foreach (var stray in _legsFound.Where(leg => leg.Leg != State.Caller && State.PartyOf(leg.Leg) is null))
        {
            HangUpLeg(stray.Leg);
        }
    }
}

using CrmUms.Acd.Agents;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// The agent silences himself. His leg outlives the talk: whatever is silenced in it has to be opened at its end, or he
// would not be heard in the next one.
public sealed partial class InteractionActor
{
    private readonly Dictionary<LegId, Task> _muting = []; // What the PBX was asked, and has not answered to us.

    private void ReceiveMute()
    {
        Command<MuteTalk>(OnMuteTalk);
        Command<MuteChanged>(OnMuteChanged);
    }

    private void OnMuteTalk(MuteTalk mute)
    {
        if (Refuses(
            mute,
            InteractionStage.Connected,
            InteractionStage.Held,
            InteractionStage.Transferring,
            InteractionStage.Consulting,
            InteractionStage.Conference))
        {
            return;
        }

        var asker = Sender;
        MuteAsync(mute.AgentLeg, mute.Muted).PipeTo(
            Self,
            success: outcome => new MuteChanged(asker, mute.Agent, mute.AgentLeg, mute.Muted, outcome),
            failure: error => new WishFailed(asker, "mute", error));
    }

    private void OnMuteChanged(MuteChanged changed)
    {
        var (asker, agent, leg, muted, outcome) = changed;
        _muting.Remove(leg);
        if (outcome is LegOutcome.Gone)
        {
            Reply(asker, AgentRefusal.NoAudio);
        }
        else if (!IsInHandOf(agent) || !HasAgentInTalk || State.AudioLostSince is not null || OwnerLeg != leg)
        {
            Reply(asker, AgentRefusal.NotYours); // It ended, or went to somebody else, meanwhile.
            Open(leg, wasMuted: muted);
        }
        else
        {
            Keep(new AgentMuted(_id, agent, muted, _services.Now), () =>
            {
                InformAgent();
                Reply(asker);
            });
        }
    }

    /// <summary>A new leg of his is not silenced.</summary>
    private void ForgetMute()
    {
        if (State is { IsAgentMuted: true, Agent: { } agent })
        {
            Keep(new AgentMuted(_id, agent, Muted: false, _services.Now), InformAgent);
        }
    }

    /// <summary>The server may have died between what the PBX did and what was written down.</summary>
    private void MuteAsJournalled()
    {
        if (!State.IsInTalk || State.Voicemail is not null)
        {
            return;
        }

        if (State.HasCaller)
        {
            SetMute(State.Caller, State.IsClientMuted);
        }

        if (OwnerLeg is { } leg)
        {
            SetMute(leg, State.IsAgentMuted);
        }

        foreach (var party in State.Parties.Where(party => party is { IsIn: true, Leg: not null }))
        {
            SetMute(party.Leg!.Value, party.IsMuted);
        }
    }

    /// <summary>Whoever is silenced by an agent, and not by himself.</summary>
    private IReadOnlyList<(PartyId Party, LegId Leg)> SilencedLegs() =>
    [
        .. State is { IsClientMuted: true, HasCaller: true } ? [(PartyId.Client, State.Caller)]
            : Array.Empty<(PartyId, LegId)>(),
        .. State.Parties.Where(party => party is { IsMuted: true, Leg: not null })
            .Select(party => (party.Id, party.Leg!.Value)),
    ];

    /// <summary>Of these, whoever is not meant to be silent any more.</summary>
    private void Open(IReadOnlyList<(PartyId Party, LegId Leg)> silenced)
    {
        foreach (var (party, leg) in silenced)
        {
            var isMuted = party == PartyId.Client
                ? State.IsClientMuted
                : State.PartyOf(party)?.IsMuted ?? (OwnerLeg == leg && State.IsAgentMuted);
            if (!isMuted)
            {
                SetMute(leg, muted: false);
            }
        }
    }

    private Task<LegOutcome> MuteAsync(LegId leg, bool muted)
    {
        var asked = _services.Pbx.MuteAsync(leg, muted, NoCancellation);
        _muting[leg] = asked;
        return asked;
    }

    // He leaves. The PBX may be silencing him just now, and whoever waits for that may be gone by then.
    private void Open(LegId leg, bool wasMuted)
    {
        if (_muting.TryGetValue(leg, out var muting))
        {
            InBackground("unmute", muting.ContinueWith(
                _ => _services.Pbx.MuteAsync(leg, muted: false, NoCancellation), TaskScheduler.Default).Unwrap());
        }
        else if (wasMuted)
        {
            SetMute(leg, muted: false);
        }
    }

    private void SetMute(LegId leg, bool muted) =>
        InBackground(muted ? "mute" : "unmute", _services.Pbx.MuteAsync(leg, muted, NoCancellation));

    private sealed record MuteChanged(
        IActorRef Asker, AgentId Agent, LegId Leg, bool Muted, LegOutcome Outcome);
}

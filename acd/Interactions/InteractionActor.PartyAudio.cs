using CrmUms.Acd.Agents;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// Of those who share a talk: who is silenced, whose audio is lost and comes back, as when a page is loaded anew.
public sealed partial class InteractionActor
{
    private void OnMuteParty(MuteInTalk mute)
    {
        if (!IsInHandOf(mute.Agent))
        {
            Reply(Sender, AgentRefusal.NotYours);
        }
        else if (State.Stage != InteractionStage.Conference || IsBusy)
        {
            Reply(Sender, AgentRefusal.WrongState);
        }
        else if (mute.Party == PartyId.Client && State.HasCaller)
        {
            Mute(mute.Party, State.Caller, mute.Muted);
        }
        else if (State.PartyOf(mute.Party) is { IsTalking: true, Leg: { } leg })
        {
            Mute(mute.Party, leg, mute.Muted);
        }
        else
        {
            Reply(Sender, AgentRefusal.UnknownParty);
        }
    }

    private void OnMuteAsParty(MuteTalk mute)
    {
        if (State.PartyOf(mute.Agent) is { IsTalking: true, Leg: { } leg } party)
        {
            Mute(party.Id, leg, mute.Muted);
        }
        else
        {
            Reply(Sender, AgentRefusal.WrongState);
        }
    }

    private void Mute(PartyId party, LegId leg, bool muted)
    {
        var asker = Sender;
        MuteAsync(leg, muted).PipeTo(
            Self,
            success: outcome => new PartyMuteChanged(asker, party, leg, muted, outcome),
            failure: error => new WishFailed(asker, "mute", error));
    }

    private void OnPartyMuteChanged(PartyMuteChanged changed)
    {
        var (asker, id, leg, muted, outcome) = changed;
        _muting.Remove(leg);
        var isThere = id == PartyId.Client
            ? State is { HasCaller: true, Stage: InteractionStage.Conference }
            : State.IsShared && State.PartyOf(id)?.Leg == leg;
        if (outcome is LegOutcome.Gone || !isThere)
        {
            Reply(asker, AgentRefusal.UnknownParty);
            if (muted && outcome is LegOutcome.Done)
            {
                SetMute(leg, muted: false); // He has left.
            }

            return;
        }

        Keep(new PartyMuted(_id, id, muted, _services.Now), () =>
        {
            Reply(asker);
            InformAgent();
        });
    }

    private void OnRemoveParty(RemoveFromTalk remove)
    {
        if (!IsInHandOf(remove.Agent))
        {
            Reply(Sender, AgentRefusal.NotYours);
        }
        else if (State.Stage != InteractionStage.Conference)
        {
            Reply(Sender, AgentRefusal.WrongState);
        }
        else if (State.PartyOf(remove.Party) is { } party)
        {
            Reply(Sender);
            LoseParty(party, PartyLeaving.Removed, isLegGone: false);
        }
        else
        {
            Reply(Sender, AgentRefusal.UnknownParty);
        }
    }

    private void OnPartyLegGone(Party party)
    {
        if (party.Agent is null)
        {
            LoseParty(party, PartyLeaving.HungUp, isLegGone: true);
        }
        else
        {
            LosePartyAudio(party);
        }
    }

    private void OnPartyAudioGone(AgentAudioGone gone) => LosePartyAudio(State.PartyOf(gone.Agent)!);

    private void LosePartyAudio(Party party)
    {
        var agent = party.Agent!.Value;
        if (party.State is not (PartyState.Talking or PartyState.Held))
        {
            return; // Not in yet, or known already.
        }

        Keep(new PartyAudioLost(_id, party.Id, _services.Now), () =>
        {
            Timers.StartSingleTimer(
                AudioTimerOf(agent), new PartyAudioGoneTooLong(agent), _services.Options.AudioGoneMax);
            Arrange(Arrangement.Hold);
            InformAgent();
        });
    }

    private void OnPartyAudioBack(AgentAudioBack back)
    {
        var party = State.PartyOf(back.Agent)!;
        if (!party.IsIn || party.Leg == back.AgentLeg)
        {
            return;
        }

        Timers.Cancel(AudioTimerOf(back.Agent));
        Keep(new PartyAudioRestored(_id, party.Id, back.AgentLeg, _services.Now), () =>
        {
            Arrange(Arrangement.Return);
            InformAgent();
        });
    }

    /// <summary>The others go on, or hear music, until he is back or given up.</summary>
    private void LoseOwnerAudio()
    {
        _ownerLeg = null;
        if (!State.IsShared)
        {
            LoseAgentAudio();
        }
        else if (State.AudioLostSince is not null)
        {
            StartAudioGoneTimer();
        }
        else if (State.Agent is { } agent)
        {
            Keep(new AgentAudioLost(_id, agent, _services.Now), () =>
            {
                StartAudioGoneTimer();
                Arrange(Arrangement.Hold);
                InformAgent();
            });
        }
    }

    private void OnOwnerAudioBack(AgentAudioBack back)
    {
        if (State.AudioLostSince is null)
        {
            var isOther = OwnerLeg != back.AgentLeg;
            _ownerLeg = back.AgentLeg;
            if (isOther)
            {
                ForgetMute();
                Arrange(Arrangement.Return);
                FollowLeg();
            }

            return;
        }

        Timers.Cancel(AudioGoneTimer);
        _ownerLeg = null;
        Keep(new AgentAudioRestored(_id, back.Agent, back.AgentLeg, State.Segment, _services.Now), () =>
        {
            Arrange(Arrangement.Return);
            InformAgent();
        });
    }

    /// <summary>He does not come back: whoever is in already has the client; otherwise he waits in his queue.</summary>
    private void GiveUpOwner()
    {
        if (State.AudioLostSince is null || State.Agent is not { } agent)
        {
            return;
        }

        if (Successor() is { } next)
        {
            HandOver([], next, State.Segment + 1, () => { }, CallTakenReason.AudioFailed);
        }
        else if (!State.Parties.IsEmpty)
        {
            LoseParty(
                State.Parties[0],
                PartyLeaving.CallEnded,
                isLegGone: false,
                then: () => Self.Tell(AudioGoneTooLong.Instance, Self));
        }
        else if (State.Stage == InteractionStage.Transferring)
        {
            FailTransfer(PartyLeaving.AudioLost);
            StartAudioGoneTimer();
        }
        else
        {
            End(InteractionEnding.AgentHungUp, State.HasCaller ? HangUpReason.Normal : null);
        }
    }

    private sealed record PartyMuteChanged(
        IActorRef Asker, PartyId Party, LegId Leg, bool Muted, LegOutcome Outcome);
}

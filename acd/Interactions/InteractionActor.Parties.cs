using CrmUms.Acd.Agents;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Routing.Skills;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// Those who are brought into a talk: rung or called, in, silenced, gone again.
public sealed partial class InteractionActor
{
    private const int NoteMax = 4_000;
    private static readonly TimeSpan UsualRingFor = TimeSpan.FromSeconds(20);

    private void ReceiveShared()
    {
        ReceiveArrange();
        ReceivePlacedCalls();
        ReceiveTransfers();
        Command<InviteToTalk>(OnInvite);
        Command<StepInTalk>(OnStep);
        Command<MuteInTalk>(OnMuteParty);
        Command<RemoveFromTalk>(OnRemoveParty);
        Command<PartyMuteChanged>(OnPartyMuteChanged);
        Command<AnswerCaller>(OnAnswerAsParty, answer => IsParty(answer.Agent));
        Command<RefuseOffer>(
            refused => LoseParty(refused.Agent, PartyLeaving.AgentUnavailable), refused => IsParty(refused.Agent));
        Command<MuteTalk>(OnMuteAsParty, mute => IsParty(mute.Agent));
        Command<EndTalk>(OnHangUpAsParty, end => IsParty(end.Agent));
        Command<EndTalk>(OnHangUpShared, end => _state is { IsShared: true } && IsInHandOf(end.Agent));
        Command<AgentAudioGone>(OnPartyAudioGone, gone => IsParty(gone.Agent));
        Command<AgentAudioBack>(OnPartyAudioBack, back => IsParty(back.Agent));
        Command<AgentAudioGone>(_ => LoseOwnerAudio(), gone => _state is { IsShared: true } && IsInHandOf(gone.Agent));
        Command<AgentAudioBack>(OnOwnerAudioBack, back => _state is { IsShared: true } && IsInHandOf(back.Agent));
        Command<AudioGoneTooLong>(_ => GiveUpOwner(), _ => _state is { IsShared: true });
        Command<PartyRangOut>(rang => LoseParty(rang.Agent, PartyLeaving.NoAnswer));
        Command<PartyAudioGoneTooLong>(gone => LoseParty(gone.Agent, PartyLeaving.AudioLost));
        Command<PartyNotDialled>(failed => LosePartyLeg(failed.Leg, PartyLeaving.Unreachable));
        Command<OutboundLegRinging>(OnPartyRinging, ringing => IsPartyLeg(ringing.Leg));
        Command<OutboundLegAnswered>(OnPartyLegAnswered, answered => IsPartyLeg(answered.Leg));
        Command<OutboundLegEnded>(
            ended => LosePartyLeg(ended.Leg, LeavingOf(ended.Outcome)), ended => IsPartyLeg(ended.Leg));
        Command<ClaimInteraction>(
            claim => TellAgent(new CallChanged(claim.Agent, ViewFor(claim.Agent))), claim => IsParty(claim.Agent));
    }

    private bool IsParty(AgentId agent) => _state is { IsShared: true } state && state.PartyOf(agent) is not null;

    private bool IsPartyLeg(LegId leg) => _state is { IsShared: true } state && state.PartyOf(leg) is not null;

    private bool IsConversing => Audibles.Of(State, OwnerLeg).Talking.Count > 1;

    private TimeSpan RingFor => _entry?.Rule.RingFor ?? UsualRingFor;

    // Everybody but those who are invited and not there yet counts too: they may all answer.
    private int PartyCount => (State.HasCaller ? 1 : 0) + 1 + State.Parties.Count;

    private void OnInvite(InviteToTalk invite)
    {
        if (RefusalOf(invite) is { } refusal)
        {
            Reply(Sender, refusal);
            return;
        }

        _ownerLeg = invite.AgentLeg;
        if (!State.IsShared)
        {
            KnowAudiblesOfTwo();
        }

        var asker = Sender;
        if (invite.Target is CallTarget.Queue or CallTarget.Skill)
        {
            TransferToLine(invite, asker);
            return;
        }

        var invited = Invited(invite);
        Keep([.. BeforeInvitation(invite), invited], () =>
        {
            Reply(asker);
            Ring(invited);
            Arrange(Arrangement.Hold);
            InformAgent();
        });
    }

    private AgentRefusal? RefusalOf(InviteToTalk invite)
    {
        if (!IsInHandOf(invite.Agent))
        {
            return AgentRefusal.NotYours;
        }

        var isConference = invite.Purpose == PartyPurpose.Conference;
        var isRightStage = State.Stage == InteractionStage.Connected
            || State.Stage == (isConference ? InteractionStage.Conference : InteractionStage.Held);
        if (!isRightStage || State.AudioLostSince is not null || State.Voicemail is not null || IsBusy)
        {
            return AgentRefusal.WrongState;
        }

        if (invite.Note.Length > NoteMax)
        {
            return AgentRefusal.BadInput;
        }

        return PartyCount >= _services.Options.PartiesMax ? AgentRefusal.TooManyParties : invite.Target switch
        {
            CallTarget.Agent other when other.Id == invite.Agent => AgentRefusal.Yourself,
            CallTarget.Agent other => IsParty(other.Id) ? AgentRefusal.WrongState : null,
            CallTarget.Queue or CallTarget.Skill when invite.Purpose != PartyPurpose.Transfer => AgentRefusal.BadInput,
            CallTarget.Skill { Level: < 1 or > SkillExpression.LevelMax } => AgentRefusal.BadInput,
            CallTarget.Skill => null,
            CallTarget.Queue queue => _plan.Rules.Find<QueueRule>(queue.Id.Value) is null
                ? AgentRefusal.UnknownQueue
                : null,
            CallTarget.Number => null,
            _ => AgentRefusal.BadInput,
        };
    }

    /// <summary>Legs are being moved: whatever is wished now would come in between.</summary>
    private bool IsBusy => _joining is not null || _arranging is not null || _transfer is not null;

    private PartyInvited Invited(InviteToTalk invite)
    {
        var (other, dial) = ((invite.Target as CallTarget.Agent)?.Id, State.Dials + 1);
        return new PartyInvited(
            _id,
            invite.Agent,
            other is { } agent ? PartyId.Of(agent) : PartyId.OfNumber(dial),
            invite.Purpose,
            other,
            invite.Target is CallTarget.Number number ? PhoneNumber.FromE164(number.Text) : null,
            other is null ? OutboundLegs.NameOf(_id, dial) : null,
            invite.Note.Trim(),
            _services.Now)
        {
            CallerId = invite.Shown?.CallerId,
            CallerIdRule = invite.Shown?.Rule,
        };
    }

    private IEnumerable<IInteractionEvent> BeforeInvitation(InviteToTalk invite)
    {
        var now = _services.Now;
        if (invite.Purpose == PartyPurpose.Conference)
        {
            return State.Stage == InteractionStage.Connected ? [new ConferenceStarted(_id, now)] : [];
        }

        IInteractionEvent begun = invite.Purpose == PartyPurpose.Transfer
            ? new TransferStarted(
                _id, invite.Agent, (invite.Target as CallTarget.Queue)?.Id, invite.Note.Trim(), now)
            {
                Skill = invite.Target is CallTarget.Skill skill ? new SkillAsked(skill.Id, skill.Level) : null,
            }
            : new ConsultationStarted(_id, invite.Agent, now);
        return State.Stage == InteractionStage.Connected ? [new InteractionHeld(_id, now), begun] : [begun];
    }

    private void Ring(PartyInvited invited)
    {
        if (invited.Other is { } other)
        {
            var until = _services.Now + RingFor;
            TellAgent(new OfferInteraction(other, ViewFor(other) with { OfferedAt = _services.Now }, until));
            Timers.StartSingleTimer(RingTimerOf(other), new PartyRangOut(other), RingFor);
            return;
        }

        var leg = invited.Leg!.Value;
        DialOut(leg, invited.Number!.Value, invited.CallerId ?? "", _ => new PartyNotDialled(leg));
    }

    private void OnAnswerAsParty(AnswerCaller answer)
    {
        var (party, asker) = (State.PartyOf(answer.Agent)!, Sender);
        if (party.State != PartyState.Ringing)
        {
            Reply(asker, AgentRefusal.WrongState);
            return;
        }

        if (_arranging is not null)
        {
            AfterArranging(() => Self.Tell(answer, asker)); // Nobody may find that he answered too soon.
            return;
        }

        Timers.Cancel(RingTimerOf(answer.Agent));
        KeepAnswered(party, answer.AgentLeg, "", () => Reply(asker));
    }

    private void OnPartyRinging(OutboundLegRinging ringing)
    {
        _ringing.Add(ringing.Leg);
        InformAgent();
    }

    private void OnPartyLegAnswered(OutboundLegAnswered answered)
    {
        if (State.PartyOf(answered.Leg) is { IsIn: false } party)
        {
            KeepAnswered(party, answered.Leg, answered.RecordingFile, () => { });
        }
    }

    private void KeepAnswered(Party party, LegId leg, string recordingFile, Action then)
    {
        // A talk that goes on is joined; where nobody talked, or others did, a new one begins.
        var segment = State.Stage == InteractionStage.Conference && IsConversing ? State.Segment : State.Segment + 1;
        var answered = new PartyAnswered(_id, party.Id, leg, recordingFile, segment, _services.Now);
        if (State.Stage == InteractionStage.Transferring)
        {
            HandOver([answered], party with { Leg = leg }, segment, then);
            return;
        }

        Keep(answered, () =>
        {
            then();
            Arrange(Arrangement.Join);
            InformAgent();
        });
    }

    private void LoseParty(AgentId agent, PartyLeaving reason)
    {
        if (_state?.PartyOf(agent) is { } party)
        {
            LoseParty(party, reason, isLegGone: false);
        }
    }

    private void LosePartyLeg(LegId leg, PartyLeaving reason)
    {
        if (_state is { IsShared: true } && State.PartyOf(leg) is { } party)
        {
            LoseParty(party, reason, isLegGone: true);
        }
    }

    /// <summary>He is gone. What that means for the others follows from the stage.</summary>
    private void LoseParty(Party party, PartyLeaving reason, bool isLegGone, Action? then = null)
    {
        var left = State.Parties.Remove(party);
        var outside = left.Count(other => other.IsIn) + (State.HasCaller ? 1 : 0);
        if (State.Stage == InteractionStage.Forwarded && outside < 2)
        {
            End(InteractionEnding.TransferredOut, State.HasCaller ? HangUpReason.Normal : null);
            return;
        }

        if (State.Internal is not null && left.IsEmpty)
        {
            EndInternal(party, reason, isLegGone);
            return;
        }

        IReadOnlyList<IInteractionEvent> happenings =
        [
            new PartyLeft(_id, party.Id, reason, _services.Now), .. AfterLeaving(left.IsEmpty, reason),
        ];
        var wasClientMuted = State.IsClientMuted;
        Keep(happenings, () => AfterArranging(() =>
        {
            Release(party, reason, isLegGone);
            if (wasClientMuted && !State.IsClientMuted)
            {
                SetMute(State.Caller, muted: false);
            }

            Arrange(Arrangement.Return);
            InformAgent();
            then?.Invoke();
        }));
    }

    /// <summary>What follows for the client and his agent when somebody is gone.</summary>
    private IEnumerable<IInteractionEvent> AfterLeaving(bool isNobodyLeft, PartyLeaving reason)
    {
        var (now, next) = (_services.Now, State.Segment + 1);
        return State switch
        {
            { Stage: InteractionStage.Transferring } =>
                [new TransferFailed(_id, reason, now), new InteractionResumed(_id, next, now)],

            // They have talked all the time.
            { Stage: InteractionStage.Consulting, HeldSince: null } =>
                [new ConsultationEnded(_id, now), new InteractionResumed(_id, State.Segment, now)],
            { Stage: InteractionStage.Consulting } when reason == PartyLeaving.Removed =>
                [new ConsultationEnded(_id, now), new InteractionResumed(_id, next, now)],
            { Stage: InteractionStage.Consulting } => [new ConsultationEnded(_id, now)],
            { Stage: InteractionStage.Conference } when isNobodyLeft => [new ConferenceEnded(_id, now)],
            _ => [],
        };
    }

    /// <summary>His leg is free, and he is told.</summary>
    private void Release(Party party, PartyLeaving reason, bool isLegGone)
    {
        if (party.Agent is not { } agent)
        {
            if (!isLegGone && party.Leg is { } dialled)
            {
                HangUpLeg(dialled);
            }

            return;
        }

        Timers.Cancel(RingTimerOf(agent));
        Timers.Cancel(AudioTimerOf(agent));
        if (party.Leg is { } leg && !isLegGone)
        {
            InBackground("park", _services.Pbx.ParkAsync(leg, NoCancellation));
            Open(leg, party.IsMuted);
        }

        TellAgent((party.IsIn, reason) switch
        {
            (_, PartyLeaving.AudioLost) => new CallTaken(agent, _id, CallTakenReason.AudioFailed),
            (true, _) => new TalkEnded(agent, ClosingViewFor(agent), TimeSpan.Zero),
            (_, PartyLeaving.NoAnswer) => new CallTaken(agent, _id, CallTakenReason.NoAnswer),
            (_, PartyLeaving.AgentUnavailable) => new CallTaken(agent, _id, CallTakenReason.Withdrawn),
            _ => new CallTaken(agent, _id, CallTakenReason.CallerLeft),
        });
    }

    private void ReleaseParties(InteractionState before)
    {
        foreach (var party in before.Parties)
        {
            Release(party, PartyLeaving.CallEnded, isLegGone: false);
        }

        DissolveRooms(except: null);
        if (_transfer is { } transfer)
        {
            (_transfer, _entry, _asked) = (null, transfer.Former, transfer.FormerlyAsked);
        }
    }

    private static PartyLeaving LeavingOf(OutboundOutcome outcome) => outcome switch
    {
        OutboundOutcome.HungUp => PartyLeaving.HungUp,
        OutboundOutcome.Busy => PartyLeaving.Busy,
        OutboundOutcome.NoAnswer => PartyLeaving.NoAnswer,
        OutboundOutcome.Refused => PartyLeaving.Refused,
        OutboundOutcome.Unreachable => PartyLeaving.Unreachable,
        _ => throw new NotSupportedException(outcome.ToString()),
    };

    private static string RingTimerOf(AgentId agent) => $"ring-{agent}";

    private static string AudioTimerOf(AgentId agent) => $"audio-{agent}";

    private sealed record PartyRangOut(AgentId Agent);

    private sealed record PartyAudioGoneTooLong(AgentId Agent);

    private sealed record PartyNotDialled(LegId Leg);
}

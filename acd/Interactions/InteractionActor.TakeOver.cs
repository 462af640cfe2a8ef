using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// A supervisor takes a talk over: client, card and case are his, the agent wraps up. The client's leg is recorded on,
// and the timeline says from when on it is whose voice. Whoever talks with both stays; whom the agent asked alone, or
// was handing the client to, is let go.
public sealed partial class InteractionActor
{
    private void ReceiveTakeOver() => Command<TakeOverTalk>(OnTakeOver);

    private void OnTakeOver(TakeOverTalk take)
    {
        var asker = Sender;
        if (_arranging is not null)
        {
            AfterArranging(() => Self.Tell(take, asker)); // Nobody may find that he wished it too soon.
            return;
        }

        if (!MayTakeOver(take.Agent) || State.Agent is not { } from)
        {
            Reply(asker, AgentRefusal.WrongState);
            return;
        }

        if (!State.IsShared)
        {
            KnowAudiblesOfTwo();
        }

        var (leg, wasMuted, letGo) = (OwnerLeg, State.IsAgentMuted, AskedByHimAlone);
        Timers.Cancel(AudioGoneTimer);
        LeaveLine();
        var taken = new TalkTakenOver(_id, from, take.Agent, take.Leg, SegmentTaken, _services.Now);
        Keep([.. BeforeTakeOver(letGo), taken], () =>
        {
            _ownerLeg = null;
            Reply(asker);
            foreach (var party in letGo)
            {
                Release(party, PartyLeaving.Removed, isLegGone: false);
            }

            Arrange(Arrangement.HandOver);
            AfterArranging(() => ReleaseFormer(from, leg, wasMuted, taken: null, WrapUpFor));
            InformAgent();
        });
    }

    // A message has nobody in it to take over; in a call among agents somebody must have answered.
    private bool MayTakeOver(AgentId supervisor) =>
        _state is { Voicemail: null } state
        && HasAgentInTalk
        && (state.HasCaller || state.Parties.Any(party => party.IsIn))
        && _joining is null
        && !IsInHandOf(supervisor)
        && state.PartyOf(supervisor) is null;

    private IReadOnlyList<Party> AskedByHimAlone =>
        State.Stage is InteractionStage.Transferring or InteractionStage.Consulting ? State.Parties : [];

    // Those who talk with each other go on in their room; a client who heard music, or talked with him alone, does not.
    private int SegmentTaken =>
        State.Stage == InteractionStage.Conference && IsConversing ? State.Segment : State.Segment + 1;

    private IEnumerable<IInteractionEvent> BeforeTakeOver(IReadOnlyList<Party> letGo)
    {
        var now = _services.Now;
        return
        [
            .. letGo.Select(party => new PartyLeft(_id, party.Id, PartyLeaving.Removed, now)),
            .. State.Stage switch
            {
                InteractionStage.Transferring =>
                    (IInteractionEvent[])[new TransferFailed(_id, PartyLeaving.Removed, now)],
                InteractionStage.Consulting => [new ConsultationEnded(_id, now)],
                _ => [],
            },
        ];
    }
}

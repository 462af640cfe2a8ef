using CrmUms.Acd.Agents;

namespace CrmUms.Acd.Interactions;

// A supervisor takes a talk over: client, card and case are his, the agent wraps up. The client's leg is recorded on,
// and the timeline says from when on it is whose voice.
public sealed partial class InteractionActor
{
    private void ReceiveTakeOver() => Command<TakeOverTalk>(OnTakeOver);

    private void OnTakeOver(TakeOverTalk take)
    {
        var isAlone = _state is { Voicemail: null, HasCaller: true }
            && State.Stage is InteractionStage.Connected or InteractionStage.Held;
        if (!isAlone || IsBusy || IsInHandOf(take.Agent) || State.Agent is not { } from)
        {
            Reply(Sender, AgentRefusal.WrongState);
            return;
        }

        var (asker, leg, wasMuted) = (Sender, OwnerLeg, State.IsAgentMuted);
        KnowAudiblesOfTwo();
        Timers.Cancel(AudioGoneTimer);
        var taken = new TalkTakenOver(_id, from, take.Agent, take.Leg, State.Segment + 1, _services.Now);
        Keep(taken, () =>
        {
            _ownerLeg = null;
            Reply(asker);
            Arrange(Arrangement.HandOver);
            AfterArranging(() => ReleaseFormer(from, leg, wasMuted, taken: null, WrapUpFor));
            InformAgent();
        });
    }
}

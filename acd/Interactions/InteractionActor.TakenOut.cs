using CrmUms.Acd.Ports;

namespace CrmUms.Acd.Interactions;

// A supervisor takes somebody out of the line: the end, or another queue.
public sealed partial class InteractionActor
{
    private void ReceiveTakeOut() => Command<TakeOutCaller>(OnTakeOut);

    private void OnTakeOut(TakeOutCaller take)
    {
        var asker = Sender;
        var next = _plan.ByQueue(take.Queue);
        var isKnown = take.Queue is null || (next is not null && take.Queue != _state?.Queue);
        if (_state is not { Stage: InteractionStage.Queued, Overflow: null } || _former is not null || !isKnown)
        {
            asker.Tell(new TakeOutReply(IsTaken: false), Self);
            return;
        }

        Keep(new CallerTakenOut(_id, State.Queue!.Value, take.Queue, take.By, _services.Now), () =>
        {
            asker.Tell(new TakeOutReply(IsTaken: true), Self);
            if (State.Stage != InteractionStage.Queued)
            {
                return; // He has left meanwhile.
            }

            if (next is not null)
            {
                MoveTo(next, isNew: false); // A supervisor's word goes before a full or closed queue.
            }
            else
            {
                End(InteractionEnding.TakenOut, State.HasCaller ? HangUpReason.Normal : null);
            }
        });
    }
}

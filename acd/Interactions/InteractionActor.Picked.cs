using CrmUms.Acd.Agents;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Interactions;

// An agent takes him to himself out of turn, where the queue allows it; the router decides it like anything else.
public sealed partial class InteractionActor
{
    // The agent is free when he asks: the router hears of it in a moment, or he is not free any more.
    private static readonly TimeSpan PickedFor = TimeSpan.FromSeconds(5);

    private void ReceivePick() => Command<PickWaiting>(OnPick);

    private void OnPick(PickWaiting pick)
    {
        var asker = Sender;
        if (PickRefusalOf(pick) is { } refusal)
        {
            Reply(asker, refusal);
            return;
        }

        var now = _services.Now;
        Keep(new CallerPicked(_id, pick.Agent, now + PickedFor, now), () =>
        {
            Reply(asker);
            if (State.Stage == InteractionStage.Queued)
            {
                Enqueue();
            }
        });
    }

    private AgentRefusal? PickRefusalOf(PickWaiting pick)
    {
        if (_state is { Stage: InteractionStage.Offered } || (Assigned is { } other && other.Agent != pick.Agent))
        {
            return AgentRefusal.OfferedToAnother;
        }

        if (!StandsInLine)
        {
            return AgentRefusal.NotWaiting;
        }

        var queue = pick.Rules.Find<QueueRule>(Queue.Id) ?? Queue;
        if (!queue.AgentsMayPick)
        {
            return AgentRefusal.NotAllowed;
        }

        var agent = pick.Rules.Find<AgentRule>(AgentRule.IdOf(pick.Agent));
        return PresentNeeds.AreMetBy(agent, queue, State.Wish, _services.Now - State.QueuedAt!.Value)
            ? null
            : AgentRefusal.CannotServe;
    }
}

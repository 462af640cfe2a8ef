using CrmUms.Acd.Routing;

namespace CrmUms.Acd.Interactions;

// A supervisor gives him to an agent by name: he waits for that one and nobody else, for a while, then as before.
public sealed partial class InteractionActor
{
    private static readonly TimeSpan AssignedFor = TimeSpan.FromMinutes(2);

    private void ReceiveAssign() => Command<AssignCaller>(OnAssign);

    private PreferredAgent? Assigned =>
        State.Picked is { } picked && picked.Until > _services.Now
            ? new PreferredAgent(picked.Agent, picked.Until, PreferredAgent.Picked)
        : State.Assigned is { } assigned && assigned.Until > _services.Now
            ? new PreferredAgent(assigned.Agent, assigned.Until, PreferredAgent.Assigned)
        : null;

    private void OnAssign(AssignCaller assign)
    {
        var asker = Sender;
        if (AssignRefusalOf(assign) is { } refusal)
        {
            asker.Tell(new AssignReply(refusal), Self);
            return;
        }

        var now = _services.Now;
        Keep(new CallerAssigned(_id, assign.Agent, now + AssignedFor, assign.By, now), () =>
        {
            asker.Tell(new AssignReply(null), Self);
            if (State.Stage == InteractionStage.Queued)
            {
                Enqueue(); // The queue tells the router for whom he waits now.
            }
        });
    }

    // Where he can be had now: he is neither on his way elsewhere nor called back later.
    private bool StandsInLine =>
        _state is { Stage: InteractionStage.Queued, Overflow: null } && _former is null
        && !(_state is { HasCaller: false, CallbackDueAt: { } due } && due > _services.Now);

    private AssignRefusal? AssignRefusalOf(AssignCaller assign)
    {
        if (!StandsInLine)
        {
            return AssignRefusal.NotWaiting;
        }

        return assign.Serves.Contains(Queue.Id) ? null : AssignRefusal.CannotServe;
    }
}

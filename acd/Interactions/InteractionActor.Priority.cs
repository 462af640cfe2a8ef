using CrmUms.Acd.Ports;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Interactions;

// How urgent he is: by the rules, by his flow, by a supervisor's hand; and what supervisors see of him.
public sealed partial class InteractionActor
{
    private void ReceiveSupervisor()
    {
        Command<GetCallView>(_ => Sender.Tell(new OneCallView(_state?.Queue is null ? null : View()), Self));
        Command<GivePriority>(OnGivePriority);
    }

    private int Priority =>
        Bounded(PriorityOf(State.Dialled, State.Identity) + _flowPriority + State.PointsGiven);

    // As the router takes it: what supervisors are shown is what counts.
    private static int Bounded(int points) =>
        Math.Clamp(points, -RoutingCore.PriorityMax, RoutingCore.PriorityMax);

    private int PriorityOf(string dialled, CallerIdentity? identity) => PriorityRules.For(
        _plan.Rules, PriorityFacts.Of(dialled, identity, _walk?.Topic, _services.Now));

    // Whoever is recognised only when he waits already may be more urgent than he seemed.
    private void TellPriority()
    {
        if (State.Stage == InteractionStage.Queued)
        {
            TellQueue(queue => new ChangePriority(queue, _id, Priority));
        }
    }

    private void OnGivePriority(GivePriority give)
    {
        var asker = Sender;
        if (_state is not { Stage: <= InteractionStage.Offered })
        {
            asker.Tell(new PriorityReply(IsGiven: false), Self);
            return;
        }

        Keep(new PriorityGiven(_id, give.Points, give.By, _services.Now), () =>
        {
            asker.Tell(new PriorityReply(IsGiven: true), Self);
            TellPriority();
        });
    }
}

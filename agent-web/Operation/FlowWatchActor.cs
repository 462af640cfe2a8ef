using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Shared;

namespace CrmUms.AgentWeb.Operation;

/// <summary>Who walks where, for the live view of the editor. Told by the same events that are journalled.</summary>
internal sealed class FlowWatchActor : ReceiveActor
{
    private readonly Dictionary<InteractionId, (string Flow, string Node)> _walkers = [];

    public FlowWatchActor()
    {
        Receive<FlowNoted>(OnFlowNoted);
        Receive<InteractionConnected>(talks => _walkers.Remove(talks.Interaction));
        Receive<InteractionEnded>(ended => _walkers.Remove(ended.Interaction));
        Receive<IInteractionEvent>(_ => { });
        Receive<GetWalkers>(query => Sender.Tell(Walkers(query.Flow), Self));
    }

    protected override void PreStart() => Context.System.EventStream.Subscribe(Self, typeof(IInteractionEvent));

    private void OnFlowNoted(FlowNoted noted)
    {
        if (noted.Note is FlowNote.NodeEntered entered)
        {
            _walkers[noted.Interaction] = (entered.Flow, entered.Node);
        }
        else if (noted.Note is FlowNote.Ended)
        {
            _walkers.Remove(noted.Interaction);
        }
    }

    private Dictionary<string, int> Walkers(string flow) => _walkers.Values
        .Where(walker => walker.Flow == flow)
        .CountBy(walker => walker.Node)
        .ToDictionary();
}

/// <summary>Query: how many callers are at each node of a flow? Answered by a dictionary.</summary>
internal sealed record GetWalkers(string Flow);

/// <summary>Whom to ask.</summary>
internal sealed record FlowWatchRef(IActorRef Ref);

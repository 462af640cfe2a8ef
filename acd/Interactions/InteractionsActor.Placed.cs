using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// Calls that agents make: each is an interaction whose agent is given.
public sealed partial class InteractionsActor
{
    private void ReceivePlacedCalls()
    {
        Receive<PlaceOutboundCall>(call => Place(call.Interaction, call));
        Receive<PlaceInternalCall>(call => Place(call.Interaction, call));
    }

    private void Place(InteractionId interaction, object call) =>
        Open(interaction).Tell(new TakePlacedCall(call, _plan), Self);
}

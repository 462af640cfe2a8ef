using CrmUms.Acd.Ivr;

namespace CrmUms.Acd.Interactions;

// Callers who would rather be called back.
public sealed partial class InteractionActor
{
    private void KeepPlaceForCallback(FlowEffect.OfferCallback callback) =>
        Tell(new FlowEvent.CallbackAnswered(callback.Request, Accepted: false));
}

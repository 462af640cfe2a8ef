using CrmUms.Acd.Ivr;

namespace CrmUms.Acd.Interactions;

// Messages that callers leave.
public sealed partial class InteractionActor
{
    private void Deliver(FlowEffect.DeliverVoicemail message) => _services.Log.MessageLeft(_id, message.Queue);
}

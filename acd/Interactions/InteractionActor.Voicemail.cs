using System.Security.Cryptography;
using System.Text;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// Messages that callers leave. Each becomes an interaction of its own, which waits in its queue like a caller: an agent
// accepts it, listens to it in his page, and wraps it up.
public sealed partial class InteractionActor
{
    private void ReceiveVoicemail() => Command<TakeVoicemail>(OnTakeVoicemail);

    private void Deliver(FlowEffect.DeliverVoicemail message)
    {
        _services.Log.MessageLeft(_id, message.Queue);
        Deliver(message.Recording, message.Queue, message.Duration);
    }

    // Delivering it twice does no harm: the recording's name gives the message its id.
    private void Deliver(string recording, QueueId queue, TimeSpan duration) => Context.Parent.Tell(
        new VoicemailLeft(
            IdOfMessage(recording), _id, queue, recording, duration, State.Dialled, State.Number, State.Identity),
        Self);

    private void RepeatDelivery()
    {
        if (State.LastMessage is { } left)
        {
            Deliver(left.Recording, new QueueId(left.Queue), TimeSpan.FromSeconds(left.Seconds));
        }
    }

    private static InteractionId IdOfMessage(string recording) =>
        new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(recording)).AsSpan(0, 16)));

    private void OnTakeVoicemail(TakeVoicemail take)
    {
        if (_state is not null)
        {
            StopWhenClosed(); // It was delivered before.
            return;
        }

        var (message, now) = (take.Message, _services.Now);
        _plan = take.Plan;
        _entry = _plan.ByQueue(message.Queue);
        var file = message.Recording + ".wav";
        List<IInteractionEvent> happenings =
        [
            new InteractionArrived(_id, new LegId($"message-{_id}"), message.Dialled, message.Number, file, now),
            new VoicemailArrived(_id, message.From, message.Queue, message.Recording, message.Duration, now),
        ];
        if (message.Identity is { } identity)
        {
            happenings.Add(new CallerIdentified(_id, identity, now));
        }

        Keep(happenings, Proceed);
    }
}

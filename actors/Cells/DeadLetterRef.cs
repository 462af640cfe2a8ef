using CrmUms.Actors.Event;
using CrmUms.Actors.Mailboxes;

namespace CrmUms.Actors.Cells;

/// <summary>Where messages end that reach nobody: counted, published, and logged by type only.</summary>
internal sealed class DeadLetterRef(ActorSystem system, ActorPath path) : InternalActorRef(system)
{
    private const int LoggedMax = 10;
    private int _count;

    public override ActorPath Path { get; } = path;

    public override void Tell(object message, IActorRef? sender) => Bury(message, sender, recipient: this);

    public void Bury(object message, IActorRef? sender, IActorRef recipient)
    {
        sender ??= this;
        if (message is IDeadLetterSuppression suppressed)
        {
            SystemImpl.EventStream.Publish(new SuppressedDeadLetter(suppressed, sender, recipient));
            return;
        }

        ActorMeters.DeadLetters.Add(1);
        var count = Interlocked.Increment(ref _count);
        if (count <= LoggedMax)
        {
            ActorLog.MessageBuried(SystemImpl.Log, message.GetType(), recipient.Path, count);
        }

        SystemImpl.EventStream.Publish(message as AllDeadLetters ?? new DeadLetter(message, sender, recipient));
    }

    internal override void SendSystem(SystemMessage message)
    {
    }
}

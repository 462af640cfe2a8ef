using CrmUms.Actors.Mailboxes;

namespace CrmUms.Actors.Cells;

internal sealed class LocalActorRef : InternalActorRef
{
    public LocalActorRef(ActorSystem system, Props props, InternalActorRef parent, ActorPath path)
        : base(system)
    {
        Path = path;
        Cell = new ActorCell(system, this, props, parent);
    }

    public override ActorPath Path { get; }

    public ActorCell Cell { get; }

    public override void Tell(object message, IActorRef? sender) => Cell.Post(message, sender);

    internal override void SendSystem(SystemMessage message) => Cell.PostSystem(message);

    internal void Start() => Cell.PostSystem(new CreateMessage());
}

using CrmUms.Actors.Mailboxes;

namespace CrmUms.Actors.Cells;

/// <summary>A reference that the kernel can speak to. There is one object for each life of an actor.</summary>
internal abstract class InternalActorRef(ActorSystem system) : IActorRef
{
    public abstract ActorPath Path { get; }

    internal ActorSystem SystemImpl { get; } = system;

    public abstract void Tell(object message, IActorRef? sender);

    public bool Equals(IActorRef? other) => ReferenceEquals(this, ActorRefWrapper.Unwrap(other));

    public override bool Equals(object? obj) => ReferenceEquals(this, obj) || Equals(obj as IActorRef);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    public int CompareTo(IActorRef? other)
    {
        var byPath = Path.CompareTo(other?.Path);
        return byPath != 0 || other is null ? byPath : Path.Uid.CompareTo(other.Path.Uid);
    }

    public int CompareTo(object? obj) => CompareTo(obj as IActorRef);

    public override string ToString() => $"[{Path.ToStringWithUid()}]";

    internal abstract void SendSystem(SystemMessage message);
}

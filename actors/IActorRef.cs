namespace CrmUms.Actors;

public interface ICanTell
{
    void Tell(object message, IActorRef? sender);
}

/// <summary>The address of an actor: all that anybody outside may hold of it.</summary>
public interface IActorRef : ICanTell, IEquatable<IActorRef>, IComparable<IActorRef>, IComparable
{
    ActorPath Path { get; }
}

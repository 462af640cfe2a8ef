namespace CrmUms.Actors;

#pragma warning disable CA1036 // References have an order but no operators for it, as in Akka.NET.
/// <summary>The answer to <c>Context.Child(name)</c> when there is no such child. Swallows what it is told.</summary>
public sealed class Nobody : IActorRef
{
    public static readonly Nobody Instance = new();

    private Nobody()
    {
    }

    public ActorPath Path { get; } = new(new ActorPath("akka://all-systems"), "Nobody", uid: 0);

    public void Tell(object message, IActorRef? sender)
    {
    }

    public bool Equals(IActorRef? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => 0;

    public int CompareTo(IActorRef? other) => Path.CompareTo(other?.Path);

    public int CompareTo(object? obj) => CompareTo(obj as IActorRef);

    public override string ToString() => "[akka://all-systems/Nobody]";
}

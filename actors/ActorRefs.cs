using CrmUms.Actors.Cells;

namespace CrmUms.Actors;

public static class ActorRefs
{
    /// <summary>No sender was given; the receiver then sees the dead letters as its sender.</summary>
    public static readonly IActorRef NoSender = null!;

    public static readonly Nobody Nobody = Nobody.Instance;
}

public static class ActorRefImplicitSenderExtensions
{
    /// <summary>Sends in the name of the actor whose turn runs on this thread, if any.</summary>
    public static void Tell(this IActorRef receiver, object message) =>
        receiver.Tell(message, ActorCell.CurrentSelfOrNoSender());

    /// <summary>Sends on, keeping the original sender.</summary>
    public static void Forward(this IActorRef receiver, object message) =>
        receiver.Tell(message, ActorCell.CurrentSenderOrNoSender());
}

public static class ActorRefExtensions
{
    public static bool IsNobody(this IActorRef? actorRef) => actorRef is null or Nobody;

    public static IActorRef GetOrElse(this IActorRef? actorRef, Func<IActorRef> elseValue) =>
        actorRef is null or Nobody ? elseValue() : actorRef;
}

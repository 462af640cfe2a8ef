namespace CrmUms.Actors.Cells;

/// <summary>Something that stands for an actor without being its reference, such as a test probe.</summary>
internal interface IActorRefWrapper
{
    IActorRef Inner { get; }
}

internal static class ActorRefWrapper
{
    public static InternalActorRef? Unwrap(IActorRef? reference) => reference switch
    {
        InternalActorRef known => known,
        IActorRefWrapper wrapper => Unwrap(wrapper.Inner),
        _ => null,
    };
}

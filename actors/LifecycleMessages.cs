using CrmUms.Actors.Event;

namespace CrmUms.Actors;

/// <summary>Marks messages that the kernel handles before the actor sees them.</summary>
public interface IAutoReceivedMessage;

/// <summary>Marks messages that do not count as activity for <see cref="ReceiveTimeout"/>.</summary>
public interface INotInfluenceReceiveTimeout;

/// <summary>Marks messages that an actor must not accept from strangers.</summary>
public interface IPossiblyHarmful;

/// <summary>Marks messages that are never written to the wire.</summary>
public interface INoSerializationVerificationNeeded;

/// <summary>Command: stop after everything that is in the mailbox before it.</summary>
public sealed class PoisonPill : IAutoReceivedMessage, IPossiblyHarmful, IDeadLetterSuppression
{
    private PoisonPill()
    {
    }

    /// <summary>The only one.</summary>
    public static PoisonPill Instance { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "<PoisonPill>";
}

/// <summary>
/// Command: fail with <see cref="ActorKilledException"/>; the parent's strategy decides what follows.
/// </summary>
public sealed class Kill : IAutoReceivedMessage
{
    private Kill()
    {
    }

    /// <summary>The only one.</summary>
    public static Kill Instance { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "<Kill>";
}

/// <summary>Event: nothing arrived for the span set by <c>Context.SetReceiveTimeout</c>.</summary>
public sealed class ReceiveTimeout : IPossiblyHarmful
{
    private ReceiveTimeout()
    {
    }

    /// <summary>The only one.</summary>
    public static ReceiveTimeout Instance { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "<ReceiveTimeout>";
}

/// <summary>
/// Event: a watched actor is dead and will never handle another message. A watcher that does not handle it fails with
/// <see cref="DeathPactException"/>.
/// </summary>
public sealed class Terminated(IActorRef actorRef, bool existenceConfirmed, bool addressTerminated)
    : IAutoReceivedMessage, IPossiblyHarmful, IDeadLetterSuppression, INoSerializationVerificationNeeded,
        IEquatable<Terminated>
{
    /// <summary>Who died.</summary>
    public IActorRef ActorRef { get; } = actorRef;

    /// <summary>Whether its node was lost; never true here, as all actors live in one process.</summary>
    public bool AddressTerminated { get; } = addressTerminated;

    /// <summary>Whether it was known to have lived.</summary>
    public bool ExistenceConfirmed { get; } = existenceConfirmed;

    /// <inheritdoc/>
    public bool Equals(Terminated? other) =>
        other is not null
        && Equals(ActorRef, other.ActorRef)
        && AddressTerminated == other.AddressTerminated
        && ExistenceConfirmed == other.ExistenceConfirmed;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Terminated);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ActorRef, AddressTerminated, ExistenceConfirmed);

    /// <inheritdoc/>
    public override string ToString() => $"<Terminated>: {ActorRef}";
}

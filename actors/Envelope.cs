namespace CrmUms.Actors;

/// <summary>A message on its way, with whoever sent it.</summary>
public readonly struct Envelope(object message, IActorRef sender) : IEquatable<Envelope>
{
    public object Message { get; } = message;

    public IActorRef Sender { get; } = sender;

    public static bool operator ==(Envelope left, Envelope right) => left.Equals(right);

    public static bool operator !=(Envelope left, Envelope right) => !left.Equals(right);

    public bool Equals(Envelope other) => Equals(Message, other.Message) && Equals(Sender, other.Sender);

    public override bool Equals(object? obj) => obj is Envelope other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Message, Sender);

    public override string ToString() => $"<{Message}> from {Sender}";
}

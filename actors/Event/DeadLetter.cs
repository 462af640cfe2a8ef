namespace CrmUms.Actors.Event;

/// <summary>Marks messages whose loss is nothing to speak of.</summary>
public interface IDeadLetterSuppression;

/// <summary>A message that reached nobody, with whom it was for.</summary>
public abstract class AllDeadLetters(object message, IActorRef sender, IActorRef recipient)
{
    public object Message { get; } = message;

    public IActorRef Sender { get; } = sender;

    public IActorRef Recipient { get; } = recipient;

    public override string ToString() =>
        $"{GetType().Name} of {Message.GetType().Name} from {Sender} to {Recipient}";
}

public sealed class DeadLetter(object message, IActorRef sender, IActorRef recipient)
    : AllDeadLetters(message, sender, recipient);

public sealed class SuppressedDeadLetter(IDeadLetterSuppression message, IActorRef sender, IActorRef recipient)
    : AllDeadLetters(message, sender, recipient);

/// <summary>A message that its receiver had no handler for.</summary>
public sealed class UnhandledMessage(object message, IActorRef sender, IActorRef recipient)
{
    public object Message { get; } = message;

    public IActorRef Sender { get; } = sender;

    public IActorRef Recipient { get; } = recipient;

    public override string ToString() => $"Unhandled {Message.GetType().Name} from {Sender} to {Recipient}";
}

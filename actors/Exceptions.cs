namespace CrmUms.Actors;

public abstract class AkkaException : Exception
{
    protected AkkaException()
    {
    }

    protected AkkaException(string? message, Exception? cause = null)
        : base(message, cause)
    {
    }

    protected Exception? Cause => InnerException;
}

/// <summary>The constructor or PreStart threw. The default strategy stops the actor.</summary>
public class ActorInitializationException : AkkaException
{
    public ActorInitializationException()
    {
    }

    public ActorInitializationException(string message)
        : base(message)
    {
    }

    public ActorInitializationException(string message, Exception cause)
        : base(message, cause)
    {
    }

    public ActorInitializationException(IActorRef? actor, string message, Exception? cause = null)
        : base(message, cause) =>
        Actor = actor;

    public IActorRef? Actor { get; set; }
}

/// <summary>PreRestart threw; the restart goes on, and the parent judges this exception.</summary>
public class PreRestartException(IActorRef actor, Exception restartException, Exception cause, object? optionalMessage)
    : ActorInitializationException(
        actor,
        $"PreRestart failed with {restartException.GetType().Name}; the restart was for {cause.GetType().Name}.",
        restartException)
{
    public Exception RestartException { get; } = restartException;

    public object? OptionalMessage { get; } = optionalMessage;
}

/// <summary>The new instance could not be made or its PostRestart threw.</summary>
public class PostRestartException(IActorRef actor, Exception cause, Exception originalCause)
    : ActorInitializationException(actor, $"The restart failed with {cause.GetType().Name}.", cause)
{
    public Exception OriginalCause { get; } = originalCause;
}

public class ActorKilledException : AkkaException
{
    public ActorKilledException()
    {
    }

    public ActorKilledException(string message)
        : base(message)
    {
    }
}

public class DeathPactException(IActorRef deadActor)
    : AkkaException($"Terminated of {deadActor} was not handled.")
{
    public IActorRef DeadActor { get; } = deadActor;
}

public class AskTimeoutException(string message) : AkkaException(message);

public class InvalidActorNameException : AkkaException
{
    public InvalidActorNameException(string message)
        : base(message)
    {
    }

    public InvalidActorNameException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

public class InvalidMessageException : AkkaException
{
    public InvalidMessageException()
        : base("A message is never null.")
    {
    }

    public InvalidMessageException(string message)
        : base(message)
    {
    }
}

public class IllegalActorStateException(string message) : AkkaException(message);

public class StashOverflowException(string message, Exception? cause = null) : AkkaException(message, cause);

using CrmUms.Actors.Asking;
using CrmUms.Actors.Cells;

namespace CrmUms.Actors;

/// <summary>
/// Asking: a message whose answer completes a task. For the rim of the system; actors tell each other.
/// </summary>
public static class Futures
{
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<object>(message, timeout, CancellationToken.None);

    public static Task<object> Ask(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<object>(message, timeout: null, cancellationToken);

    public static Task<object> Ask(
        this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        self.Ask<object>(message, timeout, cancellationToken);

    /// <exception cref="AskTimeoutException">No answer came in time.</exception>
    /// <exception cref="ArgumentException">The answer is of another type.</exception>
    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<T>(message, timeout, CancellationToken.None);

    public static Task<T> Ask<T>(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<T>(message, timeout: null, cancellationToken);

    public static Task<T> Ask<T>(
        this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var promise = NewPromise<T>(self);
        self.Tell(message, promise);
        return promise.WaitFor(timeout, cancellationToken);
    }

    public static Task<T> Ask<T>(
        this ICanTell self,
        Func<IActorRef, object> messageFactory,
        TimeSpan? timeout,
        CancellationToken cancellationToken)
    {
        var promise = NewPromise<T>(self);
        self.Tell(messageFactory(promise), promise);
        return promise.WaitFor(timeout, cancellationToken);
    }

    private static PromiseRef<T> NewPromise<T>(ICanTell target)
    {
        var system = ActorRefWrapper.Unwrap(target as IActorRef)?.SystemImpl ?? ActorCell.Current?.SystemImpl
            ?? throw new ArgumentException("Only an actor of a system can be asked.", nameof(target));
        return new PromiseRef<T>(system);
    }
}

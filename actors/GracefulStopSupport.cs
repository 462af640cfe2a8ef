using CrmUms.Actors.Asking;
using CrmUms.Actors.Cells;

namespace CrmUms.Actors;

public static class GracefulStopSupport
{
    /// <summary>True when the actor has stopped.</summary>
    /// <exception cref="TaskCanceledException">It has not within the timeout.</exception>
    public static Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout) =>
        target.GracefulStop(timeout, PoisonPill.Instance);

    public static Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout, object stopMessage) =>
        StopAsync(target, timeout, stopMessage);

    private static async Task<bool> StopAsync(IActorRef target, TimeSpan timeout, object stopMessage)
    {
        var watched = ActorRefWrapper.Unwrap(target)
            ?? throw new ArgumentException("Only an actor of a system can be stopped.", nameof(target));
        var promise = new PromiseRef<Terminated>(watched.SystemImpl);
        watched.SendSystem(new WatchMessage(watched, promise));
        target.Tell(stopMessage, ActorRefs.NoSender);
        try
        {
            await promise.WaitFor(timeout, CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (AskTimeoutException)
        {
            watched.SendSystem(new UnwatchMessage(promise));
            throw new TaskCanceledException($"{target} has not stopped within {timeout}.");
        }
    }
}

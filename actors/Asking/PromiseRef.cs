using System.Globalization;
using CrmUms.Actors.Cells;
using CrmUms.Actors.Mailboxes;

namespace CrmUms.Actors.Asking;

/// <summary>The sender of one question: the first answer completes its task, later ones are dead letters.</summary>
internal sealed class PromiseRef<T>(ActorSystem system) : InternalActorRef(system)
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ActorPath? _path;

    public override ActorPath Path => _path ??= new ActorPath(
        new ActorPath(SystemImpl.Root.Path, "temp", uid: 0),
        string.Create(CultureInfo.InvariantCulture, $"${SystemImpl.NextUid()}"),
        uid: 0);

    public override void Tell(object message, IActorRef? sender)
    {
        var accepted = message switch
        {
            T answer => _answer.TrySetResult(answer),
            Status.Failure failure => _answer.TrySetException(failure.Cause),
            null => throw new InvalidMessageException(),
            _ => _answer.TrySetException(new ArgumentException(
                $"The answer is a {message.GetType()}, asked for was a {typeof(T)}.")),
        };

        if (!accepted)
        {
            SystemImpl.DeadLetterRef.Bury(message, sender, this);
        }
    }

    public Task<T> WaitFor(TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var limited = timeout is { } span && span != Timeout.InfiniteTimeSpan && span < TimeSpan.MaxValue;
        if (_answer.Task.IsCompleted || (!limited && !cancellationToken.CanBeCanceled))
        {
            return _answer.Task;
        }

        return WaitLimitedAsync(limited ? timeout!.Value : Timeout.InfiniteTimeSpan, cancellationToken);
    }

    internal override void SendSystem(SystemMessage message)
    {
        if (message is DeathMessage death)
        {
            Tell(new Terminated(death.Deceased, death.ExistenceConfirmed, addressTerminated: false), death.Deceased);
        }
    }

    private async Task<T> WaitLimitedAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var timer = timeout == Timeout.InfiniteTimeSpan ? null : SystemImpl.TimeProvider.CreateTimer(
            static promise => ((PromiseRef<T>)promise!).TimeOut(), this, timeout, Timeout.InfiniteTimeSpan);
        using var registration = cancellationToken.Register(
            static promise => ((PromiseRef<T>)promise!)._answer.TrySetCanceled(), this);
        return await _answer.Task.ConfigureAwait(false);
    }

    private void TimeOut() =>
        _answer.TrySetException(new AskTimeoutException($"No {typeof(T).Name} was answered in time."));
}

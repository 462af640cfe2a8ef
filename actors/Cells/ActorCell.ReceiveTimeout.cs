using CrmUms.Actors.Scheduling;

namespace CrmUms.Actors.Cells;

internal sealed partial class ActorCell
{
    private ITimer? _receiveTimer;
    private TimeSpan? _receiveTimeout;
    private long _receiveTimeoutVersion;

    public TimeSpan? ReceiveTimeout => _receiveTimeout;

    public void SetReceiveTimeout(TimeSpan? timeout)
    {
        _receiveTimeout = timeout;
        _receiveTimeoutVersion++;
        _receiveTimer?.Dispose();
        _receiveTimer = null;
        if (timeout is { } span)
        {
            StartReceiveTimer(span);
        }
    }

    private void RearmReceiveTimeout(object message)
    {
        if (message is TimerFired fired)
        {
            message = fired.Message;
        }

        if (message is INotInfluenceReceiveTimeout || _receiveTimeout is not { } span)
        {
            return;
        }

        _receiveTimeoutVersion++;
        _receiveTimer?.Dispose();
        StartReceiveTimer(span);
    }

    private void StartReceiveTimer(TimeSpan span)
    {
        var fired = new ReceiveTimeoutFired(_receiveTimeoutVersion);
        _receiveTimer = SystemImpl.TimeProvider.CreateTimer(
            _ => Post(fired, _self), state: null, span, Timeout.InfiniteTimeSpan);
    }

    private void ReceivedReceiveTimeout(ReceiveTimeoutFired fired)
    {
        // A message that came in meanwhile has started the span anew.
        if (fired.Version == _receiveTimeoutVersion && _receiveTimeout is not null)
        {
            _message = Actors.ReceiveTimeout.Instance;
            _actor!.Handle(_behaviour, _message);
        }
    }

    private sealed record ReceiveTimeoutFired(long Version);
}

using CrmUms.Actors.Cells;

namespace CrmUms.Actors.Scheduling;

/// <summary>What a timer puts into the mailbox: valid only while its version is the current one of its key.</summary>
internal sealed record TimerFired(TimerScheduler Owner, object Key, object Message, long Version);

/// <summary>The named timers of one actor instance.</summary>
internal sealed class TimerScheduler(ActorCell cell) : ITimerScheduler
{
    private readonly Dictionary<object, Running> _running = [];
    private long _version;

    public void StartSingleTimer(object key, object msg, TimeSpan timeout) =>
        Start(key, msg, timeout, Timeout.InfiniteTimeSpan);

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval) => Start(key, msg, interval, interval);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval) =>
        Start(key, msg, initialDelay, interval);

    public bool IsTimerActive(object key) => _running.ContainsKey(key);

    public void Cancel(object key)
    {
        if (_running.Remove(key, out var running))
        {
            running.Timer.Dispose();
        }
    }

    public void CancelAll()
    {
        foreach (var running in _running.Values)
        {
            running.Timer.Dispose();
        }

        _running.Clear();
    }

    /// <summary>Says whether the message still counts; a single timer is over with it.</summary>
    public bool Accept(TimerFired fired)
    {
        if (!_running.TryGetValue(fired.Key, out var running) || running.Version != fired.Version)
        {
            return false;
        }

        if (!running.IsPeriodic)
        {
            _running.Remove(fired.Key);
            running.Timer.Dispose();
        }

        return true;
    }

    private void Start(object key, object msg, TimeSpan delay, TimeSpan period)
    {
        Cancel(key);
        var fired = new TimerFired(this, key, msg, ++_version);
        var self = cell.SelfRef;
        var timer = cell.SystemImpl.TimeProvider.CreateTimer(
            static state => ((Target)state!).Fire(), new Target(self, fired), delay, period);
        _running.Add(key, new Running(timer, _version, period != Timeout.InfiniteTimeSpan));
    }

    private sealed record Running(ITimer Timer, long Version, bool IsPeriodic);

    private sealed record Target(LocalActorRef Self, TimerFired Fired)
    {
        public void Fire() => Self.Tell(Fired, Self);
    }
}

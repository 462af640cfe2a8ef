namespace CrmUms.Actors.Scheduling;

/// <summary>The scheduler of every system: timers of the TimeProvider it was given.</summary>
internal sealed class TimeProviderScheduler(TimeProvider time) : IAdvancedScheduler, IScheduler
{
    private readonly long _start = time.GetTimestamp();

    public IAdvancedScheduler Advanced => this;

    public DateTimeOffset Now => time.GetUtcNow();

    public TimeSpan MonotonicClock => time.GetElapsedTime(_start);

    public TimeSpan HighResMonotonicClock => MonotonicClock;

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender) =>
        ScheduleTellOnce(delay, receiver, message, sender, cancelable: null);

    public void ScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        ScheduleOnce(delay, () => receiver.Tell(message, sender), cancelable);

    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender) =>
        ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender, cancelable: null);

    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay,
        TimeSpan interval,
        ICanTell receiver,
        object message,
        IActorRef? sender,
        ICancelable? cancelable) =>
        ScheduleRepeatedly(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);

    public void ScheduleOnce(TimeSpan delay, Action action) => ScheduleOnce(delay, action, cancelable: null);

    public void ScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) =>
        _ = new Scheduled(time, delay, Timeout.InfiniteTimeSpan, action, cancelable);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action) =>
        ScheduleRepeatedly(initialDelay, interval, action, cancelable: null);

    public void ScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        _ = new Scheduled(time, initialDelay, interval, action, cancelable);

    /// <summary>Keeps its timer alive until it has fired or is cancelled.</summary>
    private sealed class Scheduled
    {
        private readonly Action _action;
        private readonly ICancelable? _cancelable;
        private readonly bool _isSingle;
        private readonly ITimer _timer;
        private readonly CancellationTokenRegistration _registration;

        public Scheduled(TimeProvider time, TimeSpan delay, TimeSpan period, Action action, ICancelable? cancelable)
        {
            _action = action;
            _cancelable = cancelable;
            _isSingle = period == Timeout.InfiniteTimeSpan;
            _timer = time.CreateTimer(
                static state => ((Scheduled)state!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _registration = cancelable?.Token.Register(_timer.Dispose) ?? default;
            _timer.Change(delay, period);
        }

        private void Fire()
        {
            if (_cancelable?.IsCancellationRequested == true)
            {
                return;
            }

            if (_isSingle)
            {
                _timer.Dispose();
                _registration.Dispose();
            }

            _action();
        }
    }
}

using CrmUms.Actors.Scheduling;

namespace CrmUms.Actors.TestKit;

/// <summary>
/// The scheduler of a test: it stands still until <see cref="Advance"/>. Its clock is a
/// <see cref="ManualTimeProvider"/>, so actors' timers, schedules and everything given that clock move together.
/// </summary>
public class TestScheduler : IAdvancedScheduler, IScheduler
{
    private readonly TimeProviderScheduler _inner;

    public TestScheduler()
        : this(new ManualTimeProvider())
    {
    }

    public TestScheduler(ManualTimeProvider timeProvider)
    {
        TimeProvider = timeProvider;
        _inner = new TimeProviderScheduler(timeProvider);
    }

    public ManualTimeProvider TimeProvider { get; }

    public IAdvancedScheduler Advanced => this;

    public DateTimeOffset Now => TimeProvider.GetUtcNow();

    public TimeSpan MonotonicClock => _inner.MonotonicClock;

    public TimeSpan HighResMonotonicClock => _inner.MonotonicClock;

    public void Advance(TimeSpan offset) => TimeProvider.Advance(offset);

    public void AdvanceTo(DateTimeOffset when) => TimeProvider.AdvanceTo(when);

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender) =>
        _inner.ScheduleTellOnce(delay, receiver, message, sender);

    public void ScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        _inner.ScheduleTellOnce(delay, receiver, message, sender, cancelable);

    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender) =>
        _inner.ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender);

    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay,
        TimeSpan interval,
        ICanTell receiver,
        object message,
        IActorRef? sender,
        ICancelable? cancelable) =>
        _inner.ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender, cancelable);

    public void ScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) =>
        _inner.ScheduleOnce(delay, action, cancelable);

    public void ScheduleOnce(TimeSpan delay, Action action) => _inner.ScheduleOnce(delay, action);

    public void ScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        _inner.ScheduleRepeatedly(initialDelay, interval, action, cancelable);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action) =>
        _inner.ScheduleRepeatedly(initialDelay, interval, action);
}

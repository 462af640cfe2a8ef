namespace CrmUms.Actors.TestKit;

/// <summary>
/// A clock turned by hand. Timers fire on the thread that turns it, in the order they are due, each at its own instant.
/// </summary>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly SortedSet<ManualTimer> _due = new(ManualTimer.ByDueTime);
    private DateTimeOffset _now;
    private long _order;

    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    public ManualTimeProvider(DateTimeOffset start) => _now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>
    /// Called before time moves on from an instant, so that what the instant set off can come to rest.
    /// </summary>
    internal Action? Settle { get; set; }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan offset)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(offset, TimeSpan.Zero);
        AdvanceTo(GetUtcNow() + offset);
    }

    public void AdvanceTo(DateTimeOffset when)
    {
        Settle?.Invoke();
        while (NextUntil(when) is { } timer)
        {
            timer.Fire();
            Settle?.Invoke();
        }

        lock (_gate)
        {
            _now = when > _now ? when : _now;
        }
    }

    private ManualTimer? NextUntil(DateTimeOffset when)
    {
        lock (_gate)
        {
            if (_due.Min is not { } timer || timer.DueAt > when)
            {
                return null;
            }

            _due.Remove(timer);
            _now = timer.DueAt > _now ? timer.DueAt : _now;
            if (timer.Period > TimeSpan.Zero)
            {
                Plan(timer, timer.DueAt + timer.Period);
            }

            return timer;
        }
    }

    private void Plan(ManualTimer timer, DateTimeOffset dueAt)
    {
        timer.DueAt = dueAt;
        timer.Order = ++_order;
        _due.Add(timer);
    }

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        public static readonly IComparer<ManualTimer> ByDueTime = Comparer<ManualTimer>.Create(
            static (one, other) => (one.DueAt, one.Order).CompareTo((other.DueAt, other.Order)));

        public DateTimeOffset DueAt { get; set; }

        public long Order { get; set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._due.Remove(this);
                Period = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    clock.Plan(this, clock._now + dueTime);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

namespace CrmUms.Acd.Agents;

/// <summary>
/// How much of his time an agent works: today, and in the last hour. Busy is who talks, holds or wraps up; idle is who
/// is ready or rung. Time in which he is not ready counts neither way. A value that every change makes anew.
/// </summary>
public sealed record WorkFigures
{
    /// <summary>More changes than this within the hour shorten what is looked back on.</summary>
    internal const int SpansMax = 400;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Of somebody who has not worked yet.</summary>
    public static WorkFigures None { get; } = new();

    /// <summary>What he does now.</summary>
    public WorkKind Present { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>To which day the figures of today belong.</summary>
    public DateOnly Day { get; init; }

    /// <summary>With how many he has talked today.</summary>
    public int ContactsToday { get; init; }

    /// <summary>Busy today, without the present span.</summary>
    public TimeSpan BusyToday { get; init; }

    /// <summary>Idle today, without the present span.</summary>
    public TimeSpan IdleToday { get; init; }

    /// <summary>What he did in the hour before the last change; the oldest first.</summary>
    public IReadOnlyList<WorkSpan> Spans { get; init; } = [];

    /// <summary>He is now in this state.</summary>
    /// <param name="status">The state that begins, or goes on.</param>
    /// <param name="isContact">Whether it begins a talk with another caller.</param>
    /// <param name="at">When.</param>
    /// <param name="zone">Says when a day begins.</param>
    public WorkFigures After(AgentStatus status, bool isContact, DateTimeOffset at, TimeZoneInfo zone)
    {
        var now = at > Since ? at : Since; // A clock that was put back takes nothing away.
        var figures = On(now, zone);
        var contacts = figures.ContactsToday + (isContact ? 1 : 0);
        var kind = KindOf(status);
        return kind == Present
            ? figures with { ContactsToday = contacts }
            : figures.Closed(now, zone) with { ContactsToday = contacts, Present = kind, Since = now };
    }

    /// <summary>Busy share of his busy and idle time in the last hour, 0 to 1; 0 when there is none.</summary>
    public double Occupancy(DateTimeOffset now)
    {
        var (busy, idle) = LastHour(now);
        var whole = busy + idle;
        return whole > TimeSpan.Zero ? busy / whole : 0;
    }

    /// <summary>How long he must stay idle until his occupancy is at this share.</summary>
    public TimeSpan IdleUntil(double share, DateTimeOffset now)
    {
        var (busy, idle) = LastHour(now);
        var missing = (busy / share) - busy - idle;
        return missing > TimeSpan.Zero ? missing : TimeSpan.Zero;
    }

    /// <summary>The figures of the day of that moment: on another day they begin anew.</summary>
    public WorkFigures On(DateTimeOffset now, TimeZoneInfo zone)
    {
        var day = DayOf(now, zone);
        return day == Day
            ? this
            : this with { Day = day, ContactsToday = 0, BusyToday = TimeSpan.Zero, IdleToday = TimeSpan.Zero };
    }

    /// <summary>The day of that moment, for whoever shows it.</summary>
    public WorkToday Today(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = On(now, zone);
        return new WorkToday(today.BusyToday, today.IdleToday, Present, Later(Since, MidnightBefore(now, zone)));
    }

    private WorkFigures Closed(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = now - Later(Since, MidnightBefore(now, zone));
        var spans = Present == WorkKind.Off || now == Since
            ? Spans
            : [.. Spans, new WorkSpan(Since, now, Present == WorkKind.Busy)];
        return this with
        {
            BusyToday = Present == WorkKind.Busy ? BusyToday + today : BusyToday,
            IdleToday = Present == WorkKind.Idle ? IdleToday + today : IdleToday,
            Spans = [.. spans.Where(span => span.To > now - Window).TakeLast(SpansMax)],
        };
    }

    private (TimeSpan Busy, TimeSpan Idle) LastHour(DateTimeOffset now)
    {
        var (busy, idle) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var span in Spans)
        {
            Add(span.From, span.To, span.IsBusy);
        }

        if (Present != WorkKind.Off)
        {
            Add(Since, now, Present == WorkKind.Busy);
        }

        return (busy, idle);

        void Add(DateTimeOffset from, DateTimeOffset to, bool isBusy)
        {
            var lasted = to - Later(from, now - Window);
            if (lasted > TimeSpan.Zero)
            {
                (busy, idle) = isBusy ? (busy + lasted, idle) : (busy, idle + lasted);
            }
        }
    }

    private static WorkKind KindOf(AgentStatus status) => status switch
    {
        AgentStatus.SignedOut or AgentStatus.NotReady => WorkKind.Off,
        AgentStatus.Ready or AgentStatus.Reserved => WorkKind.Idle,
        AgentStatus.Talking or AgentStatus.Held or AgentStatus.WrapUp => WorkKind.Busy,
        _ => throw new NotSupportedException(status.ToString()),
    };

    private static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    private static DateTimeOffset MidnightBefore(DateTimeOffset at, TimeZoneInfo zone) =>
        at - TimeZoneInfo.ConvertTime(at, zone).TimeOfDay;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <summary>One stretch of work.</summary>
public readonly record struct WorkSpan(DateTimeOffset From, DateTimeOffset To, bool IsBusy);

/// <summary>How an agent's time counts.</summary>
public enum WorkKind
{
    Off,
    Idle,
    Busy,
}

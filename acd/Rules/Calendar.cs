using System.Globalization;

namespace CrmUms.Acd.Rules;

/// <summary>When the centre is open: the hours of a week, and the days that are different.</summary>
public sealed record CalendarRule : IRule
{
    public required string Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>As the tz database names it, or a fixed offset: <c>+05:00</c>.</summary>
    public string TimeZone { get; init; } = "Asia/Tashkent";

    /// <summary>Several intervals of one day stand beside each other; a day without any is closed.</summary>
    public IReadOnlyList<OpenHours> Week { get; init; } = [];

    /// <summary>Days on which the week does not hold. One with a year goes before a yearly one.</summary>
    public IReadOnlyList<Holiday> Holidays { get; init; } = [];

    /// <summary>Whether it is open at an instant.</summary>
    public bool IsOpen(DateTimeOffset at) => HoursAt(at) == CentreHours.Open;

    /// <summary>Open, closed, or closed because of a holiday.</summary>
    public CentreHours HoursAt(DateTimeOffset at)
    {
        var local = at.ToOffset(CalendarZone.OffsetOf(TimeZone, at) ?? TimeSpan.Zero);
        var time = local.TimeOfDay;
        if (HolidayOn(DateOnly.FromDateTime(local.DateTime)) is { } holiday)
        {
            return holiday.Hours.Any(hours => hours.Holds(time)) ? CentreHours.Open : CentreHours.Holiday;
        }

        return Week.Any(hours => hours.Day == local.DayOfWeek && hours.Holds(time))
            ? CentreHours.Open
            : CentreHours.Closed;
    }

    private Holiday? HolidayOn(DateOnly date) =>
        Holidays.FirstOrDefault(day => !day.Yearly && day.Date == date)
        ?? Holidays.FirstOrDefault(day => day.Yearly && (day.Date.Month, day.Date.Day) == (date.Month, date.Day));
}

/// <summary>What a calendar says of an instant.</summary>
public enum CentreHours
{
    Open,
    Closed,
    Holiday,
}

/// <summary>Open hours of one day of the week.</summary>
public sealed record OpenHours(DayOfWeek Day, string From, string To)
{
    internal bool Holds(TimeSpan time) => new DayHours(From, To).Holds(time);
}

/// <summary>A day that is different: closed, or open for other hours.</summary>
public sealed record Holiday
{
    /// <summary>The day; of a yearly one only month and day count.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Every year again.</summary>
    public bool Yearly { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Empty: closed all day.</summary>
    public IReadOnlyList<DayHours> Hours { get; init; } = [];
}

/// <summary>From when to when, as <c>hh:mm</c>; the end of a day is <c>24:00</c>.</summary>
public sealed record DayHours(string From, string To)
{
    internal bool Holds(TimeSpan time) => Time(From) <= time && time < Time(To);

    internal static TimeSpan? Time(string? text) =>
        text == "24:00" ? TimeSpan.FromHours(24)
        : TimeSpan.TryParseExact(text, "hh\\:mm", CultureInfo.InvariantCulture, out var time) ? time
        : null;
}

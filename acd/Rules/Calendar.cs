using System.Globalization;

namespace CrmUms.Acd.Rules;

/// <summary>When the centre is open: the hours of a week, and the days that are different.</summary>
public sealed record CalendarRule : IRule
{
    public required string Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>As the tz database names it.</summary>
    public string TimeZone { get; init; } = "Asia/Tashkent";

    public IReadOnlyList<OpenHours> Week { get; init; } = [];

    /// <summary>Days on which the week does not hold.</summary>
    public IReadOnlyList<Holiday> Holidays { get; init; } = [];

    /// <summary>Whether it is open at an instant.</summary>
    public bool IsOpen(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
        var time = local.TimeOfDay;
        return Holidays.FirstOrDefault(day => day.Date == DateOnly.FromDateTime(local.DateTime)) is { } holiday
            ? holiday.Hours.Any(hours => hours.Holds(time))
            : Week.Any(hours => hours.Day == local.DayOfWeek && hours.Holds(time));
    }
}

/// <summary>Open hours of one day of the week.</summary>
public sealed record OpenHours(DayOfWeek Day, string From, string To)
{
    internal bool Holds(TimeSpan time) => new DayHours(From, To).Holds(time);
}

/// <summary>A day that is different: closed, or open for other hours.</summary>
public sealed record Holiday
{
    public required DateOnly Date { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Empty: closed all day.</summary>
    public IReadOnlyList<DayHours> Hours { get; init; } = [];
}

/// <summary>From when to when, as <c>hh:mm</c>; the end of a day is <c>24:00</c>.</summary>
public sealed record DayHours(string From, string To)
{
    internal bool Holds(TimeSpan time) => Time(From) <= time && time < Time(To);

    internal static TimeSpan? Time(string text) =>
        text == "24:00" ? TimeSpan.FromHours(24)
        : TimeSpan.TryParseExact(text, "hh\\:mm", CultureInfo.InvariantCulture, out var time) ? time
        : null;
}

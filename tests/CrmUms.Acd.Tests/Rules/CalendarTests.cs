using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Tests.Rules;

public sealed class CalendarTests
{
    private static readonly CalendarRule Office = new()
    {
        Id = "office",
        Name = "Office",
        Week =
        [
            new(DayOfWeek.Monday, "09:00", "13:00"),
            new(DayOfWeek.Monday, "14:00", "18:00"),
            new(DayOfWeek.Saturday, "22:00", "24:00"),
            new(DayOfWeek.Sunday, "00:00", "02:00"),
        ],
        Holidays =
        [
            new() { Date = new(2020, 3, 9), Yearly = true, Name = "Holiday" },
            new() { Date = new(2026, 3, 16), Hours = [new("10:00", "12:00")] },
            new() { Date = new(2026, 3, 9), Hours = [new("09:00", "10:00")] },
        ],
    };

    [Theory]
    [InlineData("2026-03-02T08:59:59", CentreHours.Closed)]
    [InlineData("2026-03-02T09:00:00", CentreHours.Open)]
    [InlineData("2026-03-02T13:30:00", CentreHours.Closed)]
    [InlineData("2026-03-02T17:59:59", CentreHours.Open)]
    [InlineData("2026-03-02T18:00:00", CentreHours.Closed)]
    [InlineData("2026-03-03T12:00:00", CentreHours.Closed)]
    [InlineData("2026-03-07T23:59:59", CentreHours.Open)]
    [InlineData("2026-03-08T01:00:00", CentreHours.Open)]
    [InlineData("2026-03-16T11:00:00", CentreHours.Open)]
    [InlineData("2026-03-16T15:00:00", CentreHours.Holiday)]
    [InlineData("2026-03-09T09:30:00", CentreHours.Open)] // The day of that year goes before the yearly one.
    [InlineData("2027-03-09T09:30:00", CentreHours.Holiday)]
    public void A_calendar_knows_the_hours_where_the_centre_stands(string tashkent, CentreHours hours) =>
        Office.HoursAt(DateTimeOffset.Parse(tashkent + "+05:00", null)).ShouldBe(hours);

    [Fact]
    public void Hours_that_overlap_are_told_with_their_day()
    {
        var calendar = new CalendarRule
        {
            Id = "office",
            Name = "Office",
            Week = [new(DayOfWeek.Monday, "09:00", "18:00"), new(DayOfWeek.Monday, "17:00", "19:00")],
            Holidays =
            [
                new() { Date = new(2026, 3, 8), Hours = [new("09:00", "12:00"), new("11:00", "13:00")] },
            ],
        };

        CalendarCheck.ProblemsOf(calendar).Select(problem => (problem.Args["day"], problem.Args["from"]))
            .ShouldBe([("monday", "17:00"), ("2026-03-08", "11:00")]);
    }

    [Fact]
    public void A_sound_calendar_has_no_problems() => CalendarCheck.ProblemsOf(Office).ShouldBeEmpty();

    [Theory]
    [InlineData("09:00", "18:00", "17:00", "19:00", "overlapping-hours", "week[1]")]
    [InlineData("09:00", "18:00", "18:00", "19:00", null, null)]
    [InlineData("18:00", "09:00", "19:00", "20:00", "ends-before-it-begins", "week[0]")]
    [InlineData("9am", "18:00", "19:00", "20:00", "malformed", "week[0].from")]
    [InlineData("09:00", "25:00", "09:00", "10:00", "malformed", "week[0].to")]
    public void Hours_that_make_no_sense_are_refused(
        string from, string to, string from2, string to2, string? code, string? field)
    {
        var calendar = Office with
        {
            Week = [new(DayOfWeek.Monday, from, to), new(DayOfWeek.Monday, from2, to2)],
        };

        var problem = CalendarCheck.ProblemsOf(calendar).SingleOrDefault();

        (problem?.Code, problem?.Field).ShouldBe((code, field));
    }

    [Fact]
    public void The_same_holiday_twice_a_nameless_calendar_and_an_unknown_zone_are_refused()
    {
        var calendar = Office with
        {
            Name = "",
            TimeZone = "Asia/Samarqand",
            Holidays =
            [
                new() { Date = new(2025, 1, 1), Yearly = true }, new() { Date = new(2026, 1, 1), Yearly = true },
            ],
        };

        CalendarCheck.ProblemsOf(calendar).Select(problem => problem.Code)
            .ShouldBe(["missing", "unknown-time-zone", "duplicate"]);
    }

    [Theory]
    [InlineData("Asia/Tashkent", 5)]
    [InlineData("+05:00", 5)]
    [InlineData("-03:00", -3)]
    [InlineData("UTC", 0)]
    public void A_zone_is_a_name_or_an_offset(string zone, int hours) =>
        CalendarZone.OffsetOf(zone, DateTimeOffset.UnixEpoch.AddYears(56)).ShouldBe(TimeSpan.FromHours(hours));
}

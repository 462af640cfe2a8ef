using CrmUms.Acd.Agents;
using FsCheck;
using FsCheck.Fluent;

namespace CrmUms.Acd.Tests.Agents;

public sealed class WorkFiguresTests
{
    private static readonly TimeZoneInfo Tashkent = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tashkent");
    private static readonly DateTimeOffset Nine = new(2026, 1, 5, 4, 0, 0, TimeSpan.Zero); // 09:00 in Tashkent.

    [Fact]
    public void Whoever_has_not_worked_yet_is_not_occupied() => WorkFigures.None.Occupancy(Nine).ShouldBe(0);

    [Fact]
    public void Talk_hold_and_wrap_up_are_busy_and_readiness_and_ringing_are_idle()
    {
        var figures = Day(
            (AgentStatus.Ready, 10), (AgentStatus.Reserved, 10), (AgentStatus.Talking, 30), (AgentStatus.Held, 10),
            (AgentStatus.WrapUp, 20));

        figures.Occupancy(Nine.AddMinutes(80)).ShouldBe(60.0 / 60, 0.0001); // The idle minutes are over an hour ago.
        figures.Occupancy(Nine.AddMinutes(70)).ShouldBe(50.0 / 60, 0.0001);
    }

    [Fact]
    public void A_break_counts_neither_way()
    {
        var figures = Day((AgentStatus.Ready, 10), (AgentStatus.Talking, 10), (AgentStatus.NotReady, 20));

        figures.Occupancy(Nine.AddMinutes(40)).ShouldBe(0.5, 0.0001);
    }

    [Fact]
    public void An_hour_later_nothing_is_left_of_it()
    {
        var figures = Day((AgentStatus.Talking, 10), (AgentStatus.Ready, 0));

        figures.Occupancy(Nine.AddMinutes(69)).ShouldBe(1.0 / 60, 0.0001);
        figures.Occupancy(Nine.AddMinutes(70)).ShouldBe(0);
    }

    [Fact]
    public void Whoever_is_over_his_share_must_stay_idle_for_as_long_as_it_says()
    {
        var figures = Day((AgentStatus.Talking, 8), (AgentStatus.Ready, 0));

        var left = figures.IdleUntil(0.8, Nine.AddMinutes(8));

        left.ShouldBe(TimeSpan.FromMinutes(2));
        figures.Occupancy(Nine.AddMinutes(8) + left).ShouldBe(0.8, 0.0001);
        figures.IdleUntil(0.8, Nine.AddMinutes(10)).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Today_begins_at_midnight_where_the_centre_lives()
    {
        var evening = Nine.AddHours(14.5); // 23:30.
        var figures = WorkFigures.None
            .After(AgentStatus.Talking, true, evening, Tashkent)
            .After(AgentStatus.Ready, false, evening.AddHours(1), Tashkent);

        figures.ContactsToday.ShouldBe(0);
        figures.BusyToday.ShouldBe(TimeSpan.FromMinutes(30));
        figures.On(evening, Tashkent).ContactsToday.ShouldBe(0);
    }

    [Fact]
    public void Contacts_are_counted_by_day()
    {
        var figures = WorkFigures.None
            .After(AgentStatus.Talking, true, Nine, Tashkent)
            .After(AgentStatus.WrapUp, false, Nine.AddMinutes(1), Tashkent)
            .After(AgentStatus.Talking, true, Nine.AddMinutes(2), Tashkent);

        figures.ContactsToday.ShouldBe(2);
        figures.On(Nine.AddDays(1), Tashkent).ContactsToday.ShouldBe(0);
    }

    [Fact]
    public void A_clock_that_is_put_back_takes_nothing_away()
    {
        var figures = WorkFigures.None
            .After(AgentStatus.Talking, true, Nine, Tashkent)
            .After(AgentStatus.Ready, false, Nine.AddMinutes(-5), Tashkent);

        figures.BusyToday.ShouldBe(TimeSpan.Zero);
        figures.Since.ShouldBe(Nine);
    }

    // The model adds up second by second what the figures add up by spans.
    [Fact]
    public void Any_hour_adds_up_to_what_a_stop_watch_would_have_shown() =>
        Prop.ForAll(Days(), day =>
        {
            var figures = WorkFigures.None;
            var seconds = new List<AgentStatus>();
            foreach (var (status, lasts) in day)
            {
                figures = figures.After(status, false, Nine.AddSeconds(seconds.Count), Tashkent);
                seconds.AddRange(Enumerable.Repeat(status, lasts));
            }

            var hour = seconds.TakeLast(3_600).ToList();
            double busy = hour.Count(each => each >= AgentStatus.Talking);
            double idle = hour.Count(each => each is AgentStatus.Ready or AgentStatus.Reserved);
            figures.Occupancy(Nine.AddSeconds(seconds.Count))
                .ShouldBe(busy + idle == 0 ? 0 : busy / (busy + idle), 0.000001);
            figures.Spans.Count.ShouldBeLessThanOrEqualTo(WorkFigures.SpansMax);
        }).QuickCheckThrowOnFailure();

    private static WorkFigures Day(params (AgentStatus Status, int Minutes)[] day)
    {
        var (figures, at) = (WorkFigures.None, Nine);
        foreach (var (status, minutes) in day)
        {
            figures = figures.After(status, false, at, Tashkent);
            at = at.AddMinutes(minutes);
        }

        return figures;
    }

    private static Arbitrary<(AgentStatus Status, int Seconds)[]> Days() =>
        Gen.ArrayOf(
            from status in Gen.Elements(Enum.GetValues<AgentStatus>())
            from seconds in Gen.Choose(0, 900)
            select (status, seconds)).Resize(40).ToArbitrary();
}

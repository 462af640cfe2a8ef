using CrmUms.Acd.Queues;
using FsCheck;
using FsCheck.Fluent;

namespace CrmUms.Acd.Tests.Queues;

/// <summary>How long a caller is likely to wait.</summary>
public sealed class WaitEstimatorTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 14, 12, 0, 0, TimeSpan.Zero);

    private readonly WaitEstimator _estimator = new();

    [Fact]
    public void Nothing_is_said_before_three_callers_have_left()
    {
        Depart(TimeSpan.FromSeconds(30), times: 2);

        _estimator.WaitOf(1, At(60)).ShouldBeNull();
    }

    [Fact]
    public void A_caller_waits_as_many_gaps_as_places_are_before_him()
    {
        Depart(TimeSpan.FromSeconds(30), times: 4);

        _estimator.WaitOf(3, At(120)).ShouldBe(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public void A_line_that_has_stopped_moving_makes_the_wait_longer()
    {
        Depart(TimeSpan.FromSeconds(30), times: 3);

        _estimator.WaitOf(1, At(90 + 20)).ShouldBe(TimeSpan.FromSeconds(30));
        _estimator.WaitOf(1, At(90 + 150)).ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void Time_in_which_nobody_waits_does_not_count()
    {
        for (var caller = 0; caller < 3; caller++)
        {
            _estimator.Arrived(At(caller * 600));
            _estimator.Departed(left: 0, At((caller * 600) + 10));
        }

        _estimator.WaitOf(1, At(1_300)).ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void What_was_half_an_hour_ago_is_forgotten()
    {
        Depart(TimeSpan.FromSeconds(30), times: 5);

        _estimator.WaitOf(1, At(150 + 1_801)).ShouldBeNull();
    }

    [Fact]
    public void The_error_is_the_mean_distance_between_what_was_told_and_what_came()
    {
        _estimator.Served(new ToldEstimate(TimeSpan.FromSeconds(60), Noon), At(50)).ShouldBe(TimeSpan.FromSeconds(10));
        _estimator.Served(new ToldEstimate(TimeSpan.FromSeconds(60), Noon), At(90)).ShouldBe(TimeSpan.FromSeconds(30));

        _estimator.MeanAbsoluteError.ShouldBe(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Whoever_stands_further_back_never_waits_less() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 400)).ToArbitrary(), gaps =>
        {
            var (estimator, now) = (new WaitEstimator(), Noon);
            estimator.Arrived(now);
            foreach (var gap in gaps)
            {
                now += TimeSpan.FromSeconds(gap);
                estimator.Departed(left: 5, now);
            }

            var (first, second) = (estimator.WaitOf(1, now), estimator.WaitOf(2, now));
            (first is null).ShouldBe(second is null);
            (first >= TimeSpan.Zero && second >= first).ShouldBe(first is not null);
        }).QuickCheckThrowOnFailure();

    private void Depart(TimeSpan every, int times)
    {
        _estimator.Arrived(Noon);
        for (var caller = 1; caller <= times; caller++)
        {
            _estimator.Departed(left: 5, Noon + (every * caller));
        }
    }

    private static DateTimeOffset At(int seconds) => Noon.AddSeconds(seconds);
}

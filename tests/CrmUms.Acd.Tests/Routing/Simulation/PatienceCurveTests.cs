using CrmUms.Acd.Routing.Simulation;
using static CrmUms.Acd.Tests.Routing.Centre;

namespace CrmUms.Acd.Tests.Routing.Simulation;

public sealed class PatienceCurveTests
{
    [Fact]
    public void Somebody_who_was_answered_leaves_later_than_that_or_not_at_all()
    {
        var curve = new PatienceCurve([(Seconds(10), true), (Seconds(30), true), (Seconds(50), true)]);

        var patiences = Enumerable.Range(1, 100).Select(caller => curve.PatienceOf(Caller(caller), Seconds(20)));

        patiences.Distinct().Order().ShouldBe([Seconds(30), Seconds(50)]);
    }

    [Fact]
    public void Half_of_those_who_wait_leave_where_half_of_those_who_waited_left()
    {
        var curve = new PatienceCurve([(Seconds(5), false), (Seconds(10), true), (Seconds(20), false)]);

        var stay = Enumerable.Range(1, 1_000).Count(caller => curve.PatienceOf(Caller(caller), Seconds(1)) is null);

        stay.ShouldBeInRange(400, 600);
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}

using CrmUms.Acd.Routing.Simulation;
using CrmUms.Acd.Rules;
using static CrmUms.Acd.Tests.Routing.Centre;

namespace CrmUms.Acd.Tests.Routing.Simulation;

public sealed class DaySimulatorTests
{
    [Fact]
    public void With_the_rules_that_held_a_simulated_day_is_the_recorded_one()
    {
        var day = ThreeCallersForOneAgent();

        day.Simulate().Callers.ShouldBe(day.Read().Result().Callers, ignoreOrder: true);
        WaitsOf(day.Simulate(), 1, 2, 3).ShouldBe([0, 60, 120]);
    }

    [Fact]
    public void A_raised_priority_serves_the_last_caller_before_the_second()
    {
        var otherwise = ThreeCallersForOneAgent().SimulateWith(
            """{"kinds":{"priority":[{"id":"gold","name":"Gold","numbers":["2000"],"points":10}]}}""");

        WaitsOf(otherwise, 1, 2, 3).ShouldBe([0, 130, 50]);
    }

    [Fact]
    public void A_new_skill_answers_a_caller_who_left()
    {
        var day = Centre()
            .Rule("skill", "uzbek", """{"id":"uzbek","name":"Uzbek"}""")
            .Rule("queue", "support", """{"id":"support","name":"Support","requirement":"uzbek"}""")
            .Rule("agent", TapedDay.IdOf(1), $$"""{"id":"{{TapedDay.IdOf(1)}}","skills":{"uzbek":5} }""")
            .Rule("agent", TapedDay.IdOf(2), $$"""{"id":"{{TapedDay.IdOf(2)}}"}""")
            .RulesHold()
            .Ready(0, 1).Ready(0, 2)
            .Call(0, 1).Busy(0, 1, "reserved").Busy(0, 1, "talking")
            .Call(10, 2).Leave(40, 2)
            .Busy(100, 1, "wrap-up").Ready(110, 1);

        var (before, after) = (day.Simulate(), day.SimulateWith(
            $$"""{"kinds":{"agent":[{"id":"{{TapedDay.IdOf(2)}}","skills":{"uzbek":1} }] } }"""));

        before.Callers[Caller(2)].ShouldBe(day.Read().Result().Callers[Caller(2)]);
        before.Callers[Caller(2)].Agent.ShouldBeNull();
        after.Callers[Caller(2)].Agent.ShouldBe(Agent(2));
        WaitsOf(after, 1, 2).ShouldBe([0, 0]);
        before.Work.Occupancy([Agent(1)])!.Value.ShouldBe(110.0 / 3_600, 1e-9);
        after.Work.Occupancy([Agent(2)])!.Value.ShouldBe(110.0 / 3_600, 1e-9, "A mean caller of his queue.");
    }

    [Fact]
    public void An_agent_is_not_ready_when_he_was_and_finishes_what_he_has_in_hand_first()
    {
        var day = Simple()
            .Ready(0, 1)
            .Call(10, 1).Busy(10, 1, "reserved").Busy(10, 1, "talking")
            .Busy(70, 1, "not-ready:lunch")
            .Call(80, 2)
            .Ready(100, 1).Serve(100, 1, 30, 0);

        WaitsOf(day.Simulate(), 1, 2).ShouldBe([0, 20]);
    }

    [Fact]
    public void Whoever_was_given_to_an_agent_is_given_to_him_again()
    {
        var day = Simple()
            .Busy(0, 1, "not-ready:break")
            .Call(10, 1).Call(20, 2)
            .Give(30, caller: 2, came: 20, agent: 1)
            .Ready(40, 1).Serve(40, 1, 30, 0).Serve(70, 1, 30, 0);

        WaitsOf(day.Simulate(), 1, 2).ShouldBe([60, 20]);
    }

    [Fact]
    public void Figures_are_those_of_the_callers_who_came_on_the_day()
    {
        var day = ThreeCallersForOneAgent();

        var figures = DayFigures.Of(day.Read().Day(), day.Simulate());

        figures.ShouldBe(new DayFigures(3, 0, 60, 120, 1.0 / 3, figures.Occupancy));
        figures.Occupancy.ShouldBe(210.0 / 3_600, 1e-9);
    }

    [Fact]
    public void Rules_that_make_no_sense_are_refused_with_their_field() =>
        Simple().ProblemsWith("""{"kinds":{"queue":[{"id":"support","name":"Support","strategy":"by-luck"}]}}""")
            .ShouldHaveSingleItem().Code.ShouldBe(RuleCodes.UnknownWord);

    // Each talks for a minute and is wrapped up in ten seconds.
    private static TapedDay ThreeCallersForOneAgent() => Simple()
        .Ready(0, 1)
        .Call(0, 1).Busy(0, 1, "reserved").Busy(0, 1, "talking")
        .Call(10, 2)
        .Call(20, 3, dialled: "2000")
        .Busy(60, 1, "wrap-up").Ready(70, 1)
        .Serve(70, 1, 60, 10)
        .Serve(140, 1, 60, 10);

    private static TapedDay Simple() => Centre()
        .Rule("queue", "support", """{"id":"support","name":"Support"}""")
        .Rule("agent", TapedDay.IdOf(1), $$"""{"id":"{{TapedDay.IdOf(1)}}"}""")
        .Rule("number", "2000", """{"id":"2000","target":{"kind":"queue","id":"support"}}""")
        .RulesHold();

    private static TapedDay Centre() => new();

    private static double[] WaitsOf(DayResult result, params int[] callers) =>
        [.. callers.Select(caller => result.Callers[Caller(caller)].Wait.TotalSeconds)];
}

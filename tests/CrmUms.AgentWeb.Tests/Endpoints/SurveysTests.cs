using System.Net;
using CrmUms.AgentWeb.Tests.Hosting;

namespace CrmUms.AgentWeb.Tests.Endpoints;

/// <summary>What clients think of us, over days of the centre.</summary>
public sealed class SurveysTests(ServerFixture fixture)
{
    [Fact]
    public async Task Without_a_period_it_is_the_last_week()
    {
        using var supervisor = await fixture.Server.OpenBrowser().SignInAsync("supervisor");

        var week = await supervisor.GetJsonAsync("/api/surveys");
        var days = await supervisor.GetJsonAsync("/api/surveys?from=2026-07-01&to=2026-07-14");

        var (from, to) = (DateOnly.Parse(week.Text("from")!), DateOnly.Parse(week.Text("to")!));
        (to.DayNumber - from.DayNumber).ShouldBe(6);
        (days.Text("from"), days.Text("to"), days.Text("timeZone"))
            .ShouldBe(("2026-07-01", "2026-07-14", "Asia/Tashkent"));
        days.GetProperty("all").GetProperty("figures").GetProperty("answers").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("from=yesterday")]
    [InlineData("to=0001-01-01")]
    [InlineData("from=2026-07-15&to=2026-07-14")]
    [InlineData("from=2020-01-01&to=2026-07-14")]
    public async Task A_period_that_is_none_is_refused(string query)
    {
        using var supervisor = await fixture.Server.OpenBrowser().SignInAsync("supervisor");

        await Browser.ProblemOf(
            await supervisor.GetAsync($"/api/surveys?{query}"), HttpStatusCode.BadRequest, "bad-input");
    }
}

using System.Net;
using CrmUms.AgentWeb.Tests.Hosting;

namespace CrmUms.AgentWeb.Tests.Endpoints;

/// <summary>A supervisor sees everybody's day, an agent his own.</summary>
public sealed class AgentDayTests(ServerFixture fixture)
{
    [Fact]
    public async Task An_agent_sees_his_own_day_and_nobody_elses()
    {
        var (login, other) = (fixture.TakeAgent(), fixture.TakeAgent());
        using var agent = await fixture.Server.OpenBrowser().SignInAsync(login);
        using var colleague = await fixture.Server.OpenBrowser().SignInAsync(other);
        using var supervisor = await fixture.Server.OpenBrowser().SignInAsync("supervisor");
        var id = await IdOf(agent);

        var own = await agent.GetJsonAsync($"/api/agents/{id}/day");
        var seen = await supervisor.GetJsonAsync($"/api/agents/{id}/day?date=2026-07-14");

        own.Text("timeZone").ShouldBe("Asia/Tashkent");
        (seen.Text("from"), seen.Text("to")).ShouldBe(("2026-07-13T19:00:00+00:00", "2026-07-14T19:00:00+00:00"));
        await Browser.ProblemOf(
            await colleague.GetAsync($"/api/agents/{id}/day"), HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task A_day_that_is_none_is_refused(string date)
    {
        using var supervisor = await fixture.Server.OpenBrowser().SignInAsync("supervisor");
        var path = $"/api/agents/{Guid.NewGuid():n}/day";

        await Browser.ProblemOf(
            await supervisor.GetAsync($"{path}?date={date}"), HttpStatusCode.BadRequest, "bad-input");
        await Browser.ProblemOf(await supervisor.GetAsync(path), HttpStatusCode.NotFound, "not-found");
    }

    private static async Task<string> IdOf(Browser agent) =>
        (await agent.GetJsonAsync("/api/session")).Text("employeeId")!;
}

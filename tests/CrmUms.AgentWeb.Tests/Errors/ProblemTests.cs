using System.Net;
using System.Text;
using CrmUms.AgentWeb.Tests.Hosting;

namespace CrmUms.AgentWeb.Tests.Errors;

public sealed class ProblemTests(ServerFixture fixture)
{
    [Theory]
    [InlineData("{", "application/json", 400, "bad-input")]
    [InlineData("", "application/json", 400, "bad-input")]
    [InlineData("[]", "application/json", 400, "bad-input")]
    [InlineData("{\"language\": 5}", "application/json", 400, "bad-input")]
    [InlineData("{}", "application/json", 400, "bad-input")]
    [InlineData("language=uz", "application/x-www-form-urlencoded", 415, "unsupported-media-type")]
    public async Task A_body_that_makes_no_sense_is_answered_by_a_problem(
        string body, string mediaType, int status, string code)
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync("supervisor");

        var response = await browser.SendAsync(
            HttpMethod.Put, "/api/session/language", new StringContent(body, Encoding.UTF8, mediaType));

        await Browser.ProblemOf(response, (HttpStatusCode)status, code);
    }

    [Fact]
    public async Task A_body_beyond_the_bound_is_answered_by_a_problem()
    {
        using var browser = fixture.Server.OpenBrowser();
        await browser.FetchTokenAsync();

        var response = await browser.SendAsync(
            HttpMethod.Post, "/api/session", new { login = new string('x', 100_000), password = "" });

        await Browser.ProblemOf(response, HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Theory]
    [InlineData("/api/history?limit=many", 400, "bad-input")]
    [InlineData("/api/history?limit=0", 400, "bad-input")]
    [InlineData("/api/history?limit=201", 400, "bad-input")]
    [InlineData("/api/history?before=yesterday", 400, "bad-input")]
    [InlineData("/api/history?agentId=me", 400, "bad-input")]
    [InlineData("/api/history/nothing", 404, "not-found")]
    [InlineData("/api/clients/'; drop table", 404, "not-found")]
    [InlineData("/api/recordings/..%2F..%2Fetc/audio", 404, "not-found")]
    [InlineData("/api/no-such-thing", 404, "not-found")]
    public async Task An_address_that_makes_no_sense_is_answered_by_a_problem(string path, int status, string code)
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync("supervisor");

        await Browser.ProblemOf(await browser.GetAsync(path), (HttpStatusCode)status, code);
    }

    [Fact]
    public async Task An_agent_may_not_ask_for_the_history_of_another()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());

        var response = await browser.GetAsync("/api/history?agentId=" + Guid.NewGuid().ToString("n"));

        await Browser.ProblemOf(response, HttpStatusCode.Forbidden, "not-allowed");
    }

    [Fact]
    public async Task A_database_that_is_away_is_answered_by_a_problem_that_says_so()
    {
        using var postgres = new PrivatePostgres();
        await using var server = new CrmUmsServer(
            postgres.ConnectionString, ("Storage:ConnectFor", "00:00:01")).Start();
        using var browser = await server.OpenBrowser().SignInAsync("supervisor");
        postgres.Stop();

        await Browser.ProblemOf(
            await browser.GetAsync("/api/history"), HttpStatusCode.ServiceUnavailable, "store-unavailable");
        (await browser.GetAsync("/healthz/ready")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await browser.GetAsync("/healthz/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        postgres.Start();
        (await browser.GetAsync("/healthz/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}

using System.Net;
using CrmUms.AgentWeb.Tests.Hosting;

namespace CrmUms.AgentWeb.Tests.Operation;

public sealed class OperationTests(ServerFixture fixture)
{
    [Fact]
    public async Task The_scrape_of_the_running_server_can_be_read_and_holds_what_an_alarm_needs()
    {
        using var browser = fixture.Server.OpenBrowser();

        var response = await browser.GetAsync("/metrics");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        PrometheusReader.Problems(text).ShouldBeEmpty();
        text.ShouldContain("crmums_actors_mailbox_deepest");
        text.ShouldContain("http_server_request_duration_seconds_bucket");
    }

    [Fact]
    public async Task A_live_and_ready_server_says_so()
    {
        using var browser = fixture.Server.OpenBrowser();

        (await browser.GetAsync("/healthz/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetJsonAsync("/healthz/ready")).Text("database").ShouldBe("up");
    }

    [Fact]
    public async Task A_supervisor_sees_queues_and_agents()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync("supervisor");

        var status = await browser.GetJsonAsync("/api/status");

        // Other tests set up queues of their own.
        ((string[])["support", "express", "debt"]).ShouldBeSubsetOf(
            status.GetProperty("queues").EnumerateArray().Select(queue => queue.Text("id")!));
        status.GetProperty("agents").GetArrayLength().ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task An_administrator_changes_the_level_of_the_log_while_the_server_runs()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync("admin");

        var changed = await browser.SendAsync(HttpMethod.Put, "/api/log-level", new { level = "Debug" });
        var refused = await browser.SendAsync(HttpMethod.Put, "/api/log-level", new { level = "Loud" });

        (await Browser.JsonOf(changed)).Text("level").ShouldBe("Debug");
        await Browser.ProblemOf(refused, HttpStatusCode.BadRequest, "bad-input");
        (await browser.GetJsonAsync("/api/log-level")).Text("level").ShouldBe("Debug");
        await browser.SendAsync(HttpMethod.Put, "/api/log-level", new { level = "Information" });
    }

    [Fact]
    public async Task The_description_of_the_api_is_the_one_that_lies_with_the_source()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync("supervisor");
        var response = await browser.GetAsync("/openapi/v1.json");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        // The address that this run happened to listen on is no part of it.
        var described = text.Replace(browser.Address.ToString(), "/", StringComparison.Ordinal) + "\n";

        await Golden.ShouldBeAsync(Golden.PathOf("agent-web", "openapi.json"), described);
    }
}

using System.Net;
using CrmUms.AgentWeb.Tests.Hosting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrmUms.AgentWeb.Tests.Floor;

/// <summary>The live floor over its hub: pushed, numbered, and heard of every second.</summary>
public sealed class FloorHubTests(ServerFixture fixture)
{
    [Fact]
    public async Task A_supervisor_is_told_what_an_agent_does()
    {
        using var supervisor = await fixture.OpenSupervisorAsync();
        await using var floor = await FloorDriver.OpenAsync(supervisor);
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        await using var desk = await browser.OpenDeskAsync();
        await desk.AcceptedAsync("MakeNotReady", "lunch");
        var agent = desk.Snapshot.GetProperty("agent").Text("agentId");

        var change = await floor.WaitForAsync(change =>
            change.TryGetProperty("agents", out var agents) && agents.EnumerateArray().Any(row =>
                row.Text("id") == agent && row.TryGetProperty("state", out var state)
                && state.Text("reason") == "lunch"));

        change.GetProperty("sequence").GetInt64().ShouldBeGreaterThan(
            floor.Snapshot.GetProperty("sequence").GetInt64());
        floor.Sequences.ShouldBe(Enumerable.Range(0, floor.Sequences.Count).Select(at => floor.Sequences[0] + at));
    }

    [Fact]
    public async Task A_beat_says_that_nothing_has_happened()
    {
        using var supervisor = await fixture.OpenSupervisorAsync();
        await using var floor = await FloorDriver.OpenAsync(supervisor);

        (await floor.WaitForBeatAsync()).GetProperty("sequence").GetInt64().ShouldBeGreaterThanOrEqualTo(
            floor.Snapshot.GetProperty("sequence").GetInt64());
    }

    [Fact]
    public async Task The_snapshot_names_every_agent_and_every_queue()
    {
        using var supervisor = await fixture.OpenSupervisorAsync();
        await using var floor = await FloorDriver.OpenAsync(supervisor);

        var queue = floor.Snapshot.GetProperty("queues").EnumerateArray().First(row => row.Text("id") == "support");
        queue.GetProperty("setUp").GetProperty("answerWithinSeconds").GetInt32().ShouldBeGreaterThan(0);
        floor.Snapshot.GetProperty("agents").GetArrayLength().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Whoever_signs_out_is_shown_nothing_more_of_it_wherever_it_is_open()
    {
        using var supervisor = await fixture.OpenSupervisorAsync();
        await using var floor = await FloorDriver.OpenAsync(supervisor);
        await using var inAnotherTab = await FloorDriver.OpenAsync(supervisor);

        (await supervisor.SignOutAsync()).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await floor.IsClosedAsync();
        await inAnotherTab.IsClosedAsync();
        await Should.ThrowAsync<Exception>(() => FloorDriver.OpenAsync(supervisor));
    }

    [Theory]
    [InlineData("/hubs/floor")]
    [InlineData("/hubs/desk")]
    public async Task A_hub_lets_a_page_go_when_its_session_is_over(string hub)
    {
        await using var server = fixture.StartAnother("short_" + hub[6..]);
        // Shorter than anybody may set it.
        server.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(CookieAuthenticationDefaults.AuthenticationScheme).ExpireTimeSpan = TimeSpan.FromSeconds(3);
        using var browser = await server.OpenBrowser().SignInAsync("supervisor");
        var closed = new TaskCompletionSource();
        await using var connection = await browser.ConnectAsync(hub);
        connection.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };

        await closed.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        (await browser.GetAsync("/api/session")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_agent_sees_no_floor_but_his_own_figures_and_what_they_mean()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());

        await Should.ThrowAsync<Exception>(() => FloorDriver.OpenAsync(browser));

        (await browser.GetJsonAsync("/api/figures/own")).GetProperty("contacts").GetInt32()
            .ShouldBeGreaterThanOrEqualTo(0);
        var figures = (await browser.GetJsonAsync("/api/figures/definitions")).GetProperty("figures");
        figures.EnumerateArray().Select(figure => figure.Text("code")).ShouldContain("service-level-of-all");
        (await browser.GetAsync("/api/status")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}

using System.Net;
using System.Net.WebSockets;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Tests.Hosting;
using Microsoft.AspNetCore.SignalR;

namespace CrmUms.AgentWeb.Tests.Hubs;

public sealed class DeskHubTests(ServerFixture fixture)
{
    [Fact]
    public async Task A_desk_opens_signed_in_and_not_ready()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());

        await using var desk = await browser.OpenDeskAsync();

        var agent = desk.Snapshot.GetProperty("agent");
        agent.GetProperty("status").GetString().ShouldBeOneOf("notReady", "signedOut");
        desk.Snapshot.GetProperty("call").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task An_unknown_method_is_answered_with_an_error_and_harms_nobody()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        await using var desk = await browser.OpenDeskAsync();

        await Should.ThrowAsync<HubException>(() => desk.InvokeAsync("DropTables"));

        (await desk.GetDeskAsync()).GetProperty("sequence").GetInt64().ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public async Task A_malformed_argument_is_answered_with_an_error_and_harms_nobody()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        await using var desk = await browser.OpenDeskAsync();

        await Should.ThrowAsync<HubException>(() => desk.InvokeAsync("MakeReady", new { what = "is this" }));
        await Should.ThrowAsync<HubException>(() => desk.InvokeAsync("MakeReady", "not a GUID"));
        await Should.ThrowAsync<HubException>(() => desk.InvokeAsync("MakeReady"));
        var reply = await desk.CommandAsync("Answer", "not an id");

        reply.GetProperty("refusal").GetString().ShouldBe("badInput");
        (await desk.GetDeskAsync()).GetProperty("sequence").GetInt64().ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public async Task An_oversized_message_ends_its_own_connection_and_no_other()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        using var neighbour = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        await using var desk = await browser.OpenDeskAsync();
        await using var next = await neighbour.OpenDeskAsync();

        await Should.ThrowAsync<Exception>(() => desk.CommandAsync("MakeNotReady", new string('x', 100_000)));

        await desk.Closed;
        (await next.GetDeskAsync()).GetProperty("sequence").GetInt64().ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public async Task Of_two_pages_of_one_agent_the_newest_wins()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        await using var older = await browser.OpenDeskAsync();

        await using var newer = await browser.OpenDeskAsync();

        var @event = await older.WaitForAsync(@event => @event.GetProperty("type").GetString() == "signedOut");
        @event.GetProperty("reason").GetString().ShouldBe("otherPage");
        await older.Closed;
        (await newer.CommandAsync("MakeNotReady", "lunch")).GetProperty("accepted").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_page_of_another_site_is_refused()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = new CookieContainer();
        socket.Options.Cookies.Add(browser.Cookies);
        socket.Options.SetRequestHeader("Origin", "https://elsewhere.example");

        var hub = new UriBuilder(browser.Address) { Scheme = "ws", Path = "/hubs/desk" }.Uri;
        await Should.ThrowAsync<WebSocketException>(() =>
            socket.ConnectAsync(hub, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Signing_out_tells_the_page_and_takes_the_phone_away()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        await using var desk = await browser.OpenDeskAsync();
        (await browser.SendAsync(HttpMethod.Post, "/api/desk/phone", new { })).StatusCode.ShouldBe(HttpStatusCode.OK);
        var agent = new AgentId(desk.Snapshot.GetProperty("agent").GetProperty("agentId").GetGuidN());
        fixture.Server.Pbx.HasPhone(agent).ShouldBeTrue();

        (await browser.SignOutAsync()).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var @event = await desk.WaitForAsync(@event => @event.GetProperty("type").GetString() == "signedOut");
        @event.GetProperty("reason").GetString().ShouldBe("signedOut");
        fixture.Server.Pbx.HasPhone(agent).ShouldBeFalse();
    }
}

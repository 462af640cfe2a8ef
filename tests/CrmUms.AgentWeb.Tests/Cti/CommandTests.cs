using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Tests.Hosting;
using CrmUms.Storage;
using CrmUms.Storage.Cti;
using Microsoft.Extensions.DependencyInjection;

namespace CrmUms.AgentWeb.Tests.Cti;

/// <summary>What another system does for an agent, on a server of its own: it takes nobody else's callers.</summary>
public sealed class CommandTests(ServerFixture fixture) : IAsyncLifetime
{
    private CrmUmsServer? _server;

    private CrmUmsServer Server => _server ?? throw new InvalidOperationException("The test has not begun.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _server = fixture.StartAnother($"cti_{Guid.NewGuid():n}");
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Server.DisposeAsync();
    }

    [Fact]
    public async Task Another_system_takes_an_agent_through_a_call()
    {
        using var system = await OtherSystem.ComesAsync(Server, ["follow", "agents", "control", "dial"]);
        using var browser = await Server.OpenBrowser().SignInAsync("agent1");
        await using var desk = await browser.OpenDeskAsync();
        var agent = desk.Snapshot.GetProperty("agent").Text("agentId")!;
        await Browser.JsonOf(await browser.SendAsync(HttpMethod.Post, "/api/desk/phone", new { }));
        Server.Pbx.RegisterPhone(new AgentId(Guid.ParseExact(agent, "n")));
        await desk.AcceptedAsync("ReportMicrophone", true);
        await desk.AcceptedAsync("OpenAudio");
        await desk.WaitForAsync(told => told.Text("type") == "agentChanged" && told.Text("agent", "audio") == "open");

        await DoneAsync(system, $"{agent}/ready");
        await desk.WaitForStatusAsync("ready");
        var listed = await Browser.JsonOf(await system.GetAsync("/api/cti/agents"));
        listed.GetProperty("items").EnumerateArray()
            .ShouldContain(each => each.Text("login") == "agent1" && each.Text("state") == "ready");
        Server.Pbx.ArriveCall("1001", "+998901234567");
        var call = (await desk.WaitForStageAsync("offered")).Text("call", "interactionId")!;
        await DoneAsync(system, $"{agent}/calls/{call}/answer");
        await desk.WaitForStageAsync("connected");
        await DoneAsync(system, $"{agent}/calls/{call}/hold");
        await desk.WaitForStageAsync("held");
        await RefusedAsync(system, $"{agent}/calls/{call}/hold", "refused-wrong-state");
        await DoneAsync(system, $"{agent}/calls/{call}/resume");
        await desk.WaitForStageAsync("connected");
        await DoneAsync(system, $"{agent}/calls/{call}/mute", new { commandId = Guid.NewGuid(), muted = true });
        await desk.WaitForAsync(told => told.Text("type") == "callChanged"
            && told.GetProperty("call").GetProperty("isMuted").GetBoolean());
        await DoneAsync(system, $"{agent}/calls/{call}/digits", new { commandId = Guid.NewGuid(), digits = "5#" });
        await RefusedAsync(system, $"{agent}/calls/{call}/digits", "refused-bad-input", new { digits = "5x" });
        await RefusedAsync(system, $"{agent}/calls/{call}/consult", "refused-yourself", new
        {
            to = new { kind = "agent", id = agent },
        });
        await RefusedAsync(system, $"{agent}/calls/{call}/swap", "refused-wrong-state");
        await RefusedAsync(system, $"{agent}/calls/{Guid.NewGuid():n}/hold", "refused-not-yours");
        await RefusedAsync(system, $"{agent}/dial", "refused-wrong-state", new { number = "+998711234567" });
        var commandId = Guid.NewGuid();
        await DoneAsync(system, $"{agent}/calls/{call}/hang-up", new { commandId });
        await desk.WaitForStageAsync("wrapping-up");
        await DoneAsync(system, $"{agent}/calls/{call}/hang-up", new { commandId });
        await DoneAsync(system, $"{agent}/calls/{call}/wrap-up", new
        {
            commandId = Guid.NewGuid(), note = "Из CRM", notReadyReason = "break",
        });
        await desk.WaitForStatusAsync("notReady");

        (await ActsAsync(system)).ShouldBe(
        [
            "cti-ready", "cti-answer", "cti-hold", "cti-hold", "cti-resume", "cti-mute", "cti-digits", "cti-digits",
            "cti-consult", "cti-swap", "cti-hold", "cti-dial", "cti-hang-up", "cti-hang-up", "cti-wrap-up",
        ]);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_and_nobody_gets_a_desk_who_does_not_work_here()
    {
        using var system = await OtherSystem.ComesAsync(Server, ["agents", "dial"]);
        var nobody = Guid.NewGuid().ToString("n");

        await Browser.ProblemOf(
            await system.PostAsync($"/api/cti/agents/{nobody}/ready", new { commandId = Guid.NewGuid() }),
            HttpStatusCode.NotFound, "not-found");
        await Browser.ProblemOf(
            await system.PostAsync($"/api/cti/agents/{nobody}/ready", new { }),
            HttpStatusCode.BadRequest, "bad-input");
        await Browser.ProblemOf(
            await system.PostAsync($"/api/cti/agents/{nobody}/dial", new { commandId = Guid.NewGuid() }),
            HttpStatusCode.BadRequest, "bad-input");
        await Browser.ProblemOf(
            await system.PostAsync("/api/cti/agents/me/ready", new { commandId = Guid.NewGuid() }),
            HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Whoever_asks_for_what_is_not_kept_any_more_is_told_where_to_go_on()
    {
        using var system = await OtherSystem.ComesAsync(Server, ["follow"]);
        var leg = Server.Pbx.ArriveCall("1001", "anonymous");
        Server.Pbx.HangUpCaller(leg);
        List<JsonElement> feed = [];
        while (feed.TrueForAll(told => told.Text("type") != "interaction.closed"))
        {
            feed = await system.ReadAllAsync("0");
        }

        await Server.Services.GetRequiredService<PostgresFeed>()
            .PruneAsync(TimeProvider.System.GetUtcNow().AddHours(1), Cancellation);

        var problem = await Browser.ProblemOf(
            await system.GetAsync("/api/cti/events?after=0"), HttpStatusCode.Gone, "events-gone");
        var oldest = problem.GetProperty("oldest").GetInt64();
        oldest.ShouldBe(feed[^1].GetProperty("sequence").GetInt64());
        (await system.GetAsync($"/api/cti/events?after={oldest}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Should.ThrowAsync<WebSocketException>(() => system.FollowAsync("0"))).Message.ShouldContain("410");
    }

    [Fact]
    public async Task A_follower_whose_key_is_revoked_is_closed()
    {
        using var system = await OtherSystem.ComesAsync(Server, ["follow"]);
        using var socket = await system.FollowAsync("now");
        using var admin = await Server.OpenBrowser().SignInAsync("admin");
        await admin.SendAsync(HttpMethod.Delete, "/api/api-keys/" + system.Id, null);

        Server.Pbx.HangUpCaller(Server.Pbx.ArriveCall("1001", "anonymous"));
        while (await OtherSystem.NextAsync(socket) is not null)
        {
        }

        socket.CloseStatus.ShouldBe((WebSocketCloseStatus)4401);
    }

    private static async Task DoneAsync(OtherSystem system, string path, object? body = null)
    {
        var answer = await system.PostAsync(
            "/api/cti/agents/" + path, body ?? new { commandId = Guid.NewGuid() });
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent, path);
    }

    private static async Task RefusedAsync(OtherSystem system, string path, string code, object? body = null)
    {
        var command = JsonSerializer.SerializeToNode(body ?? new { })!.AsObject();
        command["commandId"] = Guid.NewGuid();
        await Browser.ProblemOf(
            await system.PostAsync("/api/cti/agents/" + path, command), HttpStatusCode.Conflict, code);
    }

    private async Task<IReadOnlyList<string>> ActsAsync(OtherSystem system) =>
        await Server.Services.GetRequiredService<PostgresDatabase>().QueryAsync<string>(
            "select action from audit.entry where api_key_id = @id order by entry_id",
            new { id = Guid.ParseExact(system.Id, "n") },
            Cancellation);
}

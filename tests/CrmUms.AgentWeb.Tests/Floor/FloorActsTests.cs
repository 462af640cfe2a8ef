using System.IO.Compression;
using System.Net;
using System.Text.Json;
using CrmUms.AgentWeb.Tests.Hosting;

namespace CrmUms.AgentWeb.Tests.Floor;

/// <summary>What a supervisor does: to agents, to who waits, with what he sees.</summary>
public sealed class FloorActsTests(ServerFixture fixture)
{
    [Fact]
    public async Task A_supervisor_makes_an_agent_not_ready_and_signs_him_out()
    {
        using var supervisor = await SupervisorAsync();
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        await using var desk = await browser.OpenDeskAsync();
        var agent = desk.Snapshot.GetProperty("agent").Text("agentId")!;

        (await ActAsync(supervisor, new { agents = new[] { agent }, act = "notReady", reason = "lunch" }))
            .ShouldBe([(agent, null)]);
        await desk.WaitForAsync(@event => @event.GetProperty("type").GetString() == "agentChanged"
            && @event.GetProperty("agent").Text("reason") == "lunch");
        (await ActAsync(supervisor, new { agents = new[] { agent }, act = "ready" }))
            .ShouldBe([(agent, "noAudio")]);
        (await ActAsync(supervisor, new { agents = new[] { agent }, act = "signOut" })).ShouldBe([(agent, null)]);
        await desk.Closed;
    }

    [Fact]
    public async Task An_act_without_sense_is_refused()
    {
        using var supervisor = await SupervisorAsync();

        await Browser.ProblemOf(
            await supervisor.SendAsync(
                HttpMethod.Post, "/api/floor/agents/state", new { agents = new[] { "nobody" }, act = "ready" }),
            HttpStatusCode.BadRequest,
            "bad-input");
        (await ActAsync(supervisor, new { agents = new[] { Guid.NewGuid().ToString("n") }, act = "ready" }))
            .Single().Refusal.ShouldBe("unknownAgent");
    }

    [Fact]
    public async Task A_supervisor_changes_what_many_agents_work_on_and_takes_it_back()
    {
        using var supervisor = await SupervisorAsync();
        string[] agents = [await IdOfAsync(fixture.TakeAgent()), await IdOfAsync(fixture.TakeAgent())];

        (await WorkAsync(supervisor, new { agents, queues = new { support = 2 } })).EnsureSuccessStatusCode();
        (await QueuesOfAsync(supervisor, agents)).ShouldAllBe(queues => queues.GetProperty("support").GetInt32() == 2);
        (await WorkAsync(supervisor, new { agents, queues = new { support = 0 } })).EnsureSuccessStatusCode();
        (await QueuesOfAsync(supervisor, agents)).ShouldAllBe(queues => !queues.EnumerateObject().Any());

        await Browser.ProblemOf(
            await WorkAsync(supervisor, new { agents, skills = new { nonsense = 3 } }),
            HttpStatusCode.UnprocessableEntity,
            "rule-refused");
    }

    [Fact]
    public async Task A_notice_stays_until_the_agent_has_confirmed_it()
    {
        using var supervisor = await SupervisorAsync();
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        await using var desk = await browser.OpenDeskAsync();
        var agent = desk.Snapshot.GetProperty("agent").Text("agentId");

        (await supervisor.SendAsync(
            HttpMethod.Post, "/api/floor/notices", new { agents = new[] { agent }, text = "Собрание в 15:00" }))
            .StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await desk.WaitForAsync(@event => @event.GetProperty("type").GetString() == "noticesChanged");
        var notice = (await browser.GetJsonAsync("/api/notices")).EnumerateArray().Single();
        notice.Text("text").ShouldBe("Собрание в 15:00");
        await browser.SendAsync(HttpMethod.Post, $"/api/notices/{notice.Text("id")}/confirm", null);
        (await browser.GetJsonAsync("/api/notices")).GetArrayLength().ShouldBe(0);
        (await supervisor.GetJsonAsync("/api/floor/notices")).EnumerateArray()
            .Single(sent => sent.Text("id") == notice.Text("id")).GetProperty("confirmed").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_does_not_wait_cannot_be_moved()
    {
        using var supervisor = await SupervisorAsync();

        var reply = await supervisor.SendAsync(
            HttpMethod.Post, "/api/floor/callers/move", new { callers = new[] { Guid.NewGuid().ToString("n") } });

        (await ResultsOf(reply)).Single().Refusal.ShouldBe("notWaiting");
    }

    [Fact]
    public async Task Nobody_is_given_to_an_agent_who_is_not_here()
    {
        using var supervisor = await SupervisorAsync();
        var (agent, caller) = (await IdOfAsync(fixture.TakeAgent()), Guid.NewGuid().ToString("n"));

        var signedOut = await supervisor.SendAsync(
            HttpMethod.Post, "/api/floor/callers/assign", new { callers = new[] { caller }, agent });
        var unknown = await supervisor.SendAsync(
            HttpMethod.Post, "/api/floor/callers/assign", new { callers = new[] { caller }, agent = caller });
        var senseless = await supervisor.SendAsync(
            HttpMethod.Post, "/api/floor/callers/assign", new { callers = new[] { caller }, agent = "nobody" });

        (await ResultsOf(signedOut)).Single().Refusal.ShouldBe("assignSignedOut");
        (await ResultsOf(unknown)).Single().Refusal.ShouldBe("assignUnknownAgent");
        await Browser.ProblemOf(senseless, HttpStatusCode.BadRequest, "bad-input");
    }

    [Fact]
    public async Task Preferences_are_everybodys_own()
    {
        using var supervisor = await SupervisorAsync();
        using var admin = await fixture.Server.OpenBrowser().SignInAsync("admin");

        await supervisor.SendAsync(
            HttpMethod.Put, "/api/preferences/test", new { content = new { groupBy = "queue" } });

        (await supervisor.GetJsonAsync("/api/preferences/test")).GetProperty("content").Text("groupBy")
            .ShouldBe("queue");
        (await admin.GetJsonAsync("/api/preferences/test")).GetProperty("content").ValueKind
            .ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task What_is_seen_becomes_a_file_of_excel_without_formulas()
    {
        using var supervisor = await SupervisorAsync();

        var reply = await supervisor.SendAsync(HttpMethod.Post, "/api/floor/export", new
        {
            sheet = "Операторы",
            columns = new object[] { new { title = "Имя", unit = "text" }, new { title = "Время", unit = "seconds" } },
            rows = new object[] { new object?[] { "=1+1", 3_600 }, new object?[] { "Азиза", null } },
        });

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        await using var body = await reply.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var file = new ZipArchive(body);
        var sheet = file.Entries.Single(entry => entry.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal));
        using var reader = new StreamReader(await sheet.OpenAsync(TestContext.Current.CancellationToken));
        var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        text.ShouldContain("=1+1");
        text.ShouldNotContain("<f>");
        text.ShouldContain("Азиза");
    }

    private Task<Browser> SupervisorAsync() => fixture.Server.OpenBrowser().SignInAsync("supervisor");

    private async Task<string> IdOfAsync(string login)
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(login);
        return (await browser.GetJsonAsync("/api/session")).Text("employeeId")!;
    }

    private static Task<HttpResponseMessage> WorkAsync(Browser supervisor, object work) =>
        supervisor.SendAsync(HttpMethod.Post, "/api/floor/agents/work", work);

    private static async Task<List<JsonElement>> QueuesOfAsync(Browser supervisor, string[] agents) =>
    [
        .. (await supervisor.GetJsonAsync("/api/rules/agent")).GetProperty("items").EnumerateArray()
            .Where(rule => agents.Contains(rule.Text("id")))
            .Select(rule => rule.GetProperty("queues")),
    ];

    private static async Task<List<(string Id, string? Refusal)>> ActAsync(Browser supervisor, object act) =>
        await ResultsOf(await supervisor.SendAsync(HttpMethod.Post, "/api/floor/agents/state", act));

    private static async Task<List<(string Id, string? Refusal)>> ResultsOf(HttpResponseMessage reply) =>
    [
        .. (await Browser.JsonOf(reply)).GetProperty("results").EnumerateArray()
            .Select(result => (result.Text("id")!, result.Text("refusal"))),
    ];
}

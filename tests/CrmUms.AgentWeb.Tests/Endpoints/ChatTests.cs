using System.Net;
using System.Text.Json;
using CrmUms.AgentWeb.Chat;
using CrmUms.AgentWeb.Tests.Hosting;

namespace CrmUms.AgentWeb.Tests.Endpoints;

/// <summary>Colleagues write to each other, and nobody else reads it.</summary>
public sealed class ChatTests(ServerFixture fixture)
{
    [Fact]
    public async Task An_agent_writes_to_his_supervisor_who_sees_it_at_once_and_answers()
    {
        using var supervisor = await fixture.Server.OpenBrowser().SignInAsync("supervisor");
        using var agent = await AgentAsync();
        await using var hers = await supervisor.OpenDeskAsync();
        await using var his = await agent.OpenDeskAsync();
        var room = await PairAsync(agent, supervisor);

        var said = await Browser.JsonOf(await SayAsync(agent, room, "Клиент просит старшего"));

        var heard = await hers.WaitForAsync(IsChat);
        heard.GetProperty("message").Text("text").ShouldBe("Клиент просит старшего");
        heard.GetProperty("message").Text("id").ShouldBe(said.Text("id"));
        (await UnreadAsync(supervisor, room)).ShouldBe(1);
        await Browser.JsonOf(await SayAsync(supervisor, room, "Иду"));
        await his.WaitForAsync(@event => IsChat(@event) && @event.GetProperty("message").Text("text") == "Иду");
        (await supervisor.SendAsync(
            HttpMethod.Put, $"/api/chat/rooms/{room}/read", new { position = long.MaxValue }))
            .StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await UnreadAsync(supervisor, room)).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_that_comes_twice_is_said_once()
    {
        using var one = await AgentAsync();
        using var other = await AgentAsync();
        await using var desk = await other.OpenDeskAsync();
        var (room, id) = (await PairAsync(one, other), Guid.NewGuid().ToString("n"));

        var first = await Browser.JsonOf(await SayAsync(one, room, "Раз", id));
        var again = await Browser.JsonOf(await SayAsync(one, room, "Раз", id));
        await SayAsync(one, room, "Два");

        again.GetProperty("position").GetInt64().ShouldBe(first.GetProperty("position").GetInt64());
        (await desk.WaitForAsync(IsChat)).GetProperty("message").Text("text").ShouldBe("Раз");
        (await desk.WaitForAsync(IsChat)).GetProperty("message").Text("text").ShouldBe("Два");
        await Browser.ProblemOf(await SayAsync(other, room, "Чужой номер", id), HttpStatusCode.BadRequest, "bad-input");
    }

    [Fact]
    public async Task Who_writes_more_than_anybody_can_is_told_when_he_may_go_on_and_others_are_not_hindered()
    {
        using var one = await AgentAsync();
        using var other = await AgentAsync();
        var room = await PairAsync(one, other);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 3 * ChatLimits.AtOnce).Select(number => SayAsync(one, room, $"{number}")));

        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);

        var problem = await Browser.ProblemOf(refused, HttpStatusCode.TooManyRequests, "too-many-requests");
        problem.GetProperty("retryAfterSeconds").GetInt32().ShouldBeInRange(1, 60);
        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBeGreaterThanOrEqualTo(ChatLimits.AtOnce);
        await Browser.JsonOf(await SayAsync(other, room, "Не торопись"));
    }

    [Fact]
    public async Task Nobody_reads_or_writes_in_a_room_for_two_others()
    {
        using var one = await AgentAsync();
        using var other = await AgentAsync();
        using var stranger = await AgentAsync();
        using var supervisor = await fixture.Server.OpenBrowser().SignInAsync("supervisor");
        await using var desk = await stranger.OpenDeskAsync();
        var room = await PairAsync(one, other);
        await SayAsync(one, room, "Между нами");

        foreach (var outsider in new[] { stranger, supervisor })
        {
            await ShouldBeClosedAsync(outsider, room);
        }

        (await RoomsAsync(stranger)).ShouldNotContain(each => each.Text("room") == room);
        await SayAsync(one, "all", "Всем привет");
        (await desk.WaitForAsync(IsChat)).GetProperty("message").Text("text").ShouldNotBe("Между нами");
    }

    [Fact]
    public async Task A_group_has_a_room_for_its_agents_and_all_supervisors()
    {
        using var admin = await fixture.Server.OpenBrowser().SignInAsync("admin");
        using var supervisor = await fixture.Server.OpenBrowser().SignInAsync("supervisor");
        using var member = await AgentAsync();
        using var stranger = await AgentAsync();
        await PutRuleAsync(admin, "group", "chat-team", new { id = "chat-team", name = "Команда чата" });
        var id = await IdOfAsync(member);
        await PutRuleAsync(admin, "agent", id, new { id, groups = new[] { "chat-team" } });

        await Browser.JsonOf(await SayAsync(member, "group.chat-team", "Планёрка в девять"));

        foreach (var insider in new[] { member, supervisor })
        {
            (await RoomsAsync(insider)).Single(room => room.Text("room") == "group.chat-team").Text("name")
                .ShouldBe("Команда чата");
            (await PageAsync(insider, "group.chat-team")).Single().Text("text").ShouldBe("Планёрка в девять");
        }

        await ShouldBeClosedAsync(stranger, "group.chat-team");
        await ShouldBeClosedAsync(supervisor, "group.no-such-group");
        await PutRuleAsync(admin, "agent", id, new { id, groups = Array.Empty<string>() });
        await ShouldBeClosedAsync(member, "group.chat-team");
    }

    [Theory]
    [InlineData("pair.1.2")]
    [InlineData("pair")]
    [InlineData("group.")]
    [InlineData("All")]
    [InlineData("nonsense")]
    public async Task A_room_that_is_none_does_not_exist(string room)
    {
        using var agent = await AgentAsync();
        await ShouldBeClosedAsync(agent, room);
    }

    [Fact]
    public async Task A_message_too_long_or_empty_is_refused_and_said_so()
    {
        using var agent = await AgentAsync();

        var problem = await Browser.ProblemOf(
            await SayAsync(agent, "all", new string('я', 2_001)), HttpStatusCode.UnprocessableEntity,
            "message-too-long");
        problem.GetProperty("lengthMax").GetInt32().ShouldBe(2_000);
        await Browser.ProblemOf(await SayAsync(agent, "all", "  "), HttpStatusCode.BadRequest, "bad-input");
        await Browser.ProblemOf(
            await SayAsync(agent, "all", "Привет", "no-id"), HttpStatusCode.BadRequest, "bad-input");
    }

    [Fact]
    public async Task History_is_read_backwards()
    {
        using var one = await AgentAsync();
        using var other = await AgentAsync();
        var room = await PairAsync(one, other);
        for (var number = 1; number <= 5; number++)
        {
            await SayAsync(one, room, $"{number}");
        }

        var last = await other.GetJsonAsync($"/api/chat/rooms/{room}/messages?limit=2");
        var oldest = last.GetProperty("messages")[0].GetProperty("position").GetInt64();
        var before = await other.GetJsonAsync($"/api/chat/rooms/{room}/messages?limit=3&before={oldest}");

        Texts(last).ShouldBe(["4", "5"]);
        Texts(before).ShouldBe(["1", "2", "3"]);
        (last.GetProperty("hasOlder").GetBoolean(), before.GetProperty("hasOlder").GetBoolean())
            .ShouldBe((true, false));
    }

    [Fact]
    public async Task What_people_write_is_in_no_log()
    {
        using var admin = await fixture.Server.OpenBrowser().SignInAsync("admin");
        using var one = await AgentAsync();
        using var other = await AgentAsync();
        await using var desk = await other.OpenDeskAsync();
        var room = await PairAsync(one, other);

        await admin.SendAsync(HttpMethod.Put, "/api/log-level", new { level = "Verbose" });
        await SayAsync(one, room, "Тайна-за-семью-печатями");
        await desk.WaitForAsync(IsChat);
        await SayAsync(one, room, "Тайна-за-семью-печатями" + new string('я', 2_000));
        await SayAsync(one, "nonsense", "Тайна-за-семью-печатями");
        await admin.SendAsync(HttpMethod.Put, "/api/log-level", new { level = "Information" });

        var log = await ReadLogAsync();
        log.ShouldNotBeEmpty();
        log.ShouldNotContain("Тайна");
        log.ShouldNotContain("\\u0422\\u0430\\u0439\\u043d\\u0430", Case.Insensitive);
    }

    private static async Task ShouldBeClosedAsync(Browser outsider, string room)
    {
        await Browser.ProblemOf(
            await outsider.GetAsync($"/api/chat/rooms/{room}/messages"), HttpStatusCode.NotFound, "not-found");
        await Browser.ProblemOf(await SayAsync(outsider, room, "Эй"), HttpStatusCode.NotFound, "not-found");
        await Browser.ProblemOf(
            await outsider.SendAsync(HttpMethod.Put, $"/api/chat/rooms/{room}/read", new { position = 1 }),
            HttpStatusCode.NotFound,
            "not-found");
    }

    private async Task<string> ReadLogAsync()
    {
        var text = "";
        foreach (var path in Directory.GetFiles(Path.Combine(fixture.Server.Folder, "server", "log")))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            text += await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        }

        return text;
    }

    private static bool IsChat(JsonElement @event) => @event.GetProperty("type").GetString() == "chatSaid";

    private Task<Browser> AgentAsync() => fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());

    private static async Task<string> IdOfAsync(Browser browser) =>
        (await browser.GetJsonAsync("/api/session")).Text("employeeId")!;

    private static async Task<string> PairAsync(Browser one, Browser other)
    {
        string[] ids = [await IdOfAsync(one), await IdOfAsync(other)];
        return "pair." + string.Join('.', ids.Order(StringComparer.Ordinal));
    }

    private static Task<HttpResponseMessage> SayAsync(Browser author, string room, string text, string? id = null) =>
        author.SendAsync(
            HttpMethod.Put, $"/api/chat/rooms/{room}/messages/{id ?? Guid.NewGuid().ToString("n")}", new { text });

    private static async Task<List<JsonElement>> RoomsAsync(Browser browser) =>
        [.. (await browser.GetJsonAsync("/api/chat/rooms")).EnumerateArray()];

    private static async Task<int> UnreadAsync(Browser browser, string room) =>
        (await RoomsAsync(browser)).Single(each => each.Text("room") == room).GetProperty("unread").GetInt32();

    private static async Task<List<JsonElement>> PageAsync(Browser browser, string room) =>
        [.. (await browser.GetJsonAsync($"/api/chat/rooms/{room}/messages")).GetProperty("messages").EnumerateArray()];

    private static List<string?> Texts(JsonElement page) =>
        [.. page.GetProperty("messages").EnumerateArray().Select(message => message.Text("text"))];

    private static async Task PutRuleAsync(Browser admin, string kind, string id, object item)
    {
        var version = (await admin.GetJsonAsync($"/api/rules/{kind}")).GetProperty("version").GetInt64();
        var reply = await admin.SendAsync(
            HttpMethod.Put, $"/api/rules/{kind}/{id}", item, ("If-Match", $"\"{version}\""));
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}

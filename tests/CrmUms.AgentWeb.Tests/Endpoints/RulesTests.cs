using System.Net;
using System.Text.Json;
using CrmUms.AgentWeb.Tests.Hosting;

namespace CrmUms.AgentWeb.Tests.Endpoints;

/// <summary>Setting the centre up, as the pages of administration do it.</summary>
public sealed class RulesTests(ServerFixture fixture)
{
    [Fact]
    public async Task An_administrator_sets_up_a_skill_which_stands_in_the_rules_and_in_their_history()
    {
        using var admin = await AdminAsync();
        var id = NewKey();

        var version = await PutAsync(admin, "skill", id, new { name = "Казахский" });

        var all = await admin.GetJsonAsync("/api/rules");
        all.GetProperty("version").GetInt64().ShouldBeGreaterThanOrEqualTo(version);
        (await ItemAsync(admin, "skill", id)).Text("name").ShouldBe("Казахский");
        var changes = await admin.GetJsonAsync($"/api/rules/changes?kind=skill&id={id}");
        var change = changes.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        (change.Text("authorName"), change.GetProperty("version").GetInt64()).ShouldBe(("Рустам Назаров", version));
        change.GetProperty("before").ValueKind.ShouldBe(JsonValueKind.Null);
        change.Text("after", "name").ShouldBe("Казахский");
    }

    [Fact]
    public async Task A_rule_that_makes_no_sense_is_refused_with_all_that_is_wrong()
    {
        using var admin = await AdminAsync();
        var body = new { name = "", ringSeconds = 1, requirement = "no-such-skill" };

        var refused = await SendAsync(admin, HttpMethod.Put, "queue", NewKey(), body);

        var problem = await Browser.ProblemOf(refused, HttpStatusCode.UnprocessableEntity, "rule-refused");
        problem.GetProperty("problems").EnumerateArray().Select(each => (each.Text("code"), each.Text("field")))
            .ShouldBe([("missing", "name"), ("out-of-range", "ringSeconds"), ("unknown-reference", "requirement")]);
        problem.GetProperty("problems")[1].Text("args", "max").ShouldBe("300");
    }

    [Fact]
    public async Task A_check_says_what_would_be_wrong_and_changes_nothing()
    {
        using var admin = await AdminAsync();
        var id = NewKey();

        var wrong = await Browser.JsonOf(await admin.SendAsync(
            HttpMethod.Post, $"/api/rules/skill/{id}/check", new { name = "" }));
        var right = await Browser.JsonOf(await admin.SendAsync(
            HttpMethod.Post, $"/api/rules/skill/{id}/check", new { name = "Навык" }));

        wrong.GetProperty("problems").EnumerateArray().ShouldHaveSingleItem().Text("code").ShouldBe("missing");
        right.GetProperty("problems").GetArrayLength().ShouldBe(0);
        (await FindAsync(admin, "skill", id)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_administrators_who_change_the_same_rules_the_second_is_told_so()
    {
        using var admin = await AdminAsync();
        var id = NewKey();
        var version = await PutAsync(admin, "skill", id, new { name = "Первый" });
        await PutAsync(admin, "skill", id, new { name = "Второй" });

        var late = await admin.SendAsync(
            HttpMethod.Put, $"/api/rules/skill/{id}", new { name = "Третий" }, ("If-Match", $"\"{version}\""));

        var problem = await Browser.ProblemOf(late, HttpStatusCode.Conflict, "rules-changed");
        problem.GetProperty("version").GetInt64().ShouldBeGreaterThan(version);
        (await ItemAsync(admin, "skill", id)).Text("name").ShouldBe("Второй");
    }

    [Fact]
    public async Task What_is_in_use_cannot_be_removed_and_what_is_not_can()
    {
        using var admin = await AdminAsync();
        var (skill, queue) = (NewKey(), NewKey());
        await PutAsync(admin, "skill", skill, new { name = "Навык" });
        await PutAsync(admin, "queue", queue, new { name = "Очередь", requirement = skill });

        var refused = await SendAsync(admin, HttpMethod.Delete, "skill", skill, body: null);

        var problem = await Browser.ProblemOf(refused, HttpStatusCode.UnprocessableEntity, "rule-refused");
        problem.GetProperty("problems")[0].Text("args", "users").ShouldBe($"queue/{queue}");
        await Browser.JsonOf(await SendAsync(admin, HttpMethod.Delete, "queue", queue, body: null));
        await Browser.JsonOf(await SendAsync(admin, HttpMethod.Delete, "skill", skill, body: null));
        (await FindAsync(admin, "skill", skill)).ShouldBeNull();
    }

    [Fact]
    public async Task A_rule_is_restored_as_it_was_also_when_it_was_removed()
    {
        using var admin = await AdminAsync();
        var id = NewKey();
        var first = await PutAsync(admin, "group", id, new { name = "Первое имя" });
        await PutAsync(admin, "group", id, new { name = "Второе имя" });
        await Browser.JsonOf(await SendAsync(admin, HttpMethod.Delete, "group", id, body: null));

        await Browser.JsonOf(await admin.SendAsync(
            HttpMethod.Post, $"/api/rules/group/{id}/restore", new { version = first }));

        (await ItemAsync(admin, "group", id)).Text("name").ShouldBe("Первое имя");
        await Browser.ProblemOf(
            await admin.SendAsync(HttpMethod.Post, $"/api/rules/group/{NewKey()}/restore", new { version = first }),
            HttpStatusCode.NotFound,
            "not-found");
    }

    [Fact]
    public async Task The_next_caller_of_a_new_number_goes_where_it_leads()
    {
        using var admin = await AdminAsync();
        var (skill, queue, number) = (NewKey(), NewKey(), $"7{Random.Shared.Next(100_000, 1_000_000)}");
        await PutAsync(admin, "skill", skill, new { name = "Навык, которого нет ни у кого" });
        await PutAsync(admin, "queue", queue, new { name = "Новая очередь", requirement = skill });
        await PutAsync(admin, "number", number, new { target = new { kind = "queue", id = queue } });

        var caller = fixture.Server.Pbx.ArriveCall(number);

        JsonElement? seen;
        do
        {
            var status = await admin.GetJsonAsync("/api/status");
            seen = status.GetProperty("queues").EnumerateArray().Single(each => each.Text("id") == queue);
        }
        while (seen.Value.GetProperty("waiting").GetInt32() == 0);
        fixture.Server.Pbx.HangUpCaller(caller);
    }

    [Fact]
    public async Task A_large_flow_is_taken_and_a_larger_item_than_any_is_not()
    {
        using var admin = await AdminAsync();
        var id = NewKey();

        await PutAsync(admin, "flow", id, new { name = "Поток", draft = new { text = new string('x', 200_000) } });

        var refused = await SendAsync(
            admin, HttpMethod.Put, "flow", id,
            new { name = "Поток", draft = new { text = new string('x', 1_100_000) } });
        await Browser.ProblemOf(refused, HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Theory]
    [InlineData("PUT", "/api/rules/skill/Bad_Key", 422, "rule-refused")]
    [InlineData("PUT", "/api/rules/no-such-kind/one", 422, "rule-refused")]
    [InlineData("DELETE", "/api/rules/skill/nobody-knows-it", 422, "rule-refused")]
    [InlineData("GET", "/api/rules/no-such-kind", 404, "not-found")]
    [InlineData("GET", "/api/rules/changes?limit=0", 400, "bad-input")]
    public async Task An_address_that_makes_no_sense_is_answered_by_a_problem(
        string method, string path, int status, string code)
    {
        using var admin = await AdminAsync();

        var response = await admin.SendAsync(new HttpMethod(method), path, method == "PUT" ? new { } : null);

        await Browser.ProblemOf(response, (HttpStatusCode)status, code);
    }

    [Fact]
    public async Task A_centre_in_production_begins_with_reasons_and_a_calendar_and_with_no_number()
    {
        await using var server = fixture.StartAnother("starter", ("Web:Demo", "false"));
        using var browser = server.OpenBrowser();
        await Browser.JsonOf(await browser.TrySignInAsync("admin", "a long enough one"));
        await browser.FetchTokenAsync();

        var kinds = (await browser.GetJsonAsync("/api/rules")).GetProperty("kinds");

        kinds.GetProperty("reason").EnumerateArray()
            .Where(reason => reason.GetProperty("choosable").GetBoolean())
            .OrderBy(reason => reason.GetProperty("position").GetInt32())
            .Select(reason => reason.Text("id"))
            .ShouldBe(["break", "lunch", "training", "meeting", "paperwork"]);
        kinds.GetProperty("calendar").EnumerateArray().ShouldHaveSingleItem()
            .Text("timeZone").ShouldBe("Asia/Tashkent");
        kinds.GetProperty("number").GetArrayLength().ShouldBe(0);
    }

    private static string NewKey() => "k-" + Guid.NewGuid().ToString("n")[..20];

    private static Task<HttpResponseMessage> SendAsync(
        Browser admin, HttpMethod method, string kind, string id, object? body) =>
        admin.SendAsync(method, $"/api/rules/{kind}/{id}", body);

    private static async Task<long> PutAsync(Browser admin, string kind, string id, object body) =>
        (await Browser.JsonOf(await SendAsync(admin, HttpMethod.Put, kind, id, body)))
            .GetProperty("version").GetInt64();

    private static async Task<JsonElement> ItemAsync(Browser browser, string kind, string id) =>
        (await FindAsync(browser, kind, id)).ShouldNotBeNull();

    private static async Task<JsonElement?> FindAsync(Browser browser, string kind, string id)
    {
        var items = (await browser.GetJsonAsync($"/api/rules/{kind}")).GetProperty("items").EnumerateArray();
        return items.Where(item => item.Text("id") == id).Select(item => (JsonElement?)item).SingleOrDefault();
    }

    private Task<Browser> AdminAsync() => fixture.Server.OpenBrowser().SignInAsync("admin");
}

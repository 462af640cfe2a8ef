using System.Net;
using System.Text.Json;
using CrmUms.AgentWeb.Tests.Hosting;

namespace CrmUms.AgentWeb.Tests.Endpoints;

/// <summary>Checking and publishing what was drawn, as the editor of flows does it.</summary>
public sealed class FlowsTests(ServerFixture fixture)
{
    [Fact]
    public async Task A_flow_whose_prompt_is_in_no_language_is_not_published_and_the_node_is_named()
    {
        using var admin = await AdminAsync();
        var flow = await DrawAsync(admin, prompt: NewKey());

        var refused = await PublishAsync(admin, flow);

        var problem = await Browser.ProblemOf(refused, HttpStatusCode.UnprocessableEntity, "rule-refused");
        var found = problem.GetProperty("problems").EnumerateArray().ShouldHaveSingleItem();
        (found.Text("code"), found.Text("field"), found.Text("args", "node")).ShouldBe(
            ("prompt-missing", "draft.nodes[0].settings.prompts", "hello"));
        found.GetRawText().ShouldBe((await CheckAsync(admin, flow)).ShouldHaveSingleItem().GetRawText());
    }

    [Fact]
    public async Task A_prompt_that_lacks_the_language_of_the_flow_is_a_warning_and_the_flow_is_published()
    {
        using var admin = await AdminAsync();
        var prompt = NewKey();
        await Browser.JsonOf(await admin.SendAsync(
            HttpMethod.Post, $"/api/prompts/{prompt}/en/synthesise", new { text = "Hello." }));
        var flow = await DrawAsync(admin, prompt);

        var found = (await CheckAsync(admin, flow)).ShouldHaveSingleItem();

        (found.Text("code"), found.Text("args", "language")).ShouldBe(("prompt-language-missing", "ru"));
        await Browser.JsonOf(await PublishAsync(admin, flow));
    }

    private static async Task<string> DrawAsync(Browser admin, string prompt)
    {
        var key = NewKey();
        await Browser.JsonOf(await admin.SendAsync(HttpMethod.Put, $"/api/rules/flow/{key}", Rule(key, prompt)));
        return key;
    }

    private static object Rule(string key, string prompt)
    {
        object[] nodes =
        [
            new
            {
                id = "hello", type = "play", settings = new { prompts = new[] { prompt } }, exits = new { done = "q" },
            },
            new { id = "q", type = "queue", settings = new { queue = "support" }, exits = new { } },
        ];
        var draft = new { id = key, name = "Поток", language = "ru", start = "hello", nodes };
        return new { name = "Поток", draft };
    }

    private static async Task<List<JsonElement>> CheckAsync(Browser admin, string flow)
    {
        var kept = (await admin.GetJsonAsync("/api/rules/flow")).GetProperty("items").EnumerateArray()
            .Single(item => item.Text("id") == flow);
        var reply = await admin.SendAsync(HttpMethod.Post, $"/api/rules/flow/{flow}/check", kept);
        return [.. (await Browser.JsonOf(reply)).GetProperty("problems").EnumerateArray()];
    }

    private static Task<HttpResponseMessage> PublishAsync(Browser admin, string flow) =>
        admin.SendAsync(HttpMethod.Post, $"/api/flows/{flow}/publish", body: null);

    private static string NewKey() => "f-" + Guid.NewGuid().ToString("n")[..20];

    private Task<Browser> AdminAsync() => fixture.Server.OpenBrowser().SignInAsync("admin");
}

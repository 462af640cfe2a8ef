using System.Net;
using CrmUms.AgentWeb.Tests.Hosting;
using CrmUms.TestKit;

namespace CrmUms.AgentWeb.Tests.Endpoints;

/// <summary>An assistant has no session; the ticket of its call is all it has.</summary>
public sealed class AssistantTests(ServerFixture fixture)
{
    private const string Path = "/api/assistant/hand-back";

    [Fact]
    public async Task An_assistant_hands_its_caller_back_with_the_ticket_of_its_call()
    {
        var number = await LeadNumberToAssistantAsync();
        var caller = fixture.Server.Pbx.ArriveCall(number, "anonymous");
        var ticket = (await HandOffAsync(number)).Headers["X-CrmUms-Hand-Back"];
        using var assistant = fixture.Server.OpenBrowser();
        var values = new { debt = "yes" };
        var words = new { ticket, summary = "Хочет платить частями.", transcript = "— …", values };

        var first = await assistant.SendAsync(HttpMethod.Post, Path, words);

        first.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Browser.ProblemOf(
            await assistant.SendAsync(HttpMethod.Post, Path, words), HttpStatusCode.Conflict, "not-with-assistant");
        fixture.Server.Pbx.HangUpCaller(caller);
    }

    [Fact]
    public async Task Whoever_has_no_ticket_hands_nobody_back()
    {
        using var stranger = fixture.Server.OpenBrowser();

        await Browser.ProblemOf(
            await stranger.SendAsync(HttpMethod.Post, Path, new { ticket = "forged", summary = "" }),
            HttpStatusCode.Forbidden,
            "ticket-invalid");
        await Browser.ProblemOf(
            await stranger.SendAsync(HttpMethod.Post, Path, new { summary = "" }),
            HttpStatusCode.BadRequest,
            "bad-input");
    }

    private async Task<string> LeadNumberToAssistantAsync()
    {
        using var admin = await fixture.Server.OpenBrowser().SignInAsync("admin");
        var (key, number) = ($"a{Guid.NewGuid():n}"[..20], $"7{Random.Shared.Next(100_000, 1_000_000)}");
        object[] nodes =
        [
            Node(
                "bot", "assistant",
                new { address = $"sip:{number}@127.0.0.1:5080" }, new { returned = "end", failed = "end" }),
            Node("end", "queue", new { queue = key }, new { }),
        ];
        var draft = new { id = key, name = "Ассистент", language = "ru", start = "bot", fallbackQueue = key, nodes };
        (string Path, object Rule)[] rules =
        [
            ($"skill/{key}", new { name = "Навык, которого нет ни у кого" }),
            ($"queue/{key}", new { name = "Очередь", requirement = key }),
            ($"flow/{key}", new { name = "Ассистент", draft }),
        ];
        foreach (var (path, rule) in rules)
        {
            await Browser.JsonOf(await admin.SendAsync(HttpMethod.Put, "/api/rules/" + path, rule));
        }

        await Browser.JsonOf(await admin.SendAsync(HttpMethod.Post, $"/api/flows/{key}/publish", body: null));
        await Browser.JsonOf(await admin.SendAsync(
            HttpMethod.Put, $"/api/rules/number/{number}", new { target = new { kind = "flow", id = key } }));
        return number;
    }

    private static object Node(string id, string type, object settings, object exits) =>
        new { id, type, settings, exits };

    private async Task<FakeDial> HandOffAsync(string number)
    {
        using var patient = fixture.Server.OpenBrowser();
        var within = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var found = fixture.Server.Pbx.Dialled.LastOrDefault(
                dial => dial.Target.Text.Contains(number, StringComparison.Ordinal));
            if (found is not null)
            {
                return found;
            }

            TimeProvider.System.GetElapsedTime(within).ShouldBeLessThan(TimeSpan.FromSeconds(20), "Nobody is dialled.");
            await patient.GetAsync("/healthz/live");
        }
    }
}

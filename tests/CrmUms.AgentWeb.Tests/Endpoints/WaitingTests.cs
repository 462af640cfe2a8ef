using System.Net;
using System.Text.Json;
using CrmUms.AgentWeb.Tests.Hosting;

namespace CrmUms.AgentWeb.Tests.Endpoints;

/// <summary>A supervisor sees who waits, and has one of them served sooner.</summary>
public sealed class WaitingTests(ServerFixture fixture)
{
    [Fact]
    public async Task A_supervisor_gives_a_waiting_caller_points_until_he_waits_no_more()
    {
        var (queue, number) = await OpenQueueAsync();
        using var supervisor = await fixture.Server.OpenBrowser().SignInAsync("supervisor");
        var caller = fixture.Server.Pbx.ArriveCall(number, "+998901234567");
        var waiting = await WaitsAsync(supervisor, queue, points: 0);
        waiting.Text("number", "shown").ShouldBe("+998901234567");
        var path = $"/api/waiting/{waiting.Text("interactionId")}/priority";

        var given = await supervisor.SendAsync(HttpMethod.Put, path, new { points = 50 });

        given.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await WaitsAsync(supervisor, queue, points: 50)).GetProperty("pointsGiven").GetInt32().ShouldBe(50);
        await Browser.ProblemOf(
            await supervisor.SendAsync(HttpMethod.Put, path, new { points = 101 }),
            HttpStatusCode.BadRequest,
            "bad-input");
        fixture.Server.Pbx.HangUpCaller(caller);
        await GoneAsync(supervisor, queue);
        await Browser.ProblemOf(
            await supervisor.SendAsync(HttpMethod.Put, path, new { points = 0 }),
            HttpStatusCode.Conflict,
            "not-waiting");
    }

    private async Task<(string Queue, string Number)> OpenQueueAsync()
    {
        using var admin = await fixture.Server.OpenBrowser().SignInAsync("admin");
        var (key, number) = ($"w{Guid.NewGuid():n}"[..20], $"7{Random.Shared.Next(100_000, 1_000_000)}");
        (string Path, object Rule)[] rules =
        [
            ($"skill/{key}", new { name = "Навык, которого нет ни у кого" }),
            ($"queue/{key}", new { name = "Очередь", requirement = key }),
            ($"number/{number}", new { target = new { kind = "queue", id = key } }),
        ];
        foreach (var (path, rule) in rules)
        {
            await Browser.JsonOf(await admin.SendAsync(HttpMethod.Put, "/api/rules/" + path, rule));
        }

        return (key, number);
    }

    // The list is asked for until it says so; the server's own limits bound each answer.
    private static async Task<JsonElement> WaitsAsync(Browser supervisor, string queue, int points)
    {
        for (var look = 0; look < 1_000; look++)
        {
            var found = (await InAsync(supervisor, queue)).Where(
                caller => caller.GetProperty("pointsGiven").GetInt32() == points).ToList();
            if (found.Count == 1)
            {
                return found[0];
            }
        }

        throw new TimeoutException("He never waited so.");
    }

    private static async Task GoneAsync(Browser supervisor, string queue)
    {
        for (var look = 0; look < 1_000; look++)
        {
            if (!(await InAsync(supervisor, queue)).Any())
            {
                return;
            }
        }

        throw new TimeoutException("He waits still.");
    }

    private static async Task<IEnumerable<JsonElement>> InAsync(Browser supervisor, string queue) =>
        (await supervisor.GetJsonAsync("/api/waiting")).EnumerateArray()
            .Where(caller => caller.Text("queueId") == queue);
}

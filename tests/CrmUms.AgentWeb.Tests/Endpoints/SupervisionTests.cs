using System.Net;
using CrmUms.AgentWeb.Tests.Hosting;

namespace CrmUms.AgentWeb.Tests.Endpoints;

/// <summary>Nobody but a supervisor goes into an agent's talk. That he does stands in CallWalkTests.</summary>
public sealed class SupervisionTests(ServerFixture fixture)
{
    [Fact]
    public async Task An_agent_may_not_barge_and_a_talk_that_is_none_is_refused()
    {
        var id = Guid.NewGuid().ToString("n");
        using var agent = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        using var administrator = await fixture.Server.OpenBrowser().SignInAsync("admin");
        using var office = await fixture.Server.OpenBrowser().SignInAsync("supervisor");

        await Browser.ProblemOf(await PutAsync(agent, id, "barge"), HttpStatusCode.Forbidden, "not-allowed");
        await Browser.ProblemOf(await PutAsync(administrator, id), HttpStatusCode.Forbidden, "not-allowed");
        await Browser.ProblemOf(await PutAsync(office, "nonsense"), HttpStatusCode.NotFound, "not-found");
        await Browser.ProblemOf(await PutAsync(office, id, "shout"), HttpStatusCode.BadRequest, "bad-input");
    }

    private static Task<HttpResponseMessage> PutAsync(Browser browser, string id, string mode = "listen") =>
        browser.SendAsync(HttpMethod.Put, "/api/supervision", new { interactionId = id, mode });
}

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

    [Fact]
    public async Task Nobody_but_a_supervisor_hears_what_was_said_last_and_of_no_talk_nothing()
    {
        var path = $"/api/supervision/{Guid.NewGuid():n}/last-words";
        using var agent = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        using var administrator = await fixture.Server.OpenBrowser().SignInAsync("admin");
        using var office = await fixture.Server.OpenBrowser().SignInAsync("supervisor");

        await Browser.ProblemOf(await agent.GetAsync(path), HttpStatusCode.Forbidden, "not-allowed");
        await Browser.ProblemOf(await administrator.GetAsync(path), HttpStatusCode.Forbidden, "not-allowed");
        await Browser.ProblemOf(await office.GetAsync(path), HttpStatusCode.NotFound, "not-found");
    }

    private static Task<HttpResponseMessage> PutAsync(Browser browser, string id, string mode = "listen") =>
        browser.SendAsync(HttpMethod.Put, "/api/supervision", new { interactionId = id, mode });
}

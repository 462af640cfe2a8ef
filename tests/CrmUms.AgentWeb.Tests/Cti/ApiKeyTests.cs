using System.Net;
using CrmUms.AgentWeb.Tests.Hosting;

namespace CrmUms.AgentWeb.Tests.Cti;

public sealed class ApiKeyTests(ServerFixture fixture)
{
    [Fact]
    public async Task A_key_opens_what_its_scopes_say_and_nothing_else()
    {
        using var follower = await OtherSystem.ComesAsync(fixture.Server, ["follow"]);

        (await follower.GetAsync("/api/cti/events?after=now")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Browser.ProblemOf(
            await follower.GetAsync("/api/cti/agents"), HttpStatusCode.Forbidden, "scope-missing");
        await Browser.ProblemOf(
            await follower.PostAsync($"/api/cti/agents/{Guid.NewGuid():n}/dial", new { commandId = Guid.NewGuid() }),
            HttpStatusCode.Forbidden, "scope-missing");
        await Browser.ProblemOf(await follower.GetAsync("/api/status"), HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("crmums_00000000000000000000000000000000.AAAA")]
    public async Task What_is_no_key_of_ours_opens_nothing(string key)
    {
        using var stranger = OtherSystem.With(fixture.Server, key);

        await Browser.ProblemOf(
            await stranger.GetAsync("/api/cti/events"), HttpStatusCode.Unauthorized, "key-invalid");
    }

    [Fact]
    public async Task A_session_is_no_key()
    {
        using var admin = await fixture.Server.OpenBrowser().SignInAsync("admin");

        await Browser.ProblemOf(
            await admin.GetAsync("/api/cti/events"), HttpStatusCode.Unauthorized, "key-invalid");
    }

    [Fact]
    public async Task A_revoked_key_is_refused_and_its_secret_is_shown_once_and_never_kept()
    {
        using var system = await OtherSystem.ComesAsync(fixture.Server, ["follow"]);
        using var admin = await fixture.Server.OpenBrowser().SignInAsync("admin");
        (await system.GetAsync("/api/cti/events?after=now")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var list = (await admin.GetJsonAsync("/api/api-keys")).GetRawText();

        var revoked = await admin.SendAsync(HttpMethod.Delete, "/api/api-keys/" + system.Id, null);

        revoked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        list.ShouldContain(system.Id);
        list.ShouldNotContain(system.Key.Split('.')[1]);
        await Browser.ProblemOf(
            await system.GetAsync("/api/cti/events?after=now"), HttpStatusCode.Unauthorized, "key-invalid");
        await Browser.ProblemOf(
            await admin.SendAsync(HttpMethod.Delete, "/api/api-keys/" + system.Id, null),
            HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_key_that_asks_too_often_is_told_when_it_may_again()
    {
        using var system = await OtherSystem.ComesAsync(fixture.Server, ["follow"], requestsPerMinute: 2);
        await system.GetAsync("/api/cti/events?after=now");
        await system.GetAsync("/api/cti/events?after=now");

        var third = await system.GetAsync("/api/cti/events?after=now");

        third.Headers.RetryAfter.ShouldNotBeNull();
        await Browser.ProblemOf(third, HttpStatusCode.TooManyRequests, "too-many-requests");
    }

    [Theory]
    [InlineData("after=yesterday")]
    [InlineData("after=-1")]
    [InlineData("limit=0")]
    [InlineData("limit=501")]
    [InlineData("waitSeconds=26")]
    [InlineData("types=interaction.exploded")]
    public async Task A_question_that_makes_no_sense_is_a_problem(string query)
    {
        using var system = await OtherSystem.ComesAsync(fixture.Server, ["follow"]);

        await Browser.ProblemOf(
            await system.GetAsync("/api/cti/events?" + query), HttpStatusCode.BadRequest, "bad-input");
    }
}

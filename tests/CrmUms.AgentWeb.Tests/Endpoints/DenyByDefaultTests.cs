using System.Net;
using CrmUms.AgentWeb.Identity;
using CrmUms.AgentWeb.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmUms.AgentWeb.Tests.Endpoints;

public sealed class DenyByDefaultTests(ServerFixture fixture)
{
    // What is open to everybody. A line here is a decision.
    private static readonly string[] Open =
    [
        "GET /api/antiforgery", "POST /api/session", "POST /api/assistant/hand-back",
        "GET /healthz/live", "GET /healthz/ready", "GET /metrics",
        "GET {*path:nonfile}", "HEAD {*path:nonfile}",
    ];

    // For other systems, which have keys: no session opens them.
    private static readonly string[] ForKeys =
    [
        "GET /api/cti/events", "GET /api/cti/events/ws", "GET /api/cti/agents",
        "POST /api/cti/agents/{agentId}/ready", "POST /api/cti/agents/{agentId}/not-ready",
        "POST /api/cti/agents/{agentId}/sign-out", "POST /api/cti/agents/{agentId}/dial",
        "POST /api/cti/agents/{agentId}/calls/{interactionId}/answer",
        "POST /api/cti/agents/{agentId}/calls/{interactionId}/hold",
        "POST /api/cti/agents/{agentId}/calls/{interactionId}/resume",
        "POST /api/cti/agents/{agentId}/calls/{interactionId}/hang-up",
        "POST /api/cti/agents/{agentId}/calls/{interactionId}/transfer",
        "POST /api/cti/agents/{agentId}/calls/{interactionId}/consult",
        "POST /api/cti/agents/{agentId}/calls/{interactionId}/conference",
        "POST /api/cti/agents/{agentId}/calls/{interactionId}/mute",
        "POST /api/cti/agents/{agentId}/calls/{interactionId}/digits",
        "POST /api/cti/agents/{agentId}/calls/{interactionId}/wrap-up",
        "POST /api/cti/agents/{agentId}/calls/{interactionId}/complete",
        "POST /api/cti/agents/{agentId}/calls/{interactionId}/cancel",
        "POST /api/cti/agents/{agentId}/calls/{interactionId}/swap",
        "POST /api/cti/agents/{agentId}/calls/{interactionId}/merge",
        "POST /api/cti/agents/{agentId}/calls/{interactionId}/leave",
    ];

    private static readonly string[] Everybody = [Roles.Agent, Roles.Supervisor, Roles.Administrator];

    // Who may do what; the rest answers 403.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["GET /api/{**rest}"] = Everybody,
        ["GET /api/session"] = Everybody,
        ["DELETE /api/session"] = Everybody,
        ["PUT /api/session/language"] = Everybody,
        ["GET /api/desk/options"] = Everybody,
        ["POST /api/desk/phone"] = [Roles.Agent, Roles.Supervisor],
        ["GET /api/history"] = [Roles.Agent, Roles.Supervisor],
        ["GET /api/history/{interactionId}"] = [Roles.Agent, Roles.Supervisor],
        ["GET /api/recordings/{id}/audio"] = [Roles.Agent, Roles.Supervisor],
        ["GET /api/recordings/{id}/lanes"] = [Roles.Agent, Roles.Supervisor],
        ["GET /api/prompts"] = [Roles.Supervisor, Roles.Administrator],
        ["GET /api/prompts/missing"] = [Roles.Supervisor, Roles.Administrator],
        ["GET /api/prompts/limits"] = [Roles.Supervisor, Roles.Administrator],
        ["GET /api/prompts/{id}/{language}/audio"] = [Roles.Supervisor, Roles.Administrator],
        ["PUT /api/prompts/{id}"] = [Roles.Administrator],
        ["DELETE /api/prompts/{id}"] = [Roles.Administrator],
        ["PUT /api/prompts/{id}/{language}"] = [Roles.Administrator],
        ["POST /api/prompts/{id}/{language}/synthesise"] = [Roles.Administrator],
        ["DELETE /api/prompts/{id}/{language}"] = [Roles.Administrator],
        ["POST /api/prompts/{id}/{language}/dictation"] = [Roles.Administrator],
        ["GET /api/dictations/{dictation}"] = [Roles.Administrator],
        ["GET /api/dictations/{dictation}/audio"] = [Roles.Administrator],
        ["POST /api/dictations/{dictation}/take"] = [Roles.Administrator],
        ["DELETE /api/dictations/{dictation}"] = [Roles.Administrator],
        ["GET /api/agents/{agentId}/day"] = [Roles.Agent, Roles.Supervisor],
        ["GET /api/surveys"] = [Roles.Supervisor, Roles.Administrator],
        ["GET /api/clients/{id}"] = [Roles.Agent, Roles.Supervisor],
        ["GET /api/figures/definitions"] = Everybody,
        ["GET /api/figures/own"] = [Roles.Agent, Roles.Supervisor],
        ["POST /api/floor/agents/state"] = [Roles.Supervisor],
        ["POST /api/floor/agents/work"] = [Roles.Supervisor],
        ["POST /api/floor/callers/move"] = [Roles.Supervisor],
        ["POST /api/floor/callers/assign"] = [Roles.Supervisor],
        ["POST /api/floor/export"] = [Roles.Supervisor, Roles.Administrator],
        ["POST /api/floor/notices"] = [Roles.Supervisor],
        ["GET /api/floor/notices"] = [Roles.Supervisor],
        ["GET /api/notices"] = [Roles.Agent],
        ["POST /api/notices/{id}/confirm"] = [Roles.Agent],
        ["GET /api/chat/rooms"] = [Roles.Agent, Roles.Supervisor],
        ["GET /api/chat/people"] = [Roles.Agent, Roles.Supervisor],
        ["GET /api/chat/rooms/{room}/messages"] = [Roles.Agent, Roles.Supervisor],
        ["PUT /api/chat/rooms/{room}/messages/{id}"] = [Roles.Agent, Roles.Supervisor],
        ["PUT /api/chat/rooms/{room}/read"] = [Roles.Agent, Roles.Supervisor],
        ["GET /api/preferences/{name}"] = Everybody,
        ["PUT /api/preferences/{name}"] = Everybody,
        ["GET /api/status"] = [Roles.Supervisor, Roles.Administrator],
        ["GET /api/directory"] = [Roles.Agent, Roles.Supervisor],
        ["GET /api/waiting"] = [Roles.Supervisor],
        ["PUT /api/waiting/{interactionId}/priority"] = [Roles.Supervisor],
        ["GET /api/flows/node-types"] = [Roles.Supervisor, Roles.Administrator],
        ["GET /api/flows/{id}/live"] = [Roles.Supervisor, Roles.Administrator],
        ["POST /api/flows/{id}/publish"] = [Roles.Administrator],
        ["POST /api/flows/{id}/test-call"] = [Roles.Administrator],
        ["GET /api/rules"] = [Roles.Supervisor, Roles.Administrator],
        ["GET /api/rules/{kind}"] = [Roles.Supervisor, Roles.Administrator],
        ["GET /api/rules/changes"] = [Roles.Supervisor, Roles.Administrator],
        ["PUT /api/rules/{kind}/{id}"] = [Roles.Administrator],
        ["DELETE /api/rules/{kind}/{id}"] = [Roles.Administrator],
        ["POST /api/rules/{kind}/{id}/check"] = [Roles.Administrator],
        ["POST /api/rules/{kind}/{id}/restore"] = [Roles.Administrator],
        ["GET /api/api-keys"] = [Roles.Administrator],
        ["POST /api/api-keys"] = [Roles.Administrator],
        ["DELETE /api/api-keys/{id}"] = [Roles.Administrator],
        ["GET /api/web-hooks"] = [Roles.Administrator],
        ["POST /api/web-hooks"] = [Roles.Administrator],
        ["PUT /api/web-hooks/{id}"] = [Roles.Administrator],
        ["DELETE /api/web-hooks/{id}"] = [Roles.Administrator],
        ["POST /api/web-hooks/{id}/test"] = [Roles.Administrator],
        ["GET /api/web-hooks/{id}/dead-letters"] = [Roles.Administrator],
        ["POST /api/web-hooks/{id}/dead-letters/redeliver"] = [Roles.Administrator],
        ["POST /api/web-hooks/{id}/dead-letters/drop"] = [Roles.Administrator],
        ["GET /api/employees"] = [Roles.Supervisor, Roles.Administrator],
        ["POST /api/employees"] = [Roles.Administrator],
        ["PUT /api/employees/{id}"] = [Roles.Administrator],
        ["GET /api/log-level"] = [Roles.Administrator],
        ["PUT /api/log-level"] = [Roles.Administrator],
        ["GET /api/supervision/{interactionId}/last-words"] = [Roles.Supervisor],
        ["PUT /api/supervision"] = [Roles.Supervisor],
        ["POST /api/supervision/take-over"] = [Roles.Supervisor],
        ["DELETE /api/supervision"] = [Roles.Supervisor],
        ["GET /hubs/desk/negotiate"] = [Roles.Agent, Roles.Supervisor],
        ["GET /hubs/desk"] = [Roles.Agent, Roles.Supervisor],
        ["GET /hubs/floor/negotiate"] = [Roles.Supervisor, Roles.Administrator],
        ["GET /hubs/floor"] = [Roles.Supervisor, Roles.Administrator],
        ["GET /hubs/work/negotiate"] = [Roles.Agent],
        ["GET /hubs/work"] = [Roles.Agent],
        ["GET /openapi/{documentName}.json"] = Everybody,
    };

    [Fact]
    public void Every_endpoint_is_in_the_table_of_those_who_may()
    {
        var mapped = Endpoints().Select(endpoint => endpoint.Name).Except([.. Open, .. ForKeys]).Order().ToList();

        mapped.ShouldBe(Allowed.Keys.Order());
    }

    [Fact]
    public void Only_what_is_listed_as_open_is_open() => Endpoints()
        .Where(endpoint => endpoint.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        .Select(endpoint => endpoint.Name)
        .Order()
        .ShouldBe(Open.Order());

    [Fact]
    public async Task Nobody_gets_in_without_a_session()
    {
        using var browser = fixture.Server.OpenBrowser();
        await browser.FetchTokenAsync();
        foreach (var name in Allowed.Keys)
        {
            await Browser.ProblemOf(await RequestAsync(browser, name), HttpStatusCode.Unauthorized, "not-signed-in");
        }
    }

    [Fact]
    public async Task No_session_opens_what_is_for_keys()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync("admin");
        foreach (var name in ForKeys)
        {
            await Browser.ProblemOf(await RequestAsync(browser, name), HttpStatusCode.Unauthorized, "key-invalid");
        }
    }

    [Theory]
    [InlineData(Roles.Supervisor, "supervisor")]
    [InlineData(Roles.Administrator, "admin")]
    [InlineData(Roles.Agent, null)]
    public async Task A_role_gets_what_is_its_own_and_nothing_else(string role, string? login)
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(login ?? fixture.TakeAgent());
        foreach (var (name, roles) in Allowed.Where(entry => entry.Key != "DELETE /api/session"))
        {
            var response = await RequestAsync(browser, name);
            if (roles.Contains(role))
            {
                response.StatusCode.ShouldNotBeOneOf([HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden], name);
            }
            else
            {
                await Browser.ProblemOf(response, HttpStatusCode.Forbidden, "not-allowed");
            }
        }
    }

    private static Task<HttpResponseMessage> RequestAsync(Browser browser, string name)
    {
        var (method, path) = (name.Split(' ')[0], name.Split(' ')[1]);
        path = path.Replace("{documentName}", "v1", StringComparison.Ordinal)
            .Replace("{interactionId}", Guid.Empty.ToString("n"), StringComparison.Ordinal)
            .Replace("{language}", "ru", StringComparison.Ordinal)
            .Replace("{agentId}", Guid.Empty.ToString("n"), StringComparison.Ordinal)
            .Replace("{kind}", "no-such-kind", StringComparison.Ordinal)
            .Replace("{id}", Guid.Empty.ToString("n"), StringComparison.Ordinal);
        return browser.SendAsync(new HttpMethod(method), path, method == "GET" ? null : new { });
    }

    private IEnumerable<(string Name, RouteEndpoint Endpoint)> Endpoints() => fixture.Server.Services
        .GetRequiredService<EndpointDataSource>()
        .Endpoints
        .OfType<RouteEndpoint>()
        .SelectMany(endpoint => MethodsOf(endpoint).Select(method => (method + " " + PathOf(endpoint), endpoint)));

    private static string PathOf(RouteEndpoint endpoint)
    {
        var path = endpoint.RoutePattern.RawText!.TrimEnd('/');
        return path.StartsWith('/') || path.StartsWith('{') ? path : "/" + path;
    }

    // The endpoints of a hub name no method.
    private static IReadOnlyList<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
}

using System.Diagnostics;
using static Microsoft.Playwright.Assertions;

namespace CrmUms.EndToEnd.Tests;

/// <summary>The live floor shows what happens, without anybody asking, and says when it knows nothing.</summary>
public sealed class FloorTests(Instance instance) : EndToEndTest(instance)
{
    private const float ShownMax = 5_000;
    private const double StaleSeconds = 3;
    private const double RestartSeconds = 40;

    [Fact]
    public async Task A_supervisor_sees_a_call_and_that_the_server_is_gone()
    {
        var supervisor = await OpensPage("supervisor", withMicrophone: false);
        await supervisor.TrySignIn(AgentPage.Password);
        await supervisor.Click("nav-status");
        await supervisor.Sees("centre-status", "stale", "false");
        var (agent, caller) = await Talk();
        var call = supervisor.Page.GetByTestId("status-agents").Locator("[data-stage]");
        await Expect(call).ToHaveAttributeAsync("data-stage", "connected", new() { Timeout = ShownMax });
        await Expect(supervisor.Page.GetByTestId("waiting-express")).ToHaveTextAsync("0");

        Instance.HoldWatchdog();
        try
        {
            await Instance.KillServer();
            var since = Stopwatch.StartNew();
            await supervisor.Sees("centre-status", "stale", "true", StaleSeconds);
            since.Elapsed.ShouldBeLessThan(StaleSeconds.Seconds());
            await supervisor.Sees("status-stale");
        }
        finally
        {
            Instance.ReleaseWatchdog();
        }

        await Instance.ReadyAsync(RestartSeconds.Seconds());
        await supervisor.Sees("centre-status", "stale", "false", RestartSeconds);
        await Expect(call).ToHaveAttributeAsync("data-stage", "connected", new() { Timeout = ShownMax });
        await agent.Sees("banner", "kind", "none", RestartSeconds);
        await agent.HangUp();
        await caller.IsHungUp();
        await agent.FinishWrapUp();
        await Expect(call).ToHaveCountAsync(0, new() { Timeout = ShownMax });
    }

    [Fact]
    public async Task A_supervisor_opens_an_agents_day_and_from_it_a_call()
    {
        var supervisor = await OpensPage("supervisor", withMicrophone: false);
        await supervisor.TrySignIn(AgentPage.Password);
        await supervisor.Click("nav-status");
        var (agent, _) = await Talk();
        var interaction = await agent.InteractionInHand();

        await supervisor.Page.GetByText(AgentPage.AzizaName).ClickAsync();
        await supervisor.SeesText("agent-day-title", AgentPage.AzizaName);
        var calls = supervisor.Page.GetByTestId("day-call");
        await Expect(calls.Last).ToBeVisibleAsync();
        await agent.HangUp();
        await Expect(supervisor.Page.GetByTestId("day-totals").Locator("[data-status=wrapUp]")).ToBeVisibleAsync();

        await calls.Last.ClickAsync();
        await supervisor.SeesText("timeline", "Разговор начат");
        (await supervisor.FetchAsync($"/api/history/{interaction}")).Text("agentName").ShouldBe(AgentPage.AzizaName);

        await agent.ChooseResult("resolved");
        await agent.FinishWrapUp();
        await agent.Click("own-day");
        await Expect(agent.Page.GetByTestId("day-call").Last).ToBeVisibleAsync();
    }
}

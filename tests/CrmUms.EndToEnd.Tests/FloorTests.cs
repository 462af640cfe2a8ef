using System.Diagnostics;
using static Microsoft.Playwright.Assertions;

namespace CrmUms.EndToEnd.Tests;

/// <summary>The live floor shows what happens, without anybody asking, and says when it knows nothing any more.</summary>
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
}

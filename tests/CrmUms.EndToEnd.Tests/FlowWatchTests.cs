using System.Globalization;

namespace CrmUms.EndToEnd.Tests;

/// <summary>From the editor an administrator lets himself be called into a flow, and sees where callers are.</summary>
public sealed class FlowWatchTests(Instance instance) : EndToEndTest(instance)
{
    private const string Number = "1160";
    private const string Flow = "watched";
    private const string Queue = "watched";
    private const int MenuHertz = 1_300;

    [Fact]
    public async Task An_administrator_is_called_into_the_flow_and_sees_where_everybody_is()
    {
        var administrator = await SetsUp();
        var agent = await IsReady(AgentPage.Aziza);
        var administratorsPhone = StandsReadyOutside(Callee.PicksUp());
        await OpensLiveView(administrator);

        await administrator.Click("flow-test-call");
        await administrator.Page.GetByTestId("flow-test-call-number").FillAsync("90 111-22-33");
        await administrator.Click("flow-test-call-go");
        await administrator.SeesNot("flow-test-call-go");
        var called = await administratorsPhone.IsCalled();
        called.Call.Invite.Uri.ShouldContain("998901112233");
        await called.Hears(MenuHertz);
        var customer = await Dials(Number);
        await customer.Hears(MenuHertz);
        await SeesCallers(administrator, "menu", 2);

        await customer.Presses("1");
        await agent.SeesOffer();
        await SeesCallers(administrator, "queue", 1);
        await SeesCallers(administrator, "menu", 1);
        await agent.Answer();
        await BothHear(agent, customer);
        await SeesCallers(administrator, "queue", 0);
        await agent.HangUp();
        await customer.IsHungUp();
        await agent.FinishWrapUp();

        await called.Presses("1");
        await agent.SeesOffer();
        await agent.SeesText("caller-number", "11-22-33");
        await agent.Answer();
        await BothHear(agent, called);
        await agent.HangUp();
        await called.IsHungUp();
        await SeesCallers(administrator, "menu", 0);
    }

    [Fact]
    public async Task Whoever_walked_before_the_server_died_is_seen_when_it_is_back()
    {
        var administrator = await SetsUp();
        await OpensLiveView(administrator);
        var caller = await Dials(Number);
        await caller.Hears(MenuHertz);
        await SeesCallers(administrator, "menu", 1);

        var pid = Instance.ServerPid();
        await Instance.KillServer();
        await Instance.RestartedAsync(pid, 40.Seconds());

        await caller.Hears(MenuHertz);
        await SeesCallers(administrator, "menu", 1);
    }

    private async Task<AgentPage> SetsUp()
    {
        var administrator = await Administrates();
        await administrator.PutTone("choose-one", MenuHertz, 20, Instance.Output);
        await administrator.PutRule("queue", Queue, new { id = Queue, name = "Под присмотром" });
        await administrator.PutFlow(
            Flow,
            Number,
            new("menu", "menu",
                new
                {
                    prompts = new[] { "choose-one" }, timeoutSeconds = 30,
                    options = new[] { new { digit = "1", label = "Оператор" } },
                },
                ("1", "queue"), ("no-input", "queue"), ("no-match", "queue")),
            new("queue", "queue", new { queue = Queue }));
        return administrator;
    }

    private static async Task OpensLiveView(AgentPage administrator)
    {
        await administrator.Page.ReloadAsync();
        await administrator.Click("nav-flows");
        await administrator.Click($"flow-open-{Flow}");
        await administrator.Sees("flow-canvas");
        await administrator.Click("flow-live");
    }

    private static Task SeesCallers(AgentPage administrator, string node, int count) =>
        administrator.Sees($"flow-node-{node}", "callers", count.ToString(CultureInfo.InvariantCulture));
}

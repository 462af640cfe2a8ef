using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmUms.EndToEnd.Tests;

/// <summary>Another system: our softphone in its page, and what it is told while our server is killed.</summary>
public sealed class OtherSystemsTests(Instance instance) : EndToEndTest(instance)
{
    private const double RestartSeconds = 40;

    private static readonly string[] Told =
    [
        "interaction.arrived", "interaction.queued", "interaction.offered", "interaction.connected",
        "interaction.held", "interaction.resumed", "interaction.ended", "interaction.closed",
    ];

    [Fact]
    public async Task A_page_from_elsewhere_has_our_softphone_by_one_script_tag_and_takes_a_real_call()
    {
        using var foreign = new ForeignSystem(Instance.Home);
        var (computer, page, phone) = await OpensPageOfOthers();

        var caller = await Dials(Queues.Express);
        await Expect(page.Locator("#events")).ToContainTextAsync($"call-offered {Caller.Vip}");
        await page.Locator("#answer").ClickAsync();
        await caller.HearsAgent();
        await page.Locator("#hold").ClickAsync();
        await Expect(page.Locator("#events")).ToContainTextAsync("call-held");
        await caller.HearsMusic();
        await page.Locator("#resume").ClickAsync();
        await caller.HearsAgent();
        await page.Locator("#hang-up").ClickAsync();
        await caller.IsHungUp();
        await Expect(page.Locator("#events")).ToContainTextAsync("call-ended");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Instance.Output, "softphone.png") });

        (await CallEventsOf(page))
            .ShouldBe(["call-offered", "call-connected", "call-held", "call-resumed", "call-ended"]);
        await phone.GetByTestId("wrap-up-finish").ClickAsync();
        await SignsOut(computer);
        await computer.CloseAsync();
    }

    [Fact]
    public async Task A_page_from_elsewhere_silences_sends_digits_and_hands_the_call_on_and_hears_why_not()
    {
        using var foreign = new ForeignSystem(Instance.Home);
        var (computer, page, phone) = await OpensPageOfOthers();
        await page.Locator("#mute").ClickAsync();
        await Expect(page.Locator("#reply")).ToHaveTextAsync("Сейчас нет звонка");
        var caller = await Dials(Queues.Express);
        await Expect(page.Locator("#events")).ToContainTextAsync("call-offered");
        await page.Locator("#answer").ClickAsync();
        await caller.HearsAgent();

        await page.Locator("#mute").ClickAsync();
        await Expect(page.Locator("#events")).ToContainTextAsync("call-muted");
        await caller.HearsNoAgent();
        await page.Locator("#unmute").ClickAsync();
        await caller.HearsAgent();
        await page.Locator("#digits").FillAsync("42#");
        await page.Locator("#send-digits").ClickAsync();
        await caller.Call.Media.WaitForDigitsAsync("42#", 10.Seconds());
        await Transfers("queue", "no-such-queue");
        await Expect(page.Locator("#reply")).ToHaveTextAsync("Такой очереди больше нет");

        var directory = (await (await computer.APIRequest.GetAsync("/api/directory")).JsonAsync())!.Value;
        var aziza = await IsReady(AgentPage.Aziza);
        await Transfers("agent", directory.GetProperty("agents").EnumerateArray()
            .Single(agent => agent.Text("name") == AgentPage.AzizaName).Text("id")!);
        await Expect(page.Locator("#reply")).ToHaveTextAsync("accepted");
        await aziza.SeesOffer();
        await aziza.Answer();
        await BothHear(aziza, caller);

        await Expect(page.Locator("#events")).ToContainTextAsync("call-ended");
        (await CallEventsOf(page)).ShouldBe(
        [
            "call-offered", "call-connected", "call-muted", "call-unmuted", "call-transferring", "call-ended",
        ]);
        await aziza.HangUp();
        await phone.GetByTestId("wrap-up-finish").ClickAsync();
        await SignsOut(computer);
        await computer.CloseAsync();

        async Task Transfers(string kind, string to)
        {
            await page.Locator("#kind").SelectOptionAsync(kind);
            await page.Locator("#to").FillAsync(to);
            await page.Locator("#transfer").ClickAsync();
        }
    }

    [Fact]
    public async Task What_happens_while_the_server_is_killed_is_told_in_order_and_nothing_is_lost()
    {
        using var foreign = new ForeignSystem(Instance.Home);
        var administrator = await Administrates();
        var (status, saved) = await administrator.SendAsync("POST", "/api/web-hooks", new
        {
            name = "CRM", url = ForeignSystem.WebHook.ToString(), types = Told, isEnabled = true, newSecret = false,
        });
        status.ShouldBe(200);
        var hook = saved.GetProperty("item").Text("id");

        var (agent, caller) = await Talk();
        var interaction = await agent.InteractionInHand();
        var pid = Instance.ServerPid();
        await Instance.KillServer();
        var waiting = await Dials(Queues.Express, "+998900000001"); // He comes while nobody is there.
        await Instance.RestartedAsync(pid, RestartSeconds.Seconds());
        await agent.Sees("banner", "kind", "none", RestartSeconds);
        await agent.Click("hold");
        await agent.SeesStage("held");
        await agent.Click("resume");
        await agent.SeesStage("connected");
        await caller.HangUp();
        await agent.SeesStage("wrapping-up");
        await waiting.HangUp();
        await agent.FinishWrapUp();

        await Waiting.UntilAsync(
            () => TypesOf(foreign, interaction).Contains("interaction.closed"), 15.Seconds(),
            () => $"the end to be told; {string.Join(' ', TypesOf(foreign, interaction))}");
        TypesOf(foreign, interaction).ShouldBe(
        [
            "interaction.arrived", "interaction.queued", "interaction.offered", "interaction.connected",
            "interaction.held", "interaction.resumed", "interaction.ended", "interaction.closed",
        ]);
        var all = EventsOf(foreign);
        var sequences = all.Select(told => told.GetProperty("sequence").GetInt64()).Distinct().ToList();
        sequences.ShouldBeInOrder();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"kill -9: {sequences.Count} events in {foreign.Deliveries.Count} deliveries, 0 lost, 0 out of order, "
            + $"{all.Count - sequences.Count} told twice");
        (await administrator.SendAsync("DELETE", $"/api/web-hooks/{hook}")).Status.ShouldBe(204);
    }

    [Fact]
    public async Task An_administrator_gives_a_key_and_a_web_hook_and_takes_the_key_back()
    {
        using var foreign = new ForeignSystem(Instance.Home);
        var administrator = await Administrates();
        var page = administrator.Page;
        await administrator.Click("nav-admin");
        await administrator.Click("section-api-keys");
        await administrator.Click("new-item");
        await page.Locator("#key-name").FillAsync("CRM");
        await page.GetByText("следить за событиями").ClickAsync();
        await page.Locator(".ant-modal-footer .ant-btn-primary").ClickAsync();
        var key = await administrator.Reads("shown-once");
        await administrator.Click("shown-once-close");
        (await Instance.Office.AskWithKeyAsync(key)).ShouldBe(200);

        await administrator.Click("revoke");
        await page.Locator(".ant-popconfirm-buttons .ant-btn-primary").ClickAsync();
        await Expect(page.GetByTestId("revoke")).ToHaveCountAsync(0);
        (await Instance.Office.AskWithKeyAsync(key)).ShouldBe(401);

        await administrator.Click("section-web-hooks");
        await administrator.Click("new-item");
        await page.Locator("#hook-name").FillAsync("CRM");
        await page.Locator("#hook-url").FillAsync(ForeignSystem.WebHook.ToString());
        await page.Locator(".ant-modal-footer .ant-btn-primary").ClickAsync();
        await administrator.Click("shown-once-close");
        await administrator.Click("test");
        await Waiting.UntilAsync(() => foreign.Deliveries.Count > 0, 10.Seconds(), () => "the test to come");
        await page.GetByTestId("web-hook").Locator(".ant-btn-color-dangerous").ClickAsync();
        await page.Locator(".ant-popconfirm-buttons .ant-btn-primary").Last.ClickAsync();
        await Expect(page.GetByTestId("web-hook")).ToHaveCountAsync(0);
    }

    /// <summary>Bobur signs in to the telephone in a page of others, and that page makes him ready.</summary>
    private async Task<(IBrowserContext Computer, IPage Page, IFrameLocator Phone)> OpensPageOfOthers()
    {
        var computer = await Instance.Browser.NewComputerAsync();
        var page = await computer.NewPageAsync();
        await page.GotoAsync(Instance.Ports.Foreign.ToString());
        var phone = page.FrameLocator("crmums-softphone iframe");
        await phone.GetByTestId("sign-in-login").FillAsync(AgentPage.Bobur);
        await phone.GetByTestId("sign-in-password").FillAsync(AgentPage.Password);
        await phone.GetByTestId("sign-in-submit").ClickAsync();
        await phone.GetByTestId("audio-setup-done").ClickAsync();
        await Expect(phone.GetByTestId("status")).ToHaveAttributeAsync("data-audio", "open");
        await page.Locator("#ready").ClickAsync();
        await Expect(page.Locator("#events")).ToContainTextAsync("agent-state ready");
        return (computer, page, phone);
    }

    private static async Task<IReadOnlyList<string>> CallEventsOf(IPage page) =>
    [
        .. from line in await page.Locator("#events li").AllInnerTextsAsync()
           where line.StartsWith("call-", StringComparison.Ordinal)
           select line.Split(' ')[0],
    ];

    private static List<JsonElement> EventsOf(ForeignSystem foreign) =>
        [.. foreign.Deliveries.SelectMany(body => JsonDocument.Parse(body).RootElement.GetProperty("events")
            .EnumerateArray())];

    private static List<string> TypesOf(ForeignSystem foreign, string interaction) =>
    [
        .. EventsOf(foreign)
            .Where(told => told.Text("interactionId") == interaction)
            .DistinctBy(told => told.GetProperty("sequence").GetInt64())
            .Select(told => told.Text("type")!),
    ];

    private static async Task SignsOut(IBrowserContext computer)
    {
        var token = (await (await computer.APIRequest.GetAsync("/api/antiforgery")).JsonAsync())!.Value;
        await Waiting.UntilAsync(
            async () => (await computer.APIRequest.DeleteAsync("/api/session", new()
            {
                Headers = [new("X-XSRF-TOKEN", token.Text("token")!)],
            })).Status is 204 or 401,
            10.Seconds(),
            () => "to be signed out");
    }
}

using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmUms.EndToEnd.Tests;

/// <summary>
/// A supervisor sees everything that waits or is in work, and says who has it next; an agent sees who waits in his
/// queues, and takes whom he chooses.
/// </summary>
public sealed class WorkListTests(Instance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task The_second_of_two_callers_is_given_to_an_agent_who_is_offered_him_first()
    {
        var agent = await SignsIn(AgentPage.Aziza);
        var first = await Dials(Queues.Express, "+998900000001");
        await first.HearsMusic();
        var second = await Dials(Queues.Express, "+998900000002");
        await second.HearsMusic();
        var supervisor = await Supervises();
        await supervisor.Click("work-tab");
        await supervisor.Click("work-filter-queue");
        await Expect(Rows(supervisor)).ToHaveCountAsync(2);

        await supervisor.Page.GetByTestId("filter-text").FillAsync("00 00 02");
        await Expect(Rows(supervisor)).ToHaveCountAsync(1);
        await supervisor.Page.GetByTestId("filter-text").FillAsync("");
        await GivesTo(supervisor, "00-02", AgentPage.AzizaName);
        await Expect(Row(supervisor, "00-02")).ToHaveAttributeAsync("data-state", "assigned");

        await agent.Click("ready-button");
        await agent.SeesOffer();
        await agent.SeesText("caller-number", "00-02");
        var interaction = await agent.InteractionInHand();
        await supervisor.Click("work-filter-all");
        await Expect(Row(supervisor, "00-02")).ToHaveAttributeAsync("data-state", "offered");
        await agent.Answer();
        await BothHear(agent, second);
        await GivesTo(supervisor, "00-01", AgentPage.AzizaName);
        await Expect(supervisor.Page.GetByText("оператор занят звонком")).ToBeVisibleAsync();

        await agent.HangUp();
        await agent.FinishWrapUp();
        await agent.SeesOffer();
        await agent.SeesText("caller-number", "00-01");
        await agent.Answer();
        await agent.HangUp();
        await supervisor.Click("work-filter-queue");
        var detail = await Instance.Office.DetailAsync(interaction);
        detail.Happenings().ShouldContain("caller-assigned");
        detail.GetProperty("decision").GetProperty("grounds").Text("personal").ShouldBe("assigned");
    }

    [Fact]
    public async Task A_caller_is_taken_out_of_the_line_and_what_is_seen_becomes_a_file()
    {
        var caller = await Dials(Queues.Express, "+998900000003");
        await caller.HearsMusic();
        var supervisor = await Supervises();
        await supervisor.Click("work-tab");

        await supervisor.Click("export");
        var file = await supervisor.Page.RunAndWaitForDownloadAsync(
            () => supervisor.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Вся работа" }).ClickAsync());
        file.SuggestedFilename.ShouldEndWith(".xlsx");
        await Chooses(supervisor, "00-03");
        await supervisor.Click("callers-move");
        await supervisor.Page.GetByText("Завершить звонок").ClickAsync();
        await supervisor.Page.Locator("#sure").ClickAsync();

        await caller.IsHungUp();
        await Expect(Rows(supervisor)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_agent_takes_the_second_of_two_callers_to_himself_and_talks_with_him_at_once()
    {
        var agent = await SignsIn(AgentPage.Aziza);
        var first = await Dials(Queues.Express, "+998900000004");
        await first.HearsMusic();
        var second = await Dials(Queues.Express, "+998900000005");
        await second.HearsMusic();
        await agent.Click("tab-work");
        await agent.Sees("own-work", "stale", "false");
        await Expect(Rows(agent)).ToHaveCountAsync(2);

        await Row(agent, "00-05").GetByText("Взять себе").ClickAsync();

        await agent.SeesStage("connected");
        await agent.SeesText("caller-number", "00-05");
        await BothHear(agent, second);
        await first.HearsMusic();
        var interaction = await agent.InteractionInHand();
        await agent.Click("tab-work");
        await agent.Click("work-filter-mine");
        await Expect(Row(agent, "00-05")).ToHaveAttributeAsync("data-state", "connected");
        await agent.HangUp();
        await agent.FinishWrapUp();
        await agent.SeesOffer();
        await agent.SeesText("caller-number", "00-04");
        await agent.Answer();
        await agent.HangUp();
        await agent.FinishWrapUp();
        var detail = await Instance.Office.DetailAsync(interaction);
        detail.Happenings().ShouldContain("caller-picked");
        detail.GetProperty("decision").GetProperty("grounds").Text("personal").ShouldBe("picked");
    }

    private static async Task GivesTo(AgentPage supervisor, string number, string agent)
    {
        await Chooses(supervisor, number);
        await supervisor.Click("work-give");
        await supervisor.Page.Keyboard.TypeAsync(agent);
        await supervisor.Press("Enter");
    }

    private static Task Chooses(AgentPage supervisor, string number) =>
        Row(supervisor, number).Locator("input[type=checkbox]").CheckAsync();

    private static ILocator Rows(AgentPage supervisor) =>
        supervisor.Page.GetByTestId("work").Locator("[data-state]");

    private static ILocator Row(AgentPage supervisor, string number) =>
        Rows(supervisor).Filter(new() { HasText = number });
}

using System.Text.Json;
using static Microsoft.Playwright.Assertions;

namespace CrmUms.EndToEnd.Tests;

public sealed class StoryTests(Instance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task A_customer_is_greeted_answered_served_recorded_and_kept()
    {
        var agent = await IsReady(AgentPage.Aziza);
        var caller = await Dials(Queues.Support);
        await caller.IsAnswered();

        await SeesWhoCallsBeforeAnswering(agent);
        await HearsGreetingThenMusic(caller);
        await agent.Answer();
        await BothHear(agent, caller);
        await caller.TalksOn();
        await MutesAndHolds(agent, caller);

        await agent.Click("dtmf");
        await agent.Click("dtmf-5");
        await agent.Click("dtmf-hash");
        await caller.Call.Media.WaitForDigitsAsync("5#", 10.Seconds());
        await BothHear(agent, caller);

        var interaction = await agent.InteractionInHand();
        await agent.HangUp();
        await caller.IsHungUp();
        await agent.SeesStatus("wrapUp");
        var topic = await WrapsUp(agent);
        await agent.SeesStatus("ready");

        var row = await StandsInHistory(agent, interaction, topic);
        await PlaysInThePage(agent, interaction);
        (await RecordedTalk.OfAsync(agent, row, Instance.Output)).EachShouldStandOnHisChannel();
    }

    [Fact]
    public async Task An_agent_answers_and_ends_a_call_with_keys_alone()
    {
        var agent = await OpensPage(AgentPage.Aziza);
        await Expect(agent.Page.GetByTestId("sign-in-login")).ToBeFocusedAsync();
        await agent.Page.Keyboard.TypeAsync(AgentPage.Aziza);
        await agent.Press("Tab");
        await agent.Page.Keyboard.TypeAsync(AgentPage.Password);
        await agent.Press("Enter");
        await agent.Sees("audio-setup");
        await agent.Press("Escape");
        await agent.SeesNot("audio-setup");
        await agent.Sees("status", "audio", "open");
        await agent.Uses("Alt+R");
        await agent.SeesStatus("ready");

        var caller = await Dials(Queues.Express);
        await agent.SeesOffer();
        await agent.Uses("F2");
        await BothHear(agent, caller);
        await agent.Uses("F8");
        await caller.HearsSilence();
        await agent.Uses("F8");
        await caller.HearsAgent();
        await agent.Uses("F4");
        await agent.SeesStage("held");
        await caller.HearsMusic();
        await agent.Uses("F4");
        await caller.HearsAgent();
        await agent.Uses("F9");
        await agent.Press("7");
        await caller.Call.Media.WaitForDigitsAsync("7", 10.Seconds());
        await agent.Uses("Alt+H");
        await caller.IsHungUp();
        await agent.SeesStatus("wrapUp");
        await agent.Press("Control+Enter");
        await agent.SeesStatus("ready");
    }

    private static async Task SeesWhoCallsBeforeAnswering(AgentPage agent)
    {
        await agent.SeesOffer(20);
        await agent.SeesText("caller-number", "90 123");
        await agent.SeesText("caller-full-name", "Юсупов Тимур Рашидович");
        await agent.SeesText("caller-name", "Тимур");
        await agent.Sees("caller-vip");
        await agent.Sees("caller-manager");
    }

    private async Task HearsGreetingThenMusic(Caller caller)
    {
        await caller.HearsMusic();
        var prompt = Path.Combine(Instance.Folder, "asterisk", "data", "sounds", "ru", "crmums-greeting.wav");
        caller.LikenessOfHeard(prompt).ShouldBeGreaterThan(0.9, "the greeting was not heard");
    }

    private static async Task MutesAndHolds(AgentPage agent, Caller caller)
    {
        await agent.Click("mute");
        await caller.HearsSilence();
        await agent.Sees("muted");
        await agent.Click("unmute");
        await caller.HearsAgent();

        await agent.Click("hold");
        await agent.SeesStage("held");
        await caller.HearsMusic();
        await caller.HearsNoAgent();
        await agent.HearsNoCustomer();
        await agent.Click("resume");
        await agent.SeesStage("connected");
        await BothHear(agent, caller);
    }

    private static async Task<string> WrapsUp(AgentPage agent)
    {
        var options = await agent.FetchAsync("/api/desk/options");
        var topic = options.GetProperty("topics").EnumerateArray().Last(topic => topic.Text("parentId") is not null);
        await agent.ChooseTopic(topic.GetProperty("names").Text("ru")!);
        await agent.ChooseResult("resolved");
        await agent.WriteNote("Перезвонить не нужно: «вопрос» решён");
        await agent.FinishWrapUp();
        return topic.Text("id")!;
    }

    private async Task<JsonElement> StandsInHistory(AgentPage agent, string interaction, string topic)
    {
        var row = agent.HistoryRow(interaction);
        await Expect(row).ToBeVisibleAsync();
        await Expect(row).ToHaveAttributeAsync("data-ending", "agent-hung-up");
        await Expect(row).ToContainTextAsync("Юсупов Тимур Рашидович");
        await Expect(row).ToContainTextAsync("Перезвонить не нужно");

        var kept = await Instance.Office.KeptAsync(interaction, HasRecording);
        kept.Text("ending").ShouldBe("agentHungUp");
        kept.Text("agentName").ShouldBe(AgentPage.AzizaName);
        kept.Text("queueName").ShouldNotBeNullOrEmpty();
        kept.Text("topic").ShouldBe(topic);
        kept.Text("result").ShouldBe("resolved");
        kept.Number("waitSeconds").ShouldNotBeNull().ShouldBeInRange(1, 60);
        kept.Number("talkSeconds").ShouldNotBeNull().ShouldBeInRange(1, 60);
        kept.Number("wrapUpSeconds").ShouldNotBeNull().ShouldBeInRange(0, 60);
        return kept;
    }

    private static async Task PlaysInThePage(AgentPage agent, string interaction)
    {
        var play = agent.HistoryRow(interaction).GetByTestId("play");
        await Expect(play).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await play.ClickAsync();
        await agent.Sees("player-wave", "ready", "true");
        await agent.Sees("player-toggle", "playing", "true");
        var before = await agent.Reads("player-time");
        await Waiting.UntilAsync(
            async () => await agent.Reads("player-time") != before,
            5.Seconds(),
            () => "the recording to go on playing");
        await agent.Click("player-close");
    }
}

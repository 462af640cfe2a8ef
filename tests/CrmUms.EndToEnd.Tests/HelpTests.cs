using System.Globalization;
using CrmUms.SipPhone.Audio;
using static Microsoft.Playwright.Assertions;

namespace CrmUms.EndToEnd.Tests;

/// <summary>An agent needs help in a talk, and knows how well he is heard.</summary>
public sealed class HelpTests(Instance instance) : EndToEndTest(instance)
{
    private const string Usual = "Клиент недоволен";

    [Fact]
    public async Task One_key_and_a_reason_bring_a_supervisor_who_has_heard_what_was_said()
    {
        var (agent, caller) = await Talk();
        var interaction = await agent.InteractionInHand();
        var supervisor = await Supervises();
        await supervisor.Click("nav-history"); // Wherever he is in the page, he hears of it.

        await agent.Uses("Alt+S");
        await agent.Sees("help-why");
        await agent.Press("1");
        await agent.Sees("help-asked", "helper", "");

        await supervisor.SeesText("help-card-reason", Usual);
        await supervisor.SeesText("help-card-client", "Экспресс");
        await supervisor.Click("help-client-card");
        await supervisor.SeesText("client-card", "Юсупов Тимур Рашидович");
        await LastWordsHoldBoth(supervisor, interaction);
        await supervisor.Click("last-words");
        await supervisor.Sees("last-words-audio");
        await supervisor.Click("help-whisper");

        await agent.Sees("help-asked", "helper", "Дильноза Юлдашева");
        await agent.Hears(Tones.Supervisor);
        await caller.HearsNo(Tones.Supervisor);

        await supervisor.Click("supervision-leave");
        await supervisor.SeesNot("help-card-reason");
        await agent.SeesNot("help-asked");
        await agent.HangUp();
        var kinds = await KindsInTimeline(interaction);
        kinds.ShouldContain("help-asked");
        kinds.ShouldContain("talk-supervised");
    }

    [Fact]
    public async Task Who_needs_no_help_any_more_takes_it_back_and_its_end_is_the_end_of_the_talk_too()
    {
        var (agent, caller) = await Talk();
        var supervisor = await Supervises();

        await agent.Uses("Alt+S");
        await Expect(agent.Page.GetByTestId("help-reason")).ToBeFocusedAsync();
        await agent.Page.Keyboard.TypeAsync("Спрашивает про договор");
        await agent.Press("Enter");
        await supervisor.SeesText("help-card-reason", "Спрашивает про договор");
        await agent.Sees("help-asked");
        await agent.Uses("Alt+S");
        await supervisor.SeesNot("help-card-reason");
        await agent.SeesNot("help-asked");

        await agent.Uses("Alt+S");
        await agent.Sees("help-why");
        await agent.Press("2");
        await supervisor.Sees("help-card-reason");
        await caller.HangUp();
        await supervisor.SeesNot("help-card-reason");
        await agent.SeesStage("wrapping-up");
    }

    [Fact]
    public async Task How_well_a_talk_is_heard_stands_in_the_page_and_is_kept_with_the_interaction()
    {
        var (agent, _) = await Talk();
        var interaction = await agent.InteractionInHand();

        await agent.Sees("quality", "grade", "good", seconds: 20);
        var mos = double.Parse((await agent.ReadsState("quality", "mos"))!, CultureInfo.InvariantCulture);
        mos.ShouldBeInRange(4.0, 4.5);
        await agent.HangUp();
        await agent.SeesNot("quality");
        await agent.ChooseResult("resolved");
        await agent.FinishWrapUp();

        var kept = (await Instance.Office.DetailAsync(interaction)).GetProperty("timeline").EnumerateArray()
            .Single(entry => entry.Text("kind") == "talk-quality-measured").GetProperty("detail")
            .GetProperty("quality");
        kept.Number("mos").ShouldNotBeNull().ShouldBeInRange(4.0, 4.5);
        kept.Number("loss").ShouldNotBeNull().ShouldBeLessThan(0.02);
        kept.Number("seconds").ShouldNotBeNull().ShouldBeGreaterThan(0);
        await agent.OpensHistoryOf(interaction);
        await agent.SeesText("timeline", "MOS 4");
    }

    private async Task LastWordsHoldBoth(AgentPage supervisor, string interaction)
    {
        var file = Path.Combine(Instance.Output, $"last-words-{interaction}.wav");
        await supervisor.DownloadAsync($"/api/supervision/{interaction}/last-words", file);
        var heard = await Tones.DecodeAsync(file);
        double Level(int hertz, int channel) =>
            ToneMeter.Level(heard.Channels[channel].AsSpan()[^(heard.Rate / 2)..], heard.Rate, hertz);
        Level(Tones.Customer, 0).ShouldBeGreaterThan(Tones.HeardDbfs);
        Level(Tones.Agent, 1).ShouldBeGreaterThan(Tones.HeardDbfs);
        Level(Tones.Agent, 0).ShouldBeLessThan(Level(Tones.Customer, 0) - 30);
    }

    private async Task<List<string?>> KindsInTimeline(string interaction) =>
        [.. (await Instance.Office.DetailAsync(interaction)).GetProperty("timeline").EnumerateArray()
            .Select(entry => entry.Text("kind"))];
}

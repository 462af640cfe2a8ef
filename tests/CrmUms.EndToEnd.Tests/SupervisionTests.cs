using System.Text.Json;

namespace CrmUms.EndToEnd.Tests;

/// <summary>A supervisor in a live talk, in real browsers: tones tell who hears whom.</summary>
public sealed class SupervisionTests(Instance instance) : EndToEndTest(instance)
{
    private const string DilnozaName = "Дильноза Юлдашева";

    [Fact]
    public async Task A_supervisor_listens_whispers_barges_and_leaves()
    {
        var (agent, caller) = await Talk();
        var interaction = await agent.InteractionInHand();
        var supervisor = await Supervises();

        await supervisor.Click($"listen-{interaction}");
        await supervisor.Hears(Tones.Customer);
        await supervisor.Hears(Tones.Agent);
        await agent.Sees("supervised", "mode", "listen");
        await agent.HearsNo(Tones.Supervisor);
        await caller.HearsNo(Tones.Supervisor);

        await supervisor.Click("mode-whisper");
        await agent.Hears(Tones.Supervisor);
        await caller.HearsNo(Tones.Supervisor);
        await supervisor.Hears(Tones.Customer);

        await supervisor.Click("mode-barge");
        await caller.Hears(Tones.Supervisor);
        await BothHear(agent, caller);

        await supervisor.Click("supervision-leave");
        await supervisor.SeesNot("supervision");
        await caller.HearsNo(Tones.Supervisor);
        await supervisor.HearsNo(Tones.Customer);
        await BothHear(agent, caller);
        await agent.HangUp();
    }

    [Fact]
    public async Task A_supervisor_stays_in_the_talk_when_the_agent_holds_and_reloads_and_is_let_out_at_its_end()
    {
        var (agent, caller) = await Talk();
        var interaction = await agent.InteractionInHand();
        var supervisor = await Supervises();
        await supervisor.Click($"listen-{interaction}");
        await supervisor.Click("mode-whisper");
        await agent.Hears(Tones.Supervisor);

        await agent.Click("hold");
        await agent.SeesStage("held");
        await agent.Hears(Tones.Supervisor);
        await agent.Click("resume");
        await agent.SeesStage("connected");
        await supervisor.Hears(Tones.Customer);

        await agent.ReloadPage();
        await agent.HearsCustomer(10);
        await agent.Hears(Tones.Supervisor);
        await supervisor.Hears(Tones.Customer);
        await caller.HearsNo(Tones.Supervisor);

        await agent.HangUp();
        await supervisor.SeesNot("supervision");
    }

    [Fact]
    public async Task A_supervisor_takes_the_talk_over_and_the_agent_records_his_result()
    {
        var (agent, caller) = await Talk();
        var interaction = await agent.InteractionInHand();
        var supervisor = await Supervises();
        await supervisor.Click($"listen-{interaction}");
        await supervisor.Hears(Tones.Customer);

        await supervisor.Click("take-over");
        await supervisor.Click("take-over-sure");

        await caller.Hears(Tones.Supervisor);
        await supervisor.Hears(Tones.Customer);
        await caller.HearsNoAgent();
        await caller.TalksOn();
        await agent.SeesStage("wrapping-up");
        await agent.ChooseResult("resolved");
        await agent.FinishWrapUp();
        await supervisor.Click("nav-desk");
        await supervisor.HangUp();
        await caller.IsHungUp();
        var kept = await Instance.Office.KeptAsync(interaction, HasRecording);
        kept.Text("ending").ShouldBe("agentHungUp");
        kept.Text("agentName").ShouldBe(DilnozaName);
        await agent.OpensHistoryOf(interaction); // It was his: it comes into his history by itself.
        await agent.Sees("timeline");
        await PlayerShowsWhoSpokeWhen(agent, kept);
    }

    private async Task PlayerShowsWhoSpokeWhen(AgentPage agent, JsonElement kept)
    {
        var lanes = await ShownLanes.OpenAsync(agent, kept, Instance.Output);
        (await lanes.WhoAsync()).ShouldBe(
            ["client ", $"agent {AgentPage.AzizaName}", $"supervisor {DilnozaName}", "line "]);
        var before = await lanes.SpanAsync(AgentPage.AzizaName, "talks");
        var listened = await lanes.SpanAsync(DilnozaName, "listens");
        var after = await lanes.SpanAsync(DilnozaName, "talks");
        listened.From.ShouldBeInRange(before.From, before.To);
        (listened.To, after.From).ShouldBe((before.To, before.To));
        lanes.IsHeard(Tones.Agent, before.To - 1.5, before.To);
        lanes.IsHeard(Tones.Supervisor, after.From, after.From + 1.5);

        await lanes.MarksWhenJumpedTo(DilnozaName, "talks", "client", "supervisor");
        await lanes.MarksWhenJumpedTo(AgentPage.AzizaName, "talks", "client", "agent");
        await agent.Page.ScreenshotAsync(new() { Path = Path.Combine(Instance.Output, "lanes.png") });
        await lanes.MarksAfterKey("End"); // Nobody any more: it is over.
        await lanes.MarksAfterKey("Home", "client", "line");
    }

    [Fact]
    public async Task A_supervisor_takes_the_client_by_keys_while_the_agent_asks_a_colleague_who_is_let_go()
    {
        var (agent, caller) = await Talk();
        var interaction = await agent.InteractionInHand();
        var colleague = await ColleagueIsReady();
        var supervisor = await Supervises();
        await supervisor.Click($"listen-{interaction}");
        await supervisor.Hears(Tones.Customer);
        await agent.Reaches(AgentPage.ConsultKey, "Бобур");
        await colleague.SeesOffer();
        await colleague.Answer();
        await agent.Hears(Tones.Colleague);
        await caller.HearsMusic();

        await supervisor.Press("Alt+T");
        await supervisor.Sees("take-over-sure");
        await supervisor.Press("Alt+T");

        await caller.Hears(Tones.Supervisor);
        await supervisor.Hears(Tones.Customer);
        await colleague.HearsNo(Tones.Agent);
        await colleague.Sees("ended-talk");
        await agent.SeesStage("wrapping-up");
        await agent.HearsNoCustomer();
        await agent.FinishWrapUp();
        await supervisor.Click("nav-desk");
        await supervisor.HangUp();
        await caller.IsHungUp();
    }

    [Fact]
    public async Task A_supervisor_takes_the_agents_place_in_a_conference_and_the_others_talk_on()
    {
        var (agent, caller) = await Talk();
        var interaction = await agent.InteractionInHand();
        var colleague = await ColleagueIsReady();
        var supervisor = await Supervises();
        await supervisor.Click($"listen-{interaction}");
        await agent.Reaches(AgentPage.ConsultKey, "Бобур");
        await colleague.SeesOffer();
        await colleague.Answer();
        await agent.Hears(Tones.Colleague);
        await agent.Uses("Alt+J");
        await agent.SeesStage("conference");
        await caller.Hears(Tones.Colleague);
        await supervisor.Hears(Tones.Colleague);

        await supervisor.Press("Alt+T");
        await supervisor.Sees("take-over-sure");
        await supervisor.Press("Alt+T");

        await caller.Hears(Tones.Supervisor);
        await caller.Hears(Tones.Colleague);
        await colleague.Hears(Tones.Supervisor);
        await supervisor.Hears(Tones.Customer);
        await caller.HearsNoAgent();
        await agent.SeesStage("wrapping-up");
        await agent.FinishWrapUp();
        await supervisor.Click("nav-desk");
        await supervisor.HangUp();
        await caller.IsHungUp();
        await colleague.Sees("ended-talk");
    }
}

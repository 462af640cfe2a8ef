using System.Text.Json;

namespace CrmUms.EndToEnd.Tests;

/// <summary>A client is handed on, asked about, shared: tones tell who hears whom at every step.</summary>
public sealed class HandingOnTests(Instance instance) : EndToEndTest(instance)
{
    private const string Note = "Просит перевыпуск SIM, паспорт проверен";
    private static readonly TimeSpan GapMax = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task A_client_is_handed_to_a_colleague_with_a_note_and_both_keep_the_call()
    {
        var (aziza, caller) = await Talk();
        var bobur = await ColleagueIsReady();
        var interaction = await aziza.InteractionInHand();

        await aziza.Reaches(AgentPage.TransferKey, "Бобур", Note);
        await aziza.SeesStage("transferring");
        await caller.HearsMusic();
        await bobur.SeesOffer();
        await bobur.SeesText("hand-over", AgentPage.AzizaName);
        await bobur.SeesText("hand-over-note", Note);
        await bobur.Answer();

        await caller.Hears(Tones.Colleague);
        await bobur.HearsCustomer();
        await caller.HearsNoAgent();
        await aziza.HearsNoCustomer();
        await aziza.SeesStage("wrapping-up");
        await aziza.ChooseResult("passed-on");
        await aziza.FinishWrapUp();
        await bobur.HangUp();
        await caller.IsHungUp();
        await bobur.FinishWrapUp();

        (await Instance.Office.KeptAsync(interaction)).Text("agentName").ShouldBe(AgentPage.BoburName);
        await aziza.OpensHistoryOf(interaction);
        await aziza.Sees("timeline");
        await bobur.HistoryRow(interaction).WaitForAsync();
    }

    [Fact]
    public async Task A_colleague_is_asked_joins_and_stays_and_the_client_hears_no_gap()
    {
        var (aziza, caller) = await Talk();
        var bobur = await ColleagueIsReady();
        var interaction = await aziza.InteractionInHand();

        await aziza.Reaches(AgentPage.ConsultKey, "Бобур");
        await aziza.SeesStage("consulting");
        await caller.HearsMusic();
        await bobur.SeesOffer();
        await bobur.Answer();
        await aziza.Hears(Tones.Colleague);
        await bobur.Hears(Tones.Agent);
        await bobur.HearsNoCustomer();
        await caller.HearsNoAgent();

        await aziza.Uses("Alt+J");
        await aziza.SeesStage("conference");
        await caller.HearsAgent();
        await caller.Hears(Tones.Colleague);
        await bobur.HearsCustomer();
        await aziza.HearsCustomer();
        await caller.TalksOn();

        await aziza.Uses("Alt+L");
        await aziza.SeesStage("wrapping-up");
        await caller.HearsNoAgent();
        await caller.Hears(Tones.Colleague);
        await bobur.HearsCustomer();
        await bobur.SeesStage("connected");
        await caller.TalksOn();

        var gaps = caller.HeardOf(Tones.Agent, Tones.Colleague).Gaps;
        foreach (var gap in gaps)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"no voice at {gap.At.TotalSeconds:F2} s for {gap.Length.TotalMilliseconds:F0} ms, " +
                $"nothing at all for the last {gap.QuietBeforeVoice.TotalMilliseconds:F0} ms of it");
        }

        // The longest is the consultation, with music; at its end nobody may wait for a voice.
        gaps[0].QuietBeforeVoice.ShouldBeLessThan(GapMax);
        gaps.Skip(1).ShouldAllBe(gap => gap.Length < GapMax);
        await bobur.HangUp();
        await caller.IsHungUp();
        await bobur.FinishWrapUp();
        await aziza.FinishWrapUp();
        await PlayerShowsConsultationAndConference(
            bobur, await Instance.Office.KeptAsync(interaction, HasRecording));
    }

    // The consultation is not in the client's recording: he heard music.
    private async Task PlayerShowsConsultationAndConference(AgentPage bobur, JsonElement kept)
    {
        var lanes = await ShownLanes.OpenAsync(bobur, kept, Instance.Output);
        (await lanes.WhoAsync()).ShouldBe(
            ["client ", $"agent {AgentPage.AzizaName}", $"agent {AgentPage.BoburName}", "line "]);
        var alone = await lanes.SpanAsync(AgentPage.AzizaName, "talks");
        var hold = await lanes.SpanAsync("", "hold");
        var joined = await lanes.SpanAsync(AgentPage.BoburName, "talks");
        (hold.From, hold.To).ShouldBe((alone.To, joined.From));
        lanes.IsHeard(Tones.Agent, alone.From, alone.To);
        lanes.IsHeard(Tones.Colleague, joined.From, joined.To);
        await lanes.MarksWhenJumpedTo("", "hold", "client", "line");
        await lanes.MarksWhenJumpedTo(AgentPage.BoburName, "talks", "client", "agent", "agent");
        await bobur.Page.ScreenshotAsync(new() { Path = Path.Combine(Instance.Output, "lanes-conference.png") });
    }

    [Fact]
    public async Task Who_asks_talks_with_one_and_the_other_in_turn_and_comes_back_to_the_client()
    {
        var (aziza, caller) = await Talk();
        var bobur = await ColleagueIsReady();
        await aziza.Reaches(AgentPage.ConsultKey, "Бобур");
        await bobur.SeesOffer();
        await bobur.Answer();
        await aziza.Hears(Tones.Colleague);

        await aziza.Uses("Alt+W");
        await BothHear(aziza, caller);
        await bobur.HearsNo(Tones.Agent);
        await bobur.HearsNoCustomer();
        await bobur.HearsMusic();
        await aziza.Uses("Alt+W");
        await aziza.Hears(Tones.Colleague);
        await caller.HearsMusic();

        await aziza.Uses("Alt+X");
        await aziza.SeesStage("connected");
        await BothHear(aziza, caller);
        await bobur.SeesNoCall();
        await aziza.HangUp();
        await aziza.FinishWrapUp();
    }

    [Fact]
    public async Task A_client_who_hangs_up_while_a_colleague_is_asked_leaves_both_with_words()
    {
        var (aziza, caller) = await Talk();
        var bobur = await ColleagueIsReady();
        await aziza.Reaches(AgentPage.ConsultKey, "Бобур");
        await bobur.SeesOffer();
        await bobur.Answer();
        await aziza.Hears(Tones.Colleague);

        await caller.HangUp();

        await aziza.SeesStage("wrapping-up");
        await aziza.SeesText("call-ending", "Клиент положил трубку, разговор закончен");
        await bobur.SeesNoCall();
        await bobur.SeesText("ended-talk", "Клиент положил трубку, разговор закончен");
        await bobur.HearsNo(Tones.Agent);
        await aziza.FinishWrapUp();
    }

    [Fact]
    public async Task A_transfer_to_a_busy_number_brings_the_client_back_with_the_reason_on_screen()
    {
        var (aziza, caller) = await Talk();
        StandsReadyOutside(SipPhone.IncomingPlan.Refuse(486, 1.Seconds()));

        await aziza.Reaches(AgentPage.TransferKey, "90 765-43-21");
        await aziza.SeesStage("transferring");
        await caller.HearsMusic();

        await aziza.SeesStage("connected");
        await aziza.Sees("transfer", "failure", "busy");
        await aziza.SeesText("transfer", "+998 90 765-43-21 — занято");
        await BothHear(aziza, caller);
        await aziza.HangUp();
        await aziza.FinishWrapUp();
    }

    [Fact]
    public async Task Moves_that_make_no_sense_are_refused_in_words_and_the_talk_goes_on()
    {
        var administrator = await Administrates();
        await administrator.PutRule(
            "black-list", "blocked-callee", new { id = "blocked-callee", number = "+998907770000", reason = "Спам" });
        var gone = await SignsIn(AgentPage.Bobur);
        await gone.SignOut();
        var (aziza, caller) = await Talk();

        await aziza.Reaches(AgentPage.TransferKey, "Бобур");
        await aziza.SeesText("refusal", "нет в системе");
        await aziza.Finds("Азиза");
        await aziza.Press("Enter");
        await aziza.SeesText("refusal", "вы сами");
        await aziza.Finds("90 777-00-00");
        await aziza.Press("Enter");
        await aziza.SeesText("refusal", "в чёрном списке");
        await aziza.Press("Escape");

        await aziza.SeesNot("reach");
        await aziza.SeesStage("connected");
        await BothHear(aziza, caller);
        await aziza.HangUp();
        await aziza.FinishWrapUp();
    }
}

namespace CrmUms.EndToEnd.Tests;

/// <summary>A client is handed on to whoever has a skill, by keyboard alone.</summary>
public sealed class SkillTransferTests(Instance instance) : EndToEndTest(instance)
{
    private const string Note = "Говорит только по-узбекски";

    [Fact]
    public async Task He_waits_with_music_for_whoever_has_the_skill_and_gets_him_with_the_note()
    {
        var (aziza, caller) = await Talk();
        var bobur = await ColleagueSignsIn();
        var interaction = await aziza.InteractionInHand();

        await aziza.Reaches(AgentPage.TransferKey, "Узбекский язык", Note);
        await aziza.SeesStage("wrapping-up");
        await caller.HearsMusic();
        await caller.HearsNoAgent();
        await bobur.SeesNoCall();
        await bobur.Click("ready-button");

        await bobur.SeesOffer();
        await bobur.SeesText("hand-over-note", Note);
        await bobur.Answer();
        await caller.Hears(Tones.Colleague);
        await bobur.HearsCustomer();
        await caller.HearsNoAgent();
        await aziza.FinishWrapUp();
        await bobur.HangUp();
        await caller.IsHungUp();
        await bobur.FinishWrapUp();
        await bobur.OpensHistoryOf(interaction);
        await bobur.SeesText("timeline", "Узбекский язык");
    }

    [Fact]
    public async Task A_skill_that_nobody_here_has_is_refused_in_words_and_the_talk_goes_on()
    {
        var (aziza, caller) = await Talk();

        await aziza.Reaches(AgentPage.TransferKey, "Английский язык");

        await aziza.SeesText("refusal", "С этим навыком сейчас никто не вошёл в систему");
        await aziza.Press("Escape");
        await aziza.SeesNot("reach");
        await aziza.SeesStage("connected");
        await BothHear(aziza, caller);
        await aziza.HangUp();
        await aziza.FinishWrapUp();
    }
}

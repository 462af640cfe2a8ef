namespace CrmUms.EndToEnd.Tests;

/// <summary>After the talk the flow asks how it was, and a key answers.</summary>
public sealed class SurveyTests(Instance instance) : EndToEndTest(instance)
{
    private const string Number = "1150";
    private const string Queue = "surveyed";
    private const int QuestionHertz = 1_100;
    private const int ThanksHertz = 1_700;

    [Fact]
    public async Task A_caller_answers_by_a_key_when_the_agent_has_hung_up()
    {
        await SetsUp();
        var agent = await IsReady(AgentPage.Aziza);
        var caller = await Dials(Number);
        await agent.SeesOffer();
        await agent.Answer();
        await BothHear(agent, caller);
        var interaction = await agent.InteractionInHand();

        await agent.HangUp();
        await caller.Hears(QuestionHertz);
        await caller.HearsNoAgent();
        await caller.Presses("4");
        await caller.Hears(ThanksHertz);
        await caller.IsHungUp();
        await agent.FinishWrapUp();
        await agent.SeesStatus("ready");

        await Instance.Office.KeptAsync(interaction, HasRecording);
        var answered = (await Instance.Office.DetailAsync(interaction)).FlowNote("survey-answered");
        answered.Text("kind").ShouldBe("csat");
        answered.Number("score").ShouldBe(4);
        await agent.OpensHistoryOf(interaction);
        await agent.SeesText("timeline", "CSAT");
        await agent.Sees("given-score", "score", "4");
        await SupervisorSees(answered: "1", share: "100%", average: "4");
    }

    private async Task SupervisorSees(string answered, string share, string average)
    {
        var supervisor = await Supervises();
        await supervisor.Click("nav-surveys");
        await supervisor.SeesText("surveys-survey-answers", answered);
        await supervisor.SeesText("surveys-csat", share);
        await supervisor.Sees("scores-csat", "total", answered);
        await supervisor.SeesText($"surveyed-{Queue}", "С опросом");
        await supervisor.SeesText($"surveyed-{Queue}", share);
        await supervisor.Click("surveys-agents");
        var row = supervisor.Page.Locator(".survey-row", new() { HasText = AgentPage.AzizaName });
        await row.ClickAsync();
        await supervisor.SeesText("surveys-summary", AgentPage.AzizaName);
        await supervisor.SeesText("surveys-csat-average", average);
    }

    private async Task SetsUp()
    {
        var administrator = await Administrates();
        await administrator.PutTone("how-was-it", QuestionHertz, 5, Instance.Output);
        await administrator.PutTone("thank-you", ThanksHertz, 1, Instance.Output);
        await administrator.PutRule("queue", Queue, new { id = Queue, name = "С опросом" });
        await administrator.PutFlow(
            "survey",
            Number,
            new("queue", "queue", new { queue = Queue }, ("served", "survey")),
            new("survey", "survey", new { prompts = new[] { "how-was-it" }, thanksPrompts = new[] { "thank-you" } },
                ("answered", "end"), ("unanswered", "end")),
            FlowStep.End());
    }
}

using CrmUms.SipPhone;

namespace CrmUms.EndToEnd.Tests;

/// <summary>Calls that agents make: to clients, and to each other.</summary>
public sealed class OwnCallsTests(Instance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task An_agent_dials_a_number_as_he_would_write_it_and_wraps_up()
    {
        var aziza = await SignsIn(AgentPage.Aziza);
        var outside = StandsReadyOutside(Callee.PicksUp());

        await aziza.Dials("90 123-45-67");
        await aziza.SeesStage("dialling");
        await aziza.SeesText("caller-full-name", "Юсупов Тимур Рашидович");
        var client = await outside.IsCalled();
        client.Call.Invite.Uri.ShouldContain("998901234567");
        await aziza.SeesStage("connected");
        await BothHear(aziza, client);

        var interaction = await aziza.InteractionInHand();
        await aziza.HangUp();
        await client.IsHungUp();
        await aziza.FinishWrapUp();
        (await Instance.Office.KeptAsync(interaction)).Text("direction").ShouldBe("outbound");
        await aziza.HistoryRow(interaction).GetByTestId("call-number").WaitForAsync();
    }

    [Fact]
    public async Task The_client_sees_the_number_that_the_rule_for_his_operator_names_and_history_says_so()
    {
        var person = await OpensPage(AdministrationPage.Login);
        var administrator = await AdministrationPage.SignInAsync(person);
        await administrator.Begins("caller-id");
        await administrator.Fills("name", "Партнёр");
        await administrator.Fills("callerId", "+998 78 150-00-00");
        await administrator.TriesToSave();
        await administrator.IsTold("condition-missing", "услови");
        await administrator.Fills("prefixes", "+99897");
        await person.Press("Enter");
        await administrator.Saves();
        var aziza = await SignsIn(AgentPage.Aziza);
        var outside = StandsReadyOutside(Callee.PicksUp());

        await aziza.Dials("97 555-00-01");
        var client = await outside.IsCalled();
        client.Call.Invite["From"].ShouldNotBeNull().ShouldContain("<sip:+998781500000@");
        await aziza.SeesStage("connected");
        var interaction = await aziza.InteractionInHand();
        await aziza.HangUp();
        await client.IsHungUp();
        await aziza.FinishWrapUp();
        await aziza.OpensHistoryOf(interaction);
        await aziza.SeesText("timeline", "+998 78 150-00-00 по правилу «Партнёр»");
    }

    [Fact]
    public async Task Who_is_busy_is_named_with_the_reason_and_called_again_with_one_key()
    {
        var aziza = await IsReady(AgentPage.Aziza);
        var outside = StandsReadyOutside(IncomingPlan.Refuse(486), Callee.PicksUp());

        await aziza.Dials("901234567");
        await aziza.Sees("failed-dial", "failure", "busy");
        await aziza.SeesText("failed-dial", "+998 90 123-45-67 — занято");
        await aziza.SeesStatus("ready");
        await outside.IsCalled();

        await aziza.Uses("Alt+G");
        var client = await outside.IsCalled();
        await aziza.SeesStage("connected");
        await BothHear(aziza, client);
        await client.HangUp();
        await aziza.SeesStage("wrapping-up");
        await aziza.FinishWrapUp();
        await aziza.SeesNot("failed-dial");
    }

    [Fact]
    public async Task Two_employees_talk_and_neither_has_a_result_to_record()
    {
        var aziza = await SignsIn(AgentPage.Aziza);
        var bobur = await ColleagueIsReady();

        await aziza.Reaches(AgentPage.ColleagueKey, "Бобур");
        await aziza.SeesStage("dialling");
        await aziza.SeesText("caller-name", AgentPage.BoburName);
        await bobur.SeesOffer();
        await bobur.Sees("offer-panel", "kind", "internal");
        await bobur.SeesText("caller-name", AgentPage.AzizaName);
        await bobur.Answer();
        await aziza.SeesStage("connected");
        await aziza.Hears(Tones.Colleague);
        await bobur.Hears(Tones.Agent);

        await bobur.Uses("Alt+H");
        await aziza.SeesNoCall();
        await bobur.SeesNoCall();
        await aziza.SeesStatus("notReady");
        await bobur.SeesStatus("ready");
    }

    [Fact]
    public async Task A_number_that_is_none_is_refused_in_words()
    {
        var aziza = await SignsIn(AgentPage.Aziza);

        await aziza.Dials("привет");

        await aziza.SeesText("refusal", "не похоже на телефонный номер");
        await aziza.SeesNoCall();
    }
}

using CrmUms.SipPhone;
using CrmUms.SipPhone.Audio;

namespace CrmUms.EndToEnd.Tests;

/// <summary>A prompt is spoken by telephone: the system calls, records up to the key, and callers hear it.</summary>
public sealed class DictationTests(Instance instance) : EndToEndTest(instance)
{
    private const string Prompt = "spoken-by-phone";
    private const string Number = "1170";
    private const string Telephone = "90 765-43-21";
    private const int SpokenHertz = 1_000;

    [Fact]
    public async Task A_prompt_spoken_by_telephone_is_a_draft_until_taken_and_then_callers_hear_it()
    {
        var person = await OpensPage(AdministrationPage.Login);
        var administrator = await AdministrationPage.SignInAsync(person);
        await administrator.Sends("POST", $"/api/prompts/{Prompt}/ru/synthesise", new { text = "Раз", name = "Живой" });
        var telephone = StandsReadyOutside(
            IncomingPlan.Refuse(486), IncomingPlan.Answer() with { Sound = Sound.Tone(SpokenHertz) });
        await OpensTheTelephoneOf(administrator, person);

        await person.Page.GetByTestId("dictation-number").FillAsync(Telephone);
        await person.Click("dictation-call");
        await telephone.IsCalled();
        await person.SeesText("dictation-failure", "Номер занят");
        await person.Click("dictation-again");
        await Speaks(person, telephone);
        await person.Sees("dictation", "stage", "done");
        await person.SeesText("sound-ru", "синтез");
        await person.Click("dictation-take");
        await administrator.IsToldInPassing("клиенты уже слышат");
        await person.SeesText("sound-ru", "запись");

        await administrator.Sends("PUT", $"/api/rules/number/{Number}", new
        {
            name = "Живой", target = new { kind = "queue", id = "express" }, greeting = Prompt,
        });
        var caller = await Dials(Number);
        await caller.Hears(SpokenHertz);
        await caller.HangUp();
    }

    private static async Task OpensTheTelephoneOf(AdministrationPage administrator, AgentPage person)
    {
        await administrator.Opens("prompts", Prompt);
        await person.Page.GetByTestId("sound-ru").GetByText("По телефону").ClickAsync();
    }

    private static async Task Speaks(AgentPage person, Callee telephone)
    {
        var call = await telephone.IsCalled();
        await person.Sees("dictation", "stage", "speaking");
        await call.TalksOn();
        await call.TalksOn();
        await call.Presses("#");
        await call.IsHungUp();
    }
}

namespace CrmUms.EndToEnd.Tests;

public sealed class LanguageTests(Instance instance) : EndToEndTest(instance)
{
    public static TheoryData<string, string> Languages => new()
    {
        { "ru", "Войти" },
        { "uz", "Kirish" },
        { "en", "Sign in" },
    };

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_state_of_a_call_has_words_in_the_language(string language, string signIn)
    {
        var agent = await OpensPage(AgentPage.Aziza);
        await agent.Click($"language-{language}");
        await agent.SeesText("sign-in-submit", signIn);
        await HasWords(agent, "sign-in");
        await agent.TrySignIn("wrong");
        await agent.Sees("sign-in-error", "kind", "wrong");
        await HasWords(agent, "sign-in refused");

        await agent.TrySignIn(AgentPage.Password);
        await agent.Sees("audio-setup");
        await agent.Click("audio-setup-done");
        await agent.Click($"language-{language}");
        await agent.Click("audio-setup-button");
        await agent.Sees("audio-setup");
        await HasWords(agent, "audio set-up");
        await agent.Click("audio-setup-done");
        await agent.Sees("status", "audio", "open");
        await HasWords(agent, "desk");
        await agent.MakeReady();

        var caller = await Dials(Queues.Express);
        await agent.SeesOffer();
        await HasWords(agent, "offer");
        await agent.Answer();
        await BothHear(agent, caller);
        await agent.Click("dtmf");
        await HasWords(agent, "talk");
        await agent.Click("hold");
        await agent.SeesStage("held");
        await HasWords(agent, "hold");
        await caller.HangUp();
        await agent.SeesStage("wrapping-up");
        await HasWords(agent, "wrap-up");
        await agent.FinishWrapUp();
        await HasWords(agent, "history");
        await agent.Click("language-ru"); // The server remembers it.
    }

    private static async Task HasWords(AgentPage agent, string where) =>
        (await agent.UntranslatedWords()).ShouldBeEmpty(where);
}

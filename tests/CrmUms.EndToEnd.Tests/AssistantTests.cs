using System.Net.Http.Json;

namespace CrmUms.EndToEnd.Tests;

/// <summary>A flow hands a caller to an assistant that speaks SIP, and takes him back with what it learnt.</summary>
public sealed class AssistantTests(Instance instance) : EndToEndTest(instance)
{
    private const string Number = "1140";
    private const string Queue = "after-assistant";
    private const int AssistantHertz = 1_500;
    private const string Summary = "Клиент хочет заменить SIM-карту, паспорт при нём.";
    private const string Transcript = "Клиент: потерял SIM-карту.\nПомощник: соединяю с оператором.";

    [Fact]
    public async Task An_assistant_talks_with_a_caller_and_hands_him_back_with_its_summary()
    {
        var assistant = StandsReadyAtAnAddress(Callee.PicksUp(AssistantHertz));
        await SetsUp(assistant);
        var agent = await IsReady(AgentPage.Aziza);
        var caller = await Dials(Number);
        var talk = await assistant.IsCalled();
        await caller.Hears(AssistantHertz);
        await talk.Hears(Tones.Customer);
        talk.Call.Invite["X-Company"].ShouldBe("CrmUms");
        await agent.SeesNoCall();

        var ticket = talk.Call.Invite["X-CrmUms-Hand-Back"].ShouldNotBeNull();
        (await HandsBack(ticket)).ShouldBe(204);
        await talk.IsHungUp();
        await agent.SeesOffer();
        await agent.SeesText("assistant-summary", Summary);
        await agent.Answer();
        await agent.SeesText("assistant-summary", Summary);
        await BothHear(agent, caller);
        await caller.HearsNo(AssistantHertz);
        var interaction = await agent.InteractionInHand();
        talk.Call.Invite["X-CrmUms-Interaction"].ShouldBe(interaction);
        (await HandsBack(ticket)).ShouldBe(409, "he is taken back only once");
        await agent.HangUp();
        await agent.FinishWrapUp();

        await Instance.Office.KeptAsync(interaction, HasRecording);
        var returned = (await Instance.Office.DetailAsync(interaction)).FlowNote("assistant-returned");
        returned.Text("summary").ShouldBe(Summary);
        returned.Text("transcript").ShouldBe(Transcript);
        await agent.OpensHistoryOf(interaction);
        await agent.SeesText("timeline", "потерял SIM-карту");
    }

    [Fact]
    public async Task A_caller_whose_assistant_does_not_answer_goes_on_without_it()
    {
        await SetsUp(StandsReadyAtAnAddress());
        var agent = await IsReady(AgentPage.Aziza);
        var caller = await Dials(Number);
        await agent.SeesOffer();
        await agent.SeesNot("assistant-summary");
        await agent.Answer();
        await BothHear(agent, caller);
    }

    private async Task SetsUp(Callee assistant)
    {
        var administrator = await Administrates();
        await administrator.PutRule("queue", Queue, new { id = Queue, name = "После помощника" });
        await administrator.PutFlow(
            "assistant",
            Number,
            new("assistant", "assistant",
                new
                {
                    address = assistant.SipAddress,
                    headers = new Dictionary<string, string> { ["X-Company"] = "CrmUms" },
                },
                ("returned", "queue"), ("failed", "queue")),
            new("queue", "queue", new { queue = Queue }));
    }

    /// <summary>As the assistant does it: over HTTP, with nothing but its ticket.</summary>
    private static async Task<int> HandsBack(string ticket)
    {
        using var http = new HttpClient { BaseAddress = Instance.Ports.Web };
        using var answer = await http.PostAsJsonAsync(
            new Uri("api/assistant/hand-back", UriKind.Relative),
            new { ticket, summary = Summary, transcript = Transcript, values = new { intent = "sim" } });
        return (int)answer.StatusCode;
    }
}

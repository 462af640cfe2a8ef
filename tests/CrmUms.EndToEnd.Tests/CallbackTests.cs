using CrmUms.SipPhone;

namespace CrmUms.EndToEnd.Tests;

/// <summary>Callers who hang up, keep their place and are called back. What they are told are tones here.</summary>
public sealed class CallbackTests(Instance instance) : EndToEndTest(instance)
{
    private const string Number = "1110";
    private const string FlowNumber = "1111";
    private const string Queue = "callback";
    private const int OfferHertz = 1_000;
    private const int AgreedHertz = 1_300;

    private static readonly string[] Story =
    [
        "callback-agreed", "callback-queued",
        "interaction-offered", "callback-dialled", "callback-unreached",
        "interaction-offered", "callback-dialled", "callback-answered", "interaction-connected", "interaction-ended",
    ];

    [Fact]
    public async Task A_caller_hangs_up_is_missed_once_keeps_his_place_and_is_called_back()
    {
        await SetsUp(attemptsMax: 3);
        var agent = await SignsIn(AgentPage.Aziza);
        await AsksForCallBack();
        var later = await Dials(Number, "+998900000002");
        await Instance.Office.WaitingAreAsync(2);
        var last = await Dials(Number, "+998900000003");
        await Instance.Office.WaitingAreAsync(3);
        var client = StandsReadyOutside(IncomingPlan.Refuse(480, 1.Seconds()), Callee.PicksUp());

        await agent.Click("ready-button");
        var interaction = await IsOfferedCallBack(agent);
        await agent.Click("answer");
        await agent.SeesStage("dialling");
        var missed = await client.IsCalled();
        missed.Call.Invite.Uri.ShouldContain("998901234567");

        // He does not answer: the next one is served meanwhile.
        await agent.SeesOffer();
        await agent.SeesText("caller-number", "00-02");
        await agent.Answer();
        await BothHear(agent, later);
        await Instance.Office.WaitingAreAsync(2, seconds: 15); // The one who came last, and again he who came first.
        await later.HangUp();
        await agent.SeesStage("wrapping-up");
        await agent.Press("Control+Enter");

        (await IsOfferedCallBack(agent)).ShouldBe(interaction);
        await agent.Answer();
        var called = await client.IsCalled();
        await BothHear(agent, called);
        await last.HearsMusic();
        await called.TalksOn();
        await agent.HangUp();
        await called.IsHungUp();
        await last.HangUp();
        await agent.FinishWrapUp();

        var kept = await Instance.Office.KeptAsync(interaction, HasRecording);
        kept.Text("ending").ShouldBe("agentHungUp");
        var detail = await Instance.Office.DetailAsync(interaction);
        detail.Happenings().Where(Story.Contains).ShouldBe(Story);
        (await RecordedTalk.OfAsync(agent, kept, Instance.Output, parts: 2)).EachShouldStandOnHisChannel();
    }

    [Fact]
    public async Task An_agent_gives_up_while_it_rings_and_is_free_at_once()
    {
        var administrator = await SetsUp(attemptsMax: 1);
        await administrator.PutFlow(
            "call-me",
            FlowNumber,
            new("offer", "callback", new { queue = Queue, prompts = new[] { "say-callback-offer" } },
                ("accepted", "end"), ("declined", "end")),
            FlowStep.End(prompts: "say-callback-agreed"));
        var agent = await SignsIn(AgentPage.Aziza);
        await AsksForCallBack(FlowNumber);
        var client = StandsReadyOutside(IncomingPlan.Ring());

        await agent.Click("ready-button");
        var interaction = await IsOfferedCallBack(agent);
        await agent.Click("answer");
        var ringing = await client.IsCalled();
        await agent.SeesStage("dialling");
        await agent.Click("hang-up");

        (await ringing.IsHungUp()).Kind.ShouldBe(CallEndingKind.Cancelled);
        await agent.SeesNoCall();
        await agent.SeesStatus("ready");
        (await Instance.Office.KeptAsync(interaction)).Text("ending").ShouldBe("callbackFailed");
    }

    private async Task<AgentPage> SetsUp(int attemptsMax)
    {
        var administrator = await Administrates();
        await administrator.PutTone("say-callback-offer", OfferHertz, 2, Instance.Output);
        await administrator.PutTone("say-callback-agreed", AgreedHertz, 1, Instance.Output);
        await administrator.PutRule("queue", Queue, new
        {
            id = Queue, name = "Обратные звонки",
            callback = new { offerAfterSeconds = 1, attemptsMax, retrySeconds = 10 },
        });
        await administrator.PutNumber(Number, "queue", Queue);
        return administrator;
    }

    private async Task AsksForCallBack(string number = Number)
    {
        var caller = await Dials(number);
        await caller.Hears(OfferHertz);
        await caller.Presses("1");
        await caller.Hears(AgreedHertz);
        (await caller.IsHungUp()).Kind.ShouldBe(CallEndingKind.PeerHungUp);
    }

    private static async Task<string> IsOfferedCallBack(AgentPage agent)
    {
        await agent.SeesOffer();
        await agent.Sees("offer-panel", "kind", "callback");
        await agent.SeesText("caller-full-name", "Юсупов Тимур Рашидович");
        return await agent.InteractionInHand();
    }
}

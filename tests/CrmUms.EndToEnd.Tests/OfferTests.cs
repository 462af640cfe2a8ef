namespace CrmUms.EndToEnd.Tests;

/// <summary>Offers that come to nothing: nobody is left waiting for an agent who is not there.</summary>
public sealed class OfferTests(Instance instance) : EndToEndTest(instance)
{
    // The demo's queues ring for 20 s.
    private const double RingSeconds = 25;

    [Fact]
    public async Task Two_calls_at_once_for_one_agent_are_offered_one_after_the_other()
    {
        var agent = await IsReady(AgentPage.Aziza);
        var callers = await Task.WhenAll(
            Dials(Queues.Express, "+998900000001"), Dials(Queues.Express, "+998900000002"));

        for (var served = 0; served < callers.Length; served++)
        {
            await agent.SeesOffer();
            var ends = (await agent.Reads("caller-number"))[^1];
            var caller = callers[ends - '1'];
            await agent.Answer();
            await BothHear(agent, caller);
            if (served == 0)
            {
                await callers.Single(other => other != caller).HearsMusic();
            }

            await agent.HangUp();
            await caller.IsHungUp();
            await agent.FinishWrapUp();
        }
    }

    [Fact]
    public async Task An_agent_who_closes_the_tab_while_it_rings_loses_the_call_to_a_colleague()
    {
        var leaving = await IsReady(AgentPage.Aziza);
        var staying = await IsReady(AgentPage.Bobur);
        var caller = await Dials(Queues.Express);
        await leaving.SeesOffer();

        await leaving.CloseTab();

        await staying.SeesOffer(RingSeconds);
        await staying.Answer();
        await BothHear(staying, caller);
        (await Instance.Office.AgentStatusAsync(AgentPage.AzizaName)).ShouldBe("notReady/page-closed");
    }

    [Fact]
    public async Task An_agent_alone_who_closes_the_tab_while_it_rings_leaves_the_caller_first_in_the_queue()
    {
        var agent = await IsReady(AgentPage.Aziza);
        var first = await Dials(Queues.Express, "+998900000001");
        await agent.SeesOffer();
        var second = await Dials(Queues.Express, "+998900000002");
        await second.HearsMusic();
        await agent.CloseTab();
        await Waiting.UntilAsync(
            async () => await Instance.Office.AgentStatusAsync(AgentPage.AzizaName) == "notReady/page-closed",
            RingSeconds.Seconds(),
            () => "the agent to be not ready");
        await first.HearsMusic();

        var colleague = await SignsIn(AgentPage.Bobur);
        await colleague.Click("ready-button");
        await colleague.SeesOffer();
        await colleague.SeesText("caller-number", "00-01");
        await colleague.Answer();
        await BothHear(colleague, first);
    }

    [Fact]
    public async Task An_offer_nobody_answers_goes_to_the_next_agent_and_the_first_is_not_ready()
    {
        var silent = await IsReady(AgentPage.Aziza);
        var next = await IsReady(AgentPage.Bobur);
        var caller = await Dials(Queues.Express);
        await silent.SeesOffer();

        await next.SeesOffer(RingSeconds);
        await silent.SeesStatus("notReady");
        await silent.SeesNotReadyBecause("no-answer");
        await silent.SeesNoCall();
        await caller.HearsMusic();
        await next.Answer();
        await BothHear(next, caller);
        await silent.MakeReady();
    }

    [Fact]
    public async Task A_caller_who_hangs_up_while_it_rings_frees_the_agent()
    {
        var agent = await IsReady(AgentPage.Aziza);
        var caller = await Dials(Queues.Express);
        await agent.SeesOffer();
        var interaction = await agent.InteractionInHand();

        await caller.HangUp();

        await agent.SeesNoCall();
        await agent.SeesStatus("ready");
        (await Instance.Office.KeptAsync(interaction)).Text("ending").ShouldBe("abandonedRinging");
    }

    [Fact]
    public async Task An_agent_without_a_microphone_is_told_so_and_cannot_become_ready()
    {
        var agent = await OpensPage(AgentPage.Bobur, withMicrophone: false);
        await agent.TrySignIn(AgentPage.Password);
        await agent.Sees("microphone-problem", "problem", "denied");
        await agent.SeesText("microphone-problem", "Доступ к микрофону запрещён");
        await agent.Click("audio-setup-done");

        await agent.Sees("banner", "kind", "microphone");
        await agent.SeesStatus("notReady");
        await agent.SeesBlocked("ready-button");
        var caller = await Dials(Queues.Express);
        await caller.HearsMusic();

        var colleague = await SignsIn(AgentPage.Aziza);
        await colleague.Click("ready-button");
        await colleague.SeesOffer();
        await colleague.Answer();
        await BothHear(colleague, caller);
    }
}

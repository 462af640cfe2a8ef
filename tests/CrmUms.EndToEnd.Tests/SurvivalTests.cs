using System.Diagnostics;

namespace CrmUms.EndToEnd.Tests;

/// <summary>What people notice when the server dies, hangs, or a page is loaded again: as good as nothing.</summary>
public sealed class SurvivalTests(Instance instance) : EndToEndTest(instance)
{
    private const double RestartSeconds = 40;

    [Fact]
    public async Task Both_keep_talking_while_the_server_is_killed_and_restarted()
    {
        var (agent, caller) = await Talk();
        var sinceTalkBegan = Stopwatch.StartNew();
        var interaction = await agent.InteractionInHand();
        var shownBefore = await agent.TalkTime() - sinceTalkBegan.Elapsed;
        var (customerHears, agentHears) = (caller.ListenToAgent(), await agent.BeginListening());

        var pid = Instance.ServerPid();
        await Instance.KillServer();
        await agent.Sees("banner", "kind", "serverAway");
        await Instance.RestartedAsync(pid, RestartSeconds.Seconds());
        await agent.Sees("banner", "kind", "none", RestartSeconds);

        await agent.SeesStage("connected");
        (await agent.InteractionInHand()).ShouldBe(interaction);
        (await agent.TalkTime() - sinceTalkBegan.Elapsed - shownBefore).Duration().ShouldBeLessThan(1.5.Seconds());
        (await customerHears.WeakestDbfs()).ShouldBeGreaterThan(Tones.QuietDbfs, "the customer heard a gap");
        (await agent.LongestHole(agentHears)).ShouldBeLessThan(0.2.Seconds(), "the agent heard a gap");

        await agent.HangUp();
        await caller.IsHungUp();
        await agent.FinishWrapUp();
        await agent.SeesStatus("ready");
        var kept = await Instance.Office.KeptAsync(interaction);
        kept.Text("ending").ShouldBe("agentHungUp");
        kept.Number("talkSeconds").ShouldNotBeNull().ShouldBe(sinceTalkBegan.Elapsed.TotalSeconds, 3);
        kept = await Instance.Office.KeptAsync(interaction, HasRecording);
        (await RecordedTalk.OfAsync(agent, kept, Instance.Output)).EachShouldStandOnHisChannel();
    }

    [Fact]
    public async Task Waiting_callers_and_one_who_arrives_meanwhile_keep_music_and_order_through_a_kill()
    {
        var agent = await SignsIn(AgentPage.Aziza);
        var first = await Dials(Queues.Express, "+998900000001");
        await first.HearsMusic();
        var second = await Dials(Queues.Express, "+998900000002");
        await second.HearsMusic();

        var pid = Instance.ServerPid();
        var third = await ArrivesWhileTheServerIsAway("+998900000003");
        await Instance.RestartedAsync(pid, RestartSeconds.Seconds());
        await agent.Sees("banner", "kind", "none", RestartSeconds);
        await first.HearsMusic();
        await second.HearsMusic();
        await Instance.Office.WaitingAreAsync(3);

        await agent.Click("ready-button");
        await Serves(agent, first, "00-01");
        await Serves(agent, second, "00-02");
        await Serves(agent, third, "00-03");
    }

    [Fact]
    public async Task A_customer_stays_with_soft_music_while_his_agent_reloads_the_page()
    {
        var (agent, caller) = await Talk();
        var interaction = await agent.InteractionInHand();

        var away = Stopwatch.StartNew();
        var reload = agent.ReloadPage();
        await caller.HearsMusic();
        await reload;
        await agent.SeesStage("connected", 5);
        await caller.HearsAgent();
        await agent.HearsCustomer();
        away.Elapsed.ShouldBeLessThan(5.Seconds());

        (await agent.InteractionInHand()).ShouldBe(interaction);
        await agent.HangUp();
        await caller.IsHungUp();
    }

    [Fact]
    public async Task A_frozen_server_is_ended_and_its_callers_are_taken_over()
    {
        var agent = await IsReady(AgentPage.Aziza);
        var pid = Instance.ServerPid();
        Instance.FreezeServer();
        var caller = await Dials(Queues.Express);

        await Instance.RestartedAsync(pid, RestartSeconds.Seconds());
        await agent.SeesOffer(RestartSeconds);
        await agent.Answer();
        await BothHear(agent, caller);
    }

    [Fact]
    public async Task A_caller_who_leaves_while_the_server_is_away_is_closed_when_it_returns()
    {
        var (agent, caller) = await Talk();
        var interaction = await agent.InteractionInHand();
        var pid = Instance.ServerPid();
        await Instance.KillServer();
        await caller.HangUp();
        await Instance.RestartedAsync(pid, RestartSeconds.Seconds());

        await agent.SeesStage("wrapping-up", RestartSeconds);
        await agent.FinishWrapUp();
        await agent.SeesStatus("ready");
        (await Instance.Office.KeptAsync(interaction)).Text("ending").ShouldBe("endedWhileAway");
    }

    private async Task<Caller> ArrivesWhileTheServerIsAway(string from)
    {
        Instance.HoldWatchdog();
        try
        {
            await Instance.KillServer();
            var caller = await Dials(Queues.Express, from);
            await caller.HearsMusic();
            return caller;
        }
        finally
        {
            Instance.ReleaseWatchdog();
        }
    }

    private static async Task Serves(AgentPage agent, Caller caller, string numberEnds)
    {
        await agent.SeesOffer();
        await agent.SeesText("caller-number", numberEnds);
        await agent.Answer();
        await BothHear(agent, caller);
        await caller.HangUp();
        await agent.SeesStage("wrapping-up");
        await agent.Press("Control+Enter");
    }
}

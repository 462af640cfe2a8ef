using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>An agent asks for help in his talk; and what his page says of how well it was heard.</summary>
public sealed class HelpStories
{
    private const string Reason = "The client is angry";

    private static readonly TalkQuality Good = new(60, 4.3, 4.1, 0.001, 8, 40, IsMicrophoneSilent: false);

    [Fact]
    public async Task An_agent_asks_and_sees_who_comes_even_where_listeners_are_hidden()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.ChangeAsync(
            RuleChange.To(new SettingsRule { Id = SettingsRule.TheOne, AgentsSeeListeners = false }));
        var (agent, call) = await TalkAsync(world);
        var supervisor = await world.SupervisorAsync(mayListenUnseen: true);

        (await agent.AskForHelpAsync(call, $" {Reason} ")).ShouldBe(AgentReply.Accepted.Instance);
        var asked = await agent.SeesAsync(view => view.Call?.Help is not null, "he asks for help");
        (asked.Call!.Help!.Reason, asked.Call.Help.Helper).ShouldBe((Reason, null));

        await supervisor.SuperviseAsync(call, SupervisionMode.Listen);
        var name = supervisor.Profile.DisplayName;
        await agent.SeesAsync(view => view.Call?.Help?.Helper == name, "somebody has come");
        await supervisor.StopSupervisingAsync();
        await agent.SeesAsync(view => view.Call is { Help: null }, "he has been helped");
    }

    [Fact]
    public async Task He_takes_it_back_and_may_ask_again()
    {
        await using var world = await AcdWorld.StartAsync();
        var (agent, call) = await TalkAsync(world);

        await agent.AskForHelpAsync(call, Reason);
        await RefusedAsync(agent.AskForHelpAsync(call, Reason), AgentRefusal.WrongState);
        (await agent.WithdrawHelpAsync(call)).ShouldBe(AgentReply.Accepted.Instance);
        await agent.SeesAsync(view => view.Call is { Help: null }, "he asks no more");
        await RefusedAsync(agent.WithdrawHelpAsync(call), AgentRefusal.WrongState);
        (await agent.AskForHelpAsync(call, Reason)).ShouldBe(AgentReply.Accepted.Instance);
    }

    [Fact]
    public async Task It_ends_with_the_talk()
    {
        await using var world = await AcdWorld.StartAsync();
        var (agent, call) = await TalkAsync(world);
        await agent.AskForHelpAsync(call, Reason);

        await agent.HangUpAsync(call);

        (await agent.IsAsync(AgentStatus.WrapUp)).Call!.Help.ShouldBeNull();
        await RefusedAsync(agent.AskForHelpAsync(call, Reason), AgentRefusal.WrongState);
    }

    [Fact]
    public async Task Who_takes_the_talk_over_needs_no_help()
    {
        await using var world = await AcdWorld.StartAsync();
        var (agent, call) = await TalkAsync(world);
        var supervisor = await world.SupervisorAsync();
        await agent.AskForHelpAsync(call, Reason);

        (await supervisor.TakeOverAsync(call)).ShouldBe(AgentReply.Accepted.Instance);

        (await supervisor.IsAsync(AgentStatus.Talking)).Call!.Help.ShouldBeNull();
    }

    [Fact]
    public async Task A_killed_server_remembers_that_he_asked()
    {
        await using var world = await AcdWorld.StartAsync();
        var (agent, call) = await TalkAsync(world);
        await agent.AskForHelpAsync(call, Reason);

        await world.KillServerAsync();
        await world.StartServerAsync();

        await agent.SeesAsync(view => view.Call?.Help?.Reason == Reason, "he still asks for help");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public async Task He_says_why(string? reason)
    {
        await using var world = await AcdWorld.StartAsync();
        var (agent, call) = await TalkAsync(world);

        await RefusedAsync(agent.AskForHelpAsync(call, reason), AgentRefusal.BadInput);
        await RefusedAsync(agent.AskForHelpAsync(call, new string('x', 201)), AgentRefusal.BadInput);
    }

    [Fact]
    public async Task Nobody_asks_in_somebody_elses_talk()
    {
        await using var world = await AcdWorld.StartAsync(agents: 2);
        var (_, call) = await TalkAsync(world);
        await world.Agent(2).OpenPageAsync();

        await RefusedAsync(world.Agent(2).AskForHelpAsync(call, Reason), AgentRefusal.NotYours);
        await RefusedAsync(world.Agent(2).ReportTalkQualityAsync(call, Good), AgentRefusal.NotYours);
    }

    [Fact]
    public async Task How_well_a_talk_was_heard_is_kept_after_it_until_its_wrap_up_is_over()
    {
        await using var world = await AcdWorld.StartAsync();
        var (agent, call) = await TalkAsync(world);
        await agent.HangUpAsync(call);
        await agent.IsAsync(AgentStatus.WrapUp);

        (await agent.ReportTalkQualityAsync(call, Good)).ShouldBe(AgentReply.Accepted.Instance);
        var kept = world.Journal.Events.OfType<TalkQualityMeasured>().Single();
        (kept.Interaction, kept.Agent, kept.Quality).ShouldBe((call.Interaction, agent.Id, Good));

        await agent.RecordAsync(call);
        world.Turn(TimeSpan.FromSeconds(61));
        (await agent.ReportTalkQualityAsync(call, Good)).ShouldBeOfType<AgentReply.Refused>();
    }

    [Fact]
    public async Task How_well_a_talk_was_heard_is_kept_also_where_no_wrap_up_follows()
    {
        await using var world = await AcdWorld.StartAsync();
        await world.ChangeAsync(RuleChange.To(AcdWorld.Queue("express") with { WrapUpSeconds = 0 }));
        var (agent, call) = await TalkAsync(world);
        await agent.HangUpAsync(call);
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionClosed>().Any(), "it is closed");

        (await agent.ReportTalkQualityAsync(call, Good)).ShouldBe(AgentReply.Accepted.Instance);

        world.Journal.Of<TalkQualityMeasured>().ShouldHaveSingleItem().Quality.ShouldBe(Good);
        await AcdWorld.EventuallyAsync(
            async () => (await world.Journal.ListAsync(CancellationToken.None)).Count == 0, () => "nothing stays open");
    }

    [Fact]
    public async Task A_page_that_measures_what_cannot_be_is_refused()
    {
        await using var world = await AcdWorld.StartAsync();
        var (agent, call) = await TalkAsync(world);

        foreach (var wrong in (TalkQuality[])
        [
            Good with { Mos = 5 }, Good with { MosLeast = 0 }, Good with { Loss = 1.1 }, Good with { Seconds = 0 },
            Good with { JitterMs = -1 }, Good with { RttMs = double.NaN }, Good with { Mos = double.NaN },
        ])
        {
            await RefusedAsync(agent.ReportTalkQualityAsync(call, wrong), AgentRefusal.BadInput);
        }
    }

    private static async Task<(AgentDriver Agent, CallView Call)> TalkAsync(AcdWorld world)
    {
        var agent = world.Agent(1);
        await agent.GetReadyAsync();
        world.Pbx.ArriveCall("1001");
        return (agent, await agent.AnswerAsync());
    }

    private static async Task RefusedAsync(Task<AgentReply> reply, AgentRefusal reason) =>
        (await reply).ShouldBe(new AgentReply.Refused(reason));
}

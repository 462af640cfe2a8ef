using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>Whether an agent sees who listens to him: a right of the listener, and a setting of the centre.</summary>
public sealed class UnseenListenerStories
{
    [Fact]
    public async Task Who_has_the_right_listens_unseen_where_the_rules_hide_it_and_whispers_never()
    {
        await using var world = await AcdWorld.StartAsync();
        await HideAsync(world);
        var (agent, call) = await TalkAsync(world);
        var supervisor = await world.SupervisorAsync(mayListenUnseen: true);

        await ListensAsync(supervisor, call);
        (await agent.ViewAsync()).Call!.Supervisor.ShouldBeNull();

        await supervisor.SuperviseAsync(call, SupervisionMode.Whisper);
        await agent.SeesAsync(view => view.Call?.Supervisor?.Mode == SupervisionMode.Whisper, "he is whispered to");
        await supervisor.SuperviseAsync(call, SupervisionMode.Listen);
        await agent.SeesAsync(view => view.Call is { Supervisor: null }, "he sees nobody any more");
        Seen(world).ShouldBe([
            (SupervisionMode.Listen, false), (SupervisionMode.Whisper, true), (SupervisionMode.Listen, false),
        ]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_lacks_the_right_is_shown_and_so_is_everybody_where_the_rules_show_it(bool isHidden)
    {
        await using var world = await AcdWorld.StartAsync();
        if (isHidden)
        {
            await HideAsync(world);
        }

        var (agent, call) = await TalkAsync(world);
        var supervisor = await world.SupervisorAsync(mayListenUnseen: !isHidden);

        await ListensAsync(supervisor, call);

        await agent.SeesAsync(view => view.Call?.Supervisor?.Mode == SupervisionMode.Listen, "he sees who listens");
        Seen(world).ShouldBe([(SupervisionMode.Listen, true)]);
    }

    [Fact]
    public async Task A_listener_who_is_seen_does_not_betray_one_who_is_not()
    {
        await using var world = await AcdWorld.StartAsync();
        await HideAsync(world);
        var (agent, call) = await TalkAsync(world);
        var unseen = await world.SupervisorAsync(mayListenUnseen: true);
        var seen = await world.SupervisorAsync();

        await ListensAsync(unseen, call);
        await ListensAsync(seen, call);

        var name = seen.Profile.DisplayName;
        await agent.SeesAsync(view => view.Call?.Supervisor?.Name == name, "he sees the one");
        await seen.StopSupervisingAsync();
        await agent.SeesAsync(view => view.Call is { Supervisor: null }, "he sees nobody");
    }

    [Fact]
    public async Task Who_loses_the_right_while_he_listens_is_shown_and_it_is_written_down()
    {
        await using var world = await AcdWorld.StartAsync();
        await HideAsync(world);
        var (agent, call) = await TalkAsync(world);
        var supervisor = await world.SupervisorAsync(mayListenUnseen: true);
        await ListensAsync(supervisor, call);

        await supervisor.MayListenUnseenAsync(may: false);

        await agent.SeesAsync(view => view.Call?.Supervisor is not null, "he sees who listens");
        Seen(world).ShouldBe([(SupervisionMode.Listen, false), (SupervisionMode.Listen, true)]);
    }

    [Fact]
    public async Task A_setting_that_is_changed_while_somebody_listens_holds_at_once()
    {
        await using var world = await AcdWorld.StartAsync();
        var (agent, call) = await TalkAsync(world);
        var supervisor = await world.SupervisorAsync(mayListenUnseen: true);
        await ListensAsync(supervisor, call);
        await agent.SeesAsync(view => view.Call?.Supervisor is not null, "he sees who listens");

        await HideAsync(world);

        await agent.SeesAsync(view => view.Call is { Supervisor: null }, "he sees nobody any more");
        Seen(world).ShouldBe([(SupervisionMode.Listen, true), (SupervisionMode.Listen, false)]);
    }

    [Fact]
    public async Task A_request_for_help_names_who_comes_and_not_who_listened_unseen_before()
    {
        await using var world = await AcdWorld.StartAsync();
        await HideAsync(world);
        var (agent, call) = await TalkAsync(world);
        var supervisor = await world.SupervisorAsync(mayListenUnseen: true);
        await ListensAsync(supervisor, call);
        world.Turn(TimeSpan.FromSeconds(1));

        await agent.AskForHelpAsync(call, "The client is angry");
        (await agent.SeesAsync(view => view.Call?.Help is not null, "he asks")).Call!.Help!.Helper.ShouldBeNull();

        await supervisor.SuperviseAsync(call, SupervisionMode.Listen);
        await agent.SeesAsync(
            view => view.Call?.Help?.Helper == supervisor.Profile.DisplayName, "somebody has come for it");
    }

    private static Task HideAsync(AcdWorld world) => world.ChangeAsync(
        RuleChange.To(new SettingsRule { Id = SettingsRule.TheOne, AgentsSeeListeners = false }));

    private static async Task<(AgentDriver Agent, CallView Call)> TalkAsync(AcdWorld world)
    {
        var agent = world.Agent(1);
        await agent.GetReadyAsync();
        world.Pbx.ArriveCall("1001");
        return (agent, await agent.AnswerAsync());
    }

    private static async Task ListensAsync(AgentDriver supervisor, CallView call)
    {
        (await supervisor.SuperviseAsync(call, SupervisionMode.Listen)).ShouldBe(AgentReply.Accepted.Instance);
        await supervisor.SeesAsync(view => view.Supervision is not null, "he listens");
    }

    private static List<(SupervisionMode Mode, bool? IsSeen)> Seen(AcdWorld world) =>
        [.. world.Journal.Of<TalkSupervised>().Select(happening => (happening.Mode, happening.IsSeen))];
}

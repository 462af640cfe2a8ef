using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.TestKit.Contracts;

/// <summary>What every PBX owes a supervisor in somebody else's talk, the fake and the real one.</summary>
public abstract class SupervisionContract : PbxContract
{
    private SupervisionId? _supervision;

    [Fact]
    public async Task Who_listens_hears_both_and_is_heard_by_nobody()
    {
        var (caller, agent, supervisor) = await SupervisedAsync(SupervisionMode.Listen);

        await ShouldHearBothAsync(supervisor, caller, agent);
        await Stage.ShouldHearEachOtherAsync(caller, agent);
        await Stage.ShouldNotHearAsync(caller, supervisor);
        await Stage.ShouldNotHearAsync(agent, supervisor);
    }

    [Fact]
    public async Task Who_whispers_is_heard_by_the_agent_alone()
    {
        var (caller, agent, supervisor) = await SupervisedAsync(SupervisionMode.Whisper);

        await Stage.ShouldHearAsync(agent, supervisor);
        await ShouldHearBothAsync(supervisor, caller, agent);
        await Stage.ShouldHearEachOtherAsync(caller, agent);
        await Stage.ShouldNotHearAsync(caller, supervisor);
    }

    [Fact]
    public async Task Who_barges_is_heard_by_everybody()
    {
        var (caller, agent, supervisor) = await SupervisedAsync(SupervisionMode.Barge);

        await Stage.ShouldHearAsync(agent, supervisor);
        await Stage.ShouldHearAsync(caller, supervisor);
        await ShouldHearBothAsync(supervisor, caller, agent);
        await Stage.ShouldHearEachOtherAsync(caller, agent);
    }

    [Fact]
    public async Task Modes_change_in_the_running_talk()
    {
        var (caller, agent, supervisor) = await SupervisedAsync(SupervisionMode.Listen);

        await SuperviseAsync(supervisor, agent, SupervisionMode.Whisper);
        await Stage.ShouldHearAsync(agent, supervisor);
        await Stage.ShouldNotHearAsync(caller, supervisor);

        await SuperviseAsync(supervisor, agent, SupervisionMode.Barge);
        await Stage.ShouldHearAsync(caller, supervisor);

        await SuperviseAsync(supervisor, agent, SupervisionMode.Listen);
        await Stage.ShouldNotHearAsync(caller, supervisor);
        await Stage.ShouldNotHearAsync(agent, supervisor);
        await ShouldHearBothAsync(supervisor, caller, agent);
        await Stage.ShouldHearEachOtherAsync(caller, agent);
    }

    [Fact]
    public async Task Asking_twice_has_the_effect_of_once()
    {
        var (_, agent, supervisor) = await SupervisedAsync(SupervisionMode.Whisper);

        (await Calls.SuperviseAsync(_supervision!.Value, supervisor, agent, SupervisionMode.Whisper, No))
            .ShouldBe(LegOutcome.Done.Instance);

        await Stage.ShouldHearAsync(agent, supervisor);
    }

    [Fact]
    public async Task It_follows_the_agent_into_his_next_segment()
    {
        var (caller, agent, supervisor) = await SupervisedAsync(SupervisionMode.Whisper);

        await Calls.PlayMusicAsync(caller, "default", No);
        await Calls.JoinAsync(new ConversationId(NewInteraction(), 2), caller, agent, No);

        await ShouldHearBothAsync(supervisor, caller, agent);
        await Stage.ShouldHearAsync(agent, supervisor);
        await Stage.ShouldNotHearAsync(caller, supervisor);
    }

    [Fact]
    public async Task Who_stops_hears_nobody_and_can_be_used_again()
    {
        var (caller, agent, supervisor) = await SupervisedAsync(SupervisionMode.Barge);

        await Calls.EndSupervisionAsync(_supervision!.Value, No);
        await Calls.EndSupervisionAsync(_supervision!.Value, No);
        await Calls.ParkAsync(supervisor, No);

        await Stage.ShouldNotHearAsync(supervisor, caller);
        await Stage.ShouldNotHearAsync(caller, supervisor);
        await Stage.ShouldHearEachOtherAsync(caller, agent);
        var next = await AnsweredAsync();
        await Calls.JoinAsync(new ConversationId(NewInteraction(), 1), next, supervisor, No);
        await Stage.ShouldHearEachOtherAsync(next, supervisor);
    }

    [Fact]
    public async Task A_leg_that_is_gone_is_named()
    {
        var (_, agent, supervisor) = await SupervisedAsync(SupervisionMode.Listen);
        await Calls.HangUpAsync(agent, HangUpReason.Normal, No);
        await Stage.FactAsync<AgentLegEnded>(ended => ended.Leg == agent);

        (await Calls.SuperviseAsync(SupervisionId.New(), supervisor, agent, SupervisionMode.Whisper, No))
            .ShouldBe(new LegOutcome.Gone(agent));

        await Calls.HangUpAsync(supervisor, HangUpReason.Normal, No);
        await Stage.FactAsync<AgentLegEnded>(ended => ended.Leg == supervisor);
        (await Calls.SuperviseAsync(SupervisionId.New(), supervisor, agent, SupervisionMode.Whisper, No))
            .ShouldBeOfType<LegOutcome.Gone>();
    }

    [Fact]
    public async Task After_a_reconnect_nobody_listens_until_he_asks_again()
    {
        var (caller, agent, supervisor) = await SupervisedAsync(SupervisionMode.Barge);

        var snapshot = await Stage.ReconnectAsync();

        snapshot.Callers.ShouldHaveSingleItem().Arrival.Leg.ShouldBe(caller);
        snapshot.AgentLegs.Single(leg => leg.Leg == supervisor).Conversation.ShouldBeNull();
        await Stage.ShouldNotHearAsync(caller, supervisor);
        await SuperviseAsync(supervisor, agent, SupervisionMode.Barge);
        await Stage.ShouldHearAsync(caller, supervisor);
    }

    private async Task<(LegId Caller, LegId Agent, LegId Supervisor)> SupervisedAsync(SupervisionMode mode)
    {
        var (caller, agent) = await TalkingAsync();
        var (_, supervisor) = await OpenAgentAsync();
        await SuperviseAsync(supervisor, agent, mode);
        return (caller, agent, supervisor);
    }

    private async Task SuperviseAsync(LegId supervisor, LegId agent, SupervisionMode mode)
    {
        var (former, next) = (_supervision, SupervisionId.New());
        (await Calls.SuperviseAsync(next, supervisor, agent, mode, No)).ShouldBe(LegOutcome.Done.Instance);
        _supervision = next;
        if (former is { } ended)
        {
            await Calls.EndSupervisionAsync(ended, No);
        }
    }

    private async Task ShouldHearBothAsync(LegId supervisor, LegId caller, LegId agent)
    {
        await Stage.ShouldHearAsync(supervisor, caller);
        await Stage.ShouldHearAsync(supervisor, agent);
    }
}

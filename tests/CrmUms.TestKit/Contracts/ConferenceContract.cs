using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.TestKit.Contracts;

/// <summary>
/// What every PBX owes the ACD about more than two who talk. Inherited by the fake and by the real one.
/// </summary>
public abstract class ConferenceContract : PbxContract
{
    private static readonly TimeSpan RingFor = TimeSpan.FromSeconds(30);
    private static readonly Dictionary<string, string> NoHeaders = [];

    private readonly InteractionId _interaction = NewInteraction();

    private ConversationId First => new(_interaction, 1);

    private ConversationId Second => new(_interaction, 2);

    [Fact]
    public async Task Three_who_are_joined_at_once_hear_each_other()
    {
        var (caller, agent, called) = await ThreeAsync();

        (await Calls.JoinAsync(First, [caller, agent, called], No)).ShouldBe(LegOutcome.Done.Instance);

        await AllHearEachOtherAsync(caller, agent, called);
    }

    [Fact]
    public async Task Whoever_is_joined_later_hears_all_and_is_heard_and_those_before_him_go_on()
    {
        var (caller, agent, called) = await ThreeAsync();
        await Calls.JoinAsync(First, caller, agent, No);
        await Stage.ShouldHearEachOtherAsync(caller, agent);

        (await Calls.JoinAsync(First, [called], No)).ShouldBe(LegOutcome.Done.Instance);

        await AllHearEachOtherAsync(caller, agent, called);
    }

    [Fact]
    public async Task When_one_of_several_is_gone_he_is_named_and_none_is_joined()
    {
        var (caller, agent, called) = await ThreeAsync();
        await Stage.HangUpCallerAsync(called);
        await Stage.FactAsync<OutboundLegEnded>();

        (await Calls.JoinAsync(First, [caller, called, agent], No)).ShouldBe(new LegOutcome.Gone(called));

        await Stage.ShouldNotHearAsync(caller, agent);
        (await Calls.JoinAsync(First, [caller, agent], No)).ShouldBe(LegOutcome.Done.Instance);
        await Stage.ShouldHearEachOtherAsync(caller, agent);
    }

    [Fact]
    public async Task Whoever_hears_music_is_out_and_the_others_go_on()
    {
        var (caller, agent, called) = await ConferenceAsync();

        await Calls.PlayMusicAsync(caller, "default", No);

        await Stage.ShouldHearMusicAsync(caller, "default");
        await Stage.ShouldHearEachOtherAsync(called, agent);
        await Stage.ShouldNotHearAsync(agent, caller);
    }

    [Fact]
    public async Task Whoever_is_silenced_is_heard_by_nobody()
    {
        var (caller, agent, called) = await ConferenceAsync();

        await Calls.MuteAsync(called, muted: true, No);

        await Stage.ShouldNotHearAsync(caller, called);
        await Stage.ShouldNotHearAsync(agent, called);
        await Stage.ShouldHearEachOtherAsync(caller, agent);
    }

    [Fact]
    public async Task An_agent_goes_from_one_talk_to_another_and_back()
    {
        var (caller, agent, called) = await ThreeAsync();
        await Calls.JoinAsync(First, caller, agent, No);

        await Calls.PlayMusicAsync(caller, "default", No);
        await Calls.JoinAsync(Second, agent, called, No);
        await Calls.DissolveAsync(First, No);
        await Stage.ShouldHearEachOtherAsync(called, agent);
        await Stage.ShouldHearMusicAsync(caller, "default");

        await Calls.PlayMusicAsync(called, "default", No);
        await Calls.JoinAsync(new ConversationId(_interaction, 3), caller, agent, No);
        await Stage.ShouldHearEachOtherAsync(caller, agent);
        await Stage.ShouldHearMusicAsync(called, "default");
    }

    [Fact]
    public async Task An_agent_who_is_swapped_away_hears_music_until_he_is_joined_again_or_parked()
    {
        var (caller, agent, called) = await ConferenceAsync();

        await Calls.PlayMusicAsync(agent, "default", No);
        await Stage.ShouldHearMusicAsync(agent, "default");
        await Stage.ShouldHearEachOtherAsync(caller, called);
        await Stage.ShouldNotHearAsync(called, agent);

        await Calls.JoinAsync(First, [agent], No);
        await AllHearEachOtherAsync(caller, agent, called);
        await Stage.ShouldNotHearMusicAsync(agent, "default");

        await Calls.PlayMusicAsync(agent, "default", No);
        await Stage.ShouldHearMusicAsync(agent, "default");
        (await Calls.ParkAsync(agent, No)).ShouldBe(LegOutcome.Done.Instance);
        await Stage.ShouldNotHearMusicAsync(agent, "default");
    }

    [Fact]
    public async Task A_snapshot_names_the_talk_of_all_who_are_in_it()
    {
        var (caller, agent, called) = await ConferenceAsync();

        var snapshot = await Stage.ReconnectAsync();

        snapshot.Callers.Single(one => one.Arrival.Leg == caller).Conversation.ShouldBe(First);
        snapshot.AgentLegs.Single(one => one.Leg == agent).Conversation.ShouldBe(First);
        snapshot.OutboundLegs.Single(one => one.Leg == called).Conversation.ShouldBe(First);
    }

    private async Task<(LegId Caller, LegId Agent, LegId Called)> ConferenceAsync()
    {
        var (caller, agent, called) = await ThreeAsync();
        await Calls.JoinAsync(First, [caller, agent, called], No);
        await AllHearEachOtherAsync(caller, agent, called);
        return (caller, agent, called);
    }

    private async Task<(LegId Caller, LegId Agent, LegId Called)> ThreeAsync()
    {
        var caller = await AnsweredAsync();
        var (_, agent) = await OpenAgentAsync();
        Stage.Callee = CalleeHabit.Answers;
        var called = OutboundLegs.NameOf(_interaction, 1);
        DialTarget.TryParse("+998907654321", out var target).ShouldBeTrue();
        await Calls.DialAsync(called, target!, "1000", RingFor, NoHeaders, No);
        await Stage.FactAsync<OutboundLegAnswered>(answered => answered.Leg == called);
        return (caller, agent, called);
    }

    private async Task AllHearEachOtherAsync(LegId one, LegId other, LegId third)
    {
        await Stage.ShouldHearEachOtherAsync(one, other);
        await Stage.ShouldHearEachOtherAsync(one, third);
        await Stage.ShouldHearEachOtherAsync(other, third);
    }
}

using CrmUms.Acd.Ports;

namespace CrmUms.TestKit.Contracts;

/// <summary>What every PBX owes the ACD about callers and talks. Inherited by the fake and by the real one.</summary>
public abstract class CallControlContract : PbxContract
{
    [Fact]
    public async Task A_caller_arrives_with_his_number_and_the_one_he_dialled()
    {
        await Stage.CallInAsync("1000", "+998901234567");

        var arrived = await Stage.FactAsync<CallArrived>();

        (arrived.Dialled, arrived.CallerId).ShouldBe(("1000", "+998901234567"));
    }

    [Fact]
    public async Task Answering_twice_has_the_effect_of_once()
    {
        var caller = await ArriveAsync();
        var interaction = NewInteraction();

        (await Calls.AnswerAsync(caller, interaction, No)).ShouldBe(LegOutcome.Done.Instance);
        (await Calls.AnswerAsync(caller, interaction, No)).ShouldBe(LegOutcome.Done.Instance);
    }

    [Fact]
    public async Task Everything_asked_of_a_leg_that_hung_up_is_answered_gone()
    {
        var gone = await AnsweredAsync();
        await Stage.HangUpCallerAsync(gone);
        await Stage.FactAsync<CallerLegEnded>(ended => ended.Leg == gone);

        var answers = new[]
        {
            await Calls.AnswerAsync(gone, NewInteraction(), No),
            await Calls.PlayAsync(gone, NewPlay(), [Stage.ShortPrompt], "en", No),
            await Calls.PlayMusicAsync(gone, "default", No),
            await Calls.StartMusicAsync(gone, "default", No),
            await Calls.MuteAsync(gone, muted: true, No),
            await Calls.SendDigitsAsync(gone, "1", No),
            await Calls.ParkAsync(gone, No),
        };

        answers.ShouldAllBe(answer => answer == new LegOutcome.Gone(gone));
        await Calls.HangUpAsync(gone, HangUpReason.Normal, No); // No complaint.
    }

    [Fact]
    public async Task A_waiting_caller_hears_music()
    {
        var caller = await AnsweredAsync();

        await Calls.PlayMusicAsync(caller, "default", No);
        await Calls.PlayMusicAsync(caller, "default", No);

        await Stage.ShouldHearMusicAsync(caller, "default");
    }

    [Fact]
    public async Task A_caller_who_has_met_nobody_hears_music_and_then_his_agent()
    {
        var caller = await AnsweredAsync();
        var (_, agent) = await OpenAgentAsync();

        await Calls.StartMusicAsync(caller, "default", No);
        await Stage.ShouldHearMusicAsync(caller, "default");
        await Calls.JoinAsync(new ConversationId(NewInteraction(), 1), caller, agent, No);

        await Stage.ShouldHearEachOtherAsync(caller, agent);
    }

    [Fact]
    public async Task Joined_parties_hear_each_other_and_the_music_is_over()
    {
        var (caller, agent) = await TalkingAsync();

        await Stage.ShouldHearEachOtherAsync(caller, agent);
    }

    [Fact]
    public async Task Joining_works_without_preparation_and_may_be_repeated()
    {
        var caller = await AnsweredAsync();
        var (_, agent) = await OpenAgentAsync();
        var conversation = new ConversationId(NewInteraction(), 1);

        (await Calls.JoinAsync(conversation, caller, agent, No)).ShouldBe(LegOutcome.Done.Instance);
        (await Calls.JoinAsync(conversation, caller, agent, No)).ShouldBe(LegOutcome.Done.Instance);

        await Stage.ShouldHearEachOtherAsync(caller, agent);
    }

    [Fact]
    public async Task Joining_a_caller_who_hung_up_says_that_it_is_he_who_is_gone()
    {
        var caller = await AnsweredAsync();
        var (_, agent) = await OpenAgentAsync();
        await Stage.HangUpCallerAsync(caller);
        await Stage.FactAsync<CallerLegEnded>();

        (await Calls.JoinAsync(new ConversationId(NewInteraction(), 1), caller, agent, No))
            .ShouldBe(new LegOutcome.Gone(caller));
    }

    [Fact]
    public async Task Joining_an_agent_whose_leg_is_gone_says_that_it_is_the_agent()
    {
        var caller = await AnsweredAsync();
        var (_, agent) = await OpenAgentAsync();
        await Calls.HangUpAsync(agent, HangUpReason.Normal, No);
        await Stage.FactAsync<AgentLegEnded>();

        (await Calls.JoinAsync(new ConversationId(NewInteraction(), 1), caller, agent, No))
            .ShouldBe(new LegOutcome.Gone(agent));
    }

    [Fact]
    public async Task A_held_caller_hears_music_and_the_agent_hears_nothing_of_him()
    {
        var (caller, agent) = await TalkingAsync();

        await Calls.PlayMusicAsync(caller, "default", No);

        await Stage.ShouldHearMusicAsync(caller, "default");
        await Stage.ShouldNotHearAsync(agent, caller);
    }

    [Fact]
    public async Task A_held_caller_is_taken_back_in_a_new_segment()
    {
        var (caller, agent) = await TalkingAsync();
        await Calls.PlayMusicAsync(caller, "default", No);

        await Calls.JoinAsync(new ConversationId(NewInteraction(), 2), caller, agent, No);

        await Stage.ShouldHearEachOtherAsync(caller, agent);
    }

    [Fact]
    public async Task A_parked_agent_and_his_caller_hear_nothing_of_each_other()
    {
        var (caller, agent) = await TalkingAsync();

        await Calls.ParkAsync(agent, No);
        await Calls.ParkAsync(agent, No);

        await Stage.ShouldNotHearAsync(caller, agent);
        await Stage.ShouldNotHearAsync(agent, caller);
    }

    [Fact]
    public async Task Legs_outlive_the_conversation_that_is_dissolved()
    {
        var (caller, agent) = await TalkingAsync();
        var again = new ConversationId(NewInteraction(), 1);
        await Calls.JoinAsync(again, caller, agent, No);

        await Calls.DissolveAsync(again, No);
        await Calls.DissolveAsync(again, No);

        await Stage.ShouldNotHearAsync(caller, agent);
        (await Calls.ParkAsync(agent, No)).ShouldBe(LegOutcome.Done.Instance);
        (await Calls.PlayMusicAsync(caller, "default", No)).ShouldBe(LegOutcome.Done.Instance);
    }

    [Fact]
    public async Task A_muted_agent_is_not_heard_until_he_is_opened_again()
    {
        var (caller, agent) = await TalkingAsync();

        await Calls.MuteAsync(agent, muted: true, No);
        await Calls.MuteAsync(agent, muted: true, No);
        await Stage.ShouldNotHearAsync(caller, agent);

        await Calls.MuteAsync(agent, muted: false, No);
        await Stage.ShouldHearEachOtherAsync(caller, agent);
    }

    [Fact]
    public async Task A_key_that_the_caller_presses_is_told_once()
    {
        var (caller, _) = await TalkingAsync();

        await Stage.PressKeyAsync(caller, '5');
        await Stage.PressKeyAsync(caller, '#');

        (await Stage.FactAsync<DigitReceived>()).ShouldBe(new DigitReceived(caller, '5'));
        (await Stage.FactAsync<DigitReceived>()).ShouldBe(new DigitReceived(caller, '#'));
        Stage.UntakenFacts().OfType<DigitReceived>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hang_up_ends_the_leg_once()
    {
        var caller = await AnsweredAsync();

        await Calls.HangUpAsync(caller, HangUpReason.Normal, No);
        await Calls.HangUpAsync(caller, HangUpReason.Normal, No);

        var ended = await Stage.FactAsync<CallerLegEnded>();
        (ended.Leg, ended.Cause).ShouldBe((caller, 16));
        Stage.UntakenFacts().OfType<CallerLegEnded>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_leg_that_stays_when_the_other_hangs_up_can_be_used_again()
    {
        var (caller, agent) = await TalkingAsync();

        await Stage.HangUpCallerAsync(caller);
        await Stage.FactAsync<CallerLegEnded>();

        (await Calls.ParkAsync(agent, No)).ShouldBe(LegOutcome.Done.Instance);
        var next = await AnsweredAsync();
        await Calls.JoinAsync(new ConversationId(NewInteraction(), 1), next, agent, No);
        await Stage.ShouldHearEachOtherAsync(next, agent);
    }

    [Fact]
    public async Task After_a_reconnect_the_snapshot_shows_who_waits_and_who_talks()
    {
        var untaken = await ArriveAsync();
        var waiting = await ArriveAsync();
        var waitingInteraction = NewInteraction();
        await Calls.AnswerAsync(waiting, waitingInteraction, No);
        await Calls.PlayMusicAsync(waiting, "default", No);
        var (talking, agentLeg) = await TalkingAsync();

        var snapshot = await Stage.ReconnectAsync();

        snapshot.Callers.Count.ShouldBe(3);
        snapshot.Callers.Single(one => one.Arrival.Leg == untaken).Interaction.ShouldBeNull();
        snapshot.Callers.Single(one => one.Arrival.Leg == waiting).Interaction.ShouldBe(waitingInteraction);
        var talk = snapshot.Callers.Single(one => one.Arrival.Leg == talking).Conversation.ShouldNotBeNull();
        var agent = snapshot.AgentLegs.ShouldHaveSingleItem();
        (agent.Leg, agent.IsUp, agent.Conversation).ShouldBe((agentLeg, true, (ConversationId?)talk));
        snapshot.RegisteredAgents.ShouldBe([agent.Agent]);
        await Stage.ShouldHearEachOtherAsync(talking, agentLeg);
    }
}

using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.TestKit.Contracts;

/// <summary>What every PBX owes the ACD about prompts. Inherited by the fake and by the real one.</summary>
public abstract class PromptsContract : PbxContract
{
    [Fact]
    public async Task The_end_of_a_prompt_is_told()
    {
        var caller = await AnsweredAsync();
        var play = NewPlay();

        await Calls.PlayAsync(caller, play, [Stage.ShortPrompt], "en", No);
        await Stage.EndPromptAsync(caller);

        (await Stage.FactAsync<PromptFinished>()).ShouldBe(new PromptFinished(play, caller, Failed: false));
    }

    [Fact]
    public async Task A_prompt_can_be_stopped_more_than_once()
    {
        var caller = await AnsweredAsync();
        var play = NewPlay();
        await Calls.PlayAsync(caller, play, [Stage.LongPrompt], "en", No);

        await Calls.StopPlayAsync(play, No);
        await Calls.StopPlayAsync(play, No);

        (await Stage.FactAsync<PromptFinished>()).Play.ShouldBe(play);
    }

    [Fact]
    public async Task A_prompt_asked_for_twice_is_played_once()
    {
        var caller = await AnsweredAsync();
        var play = NewPlay();

        await Calls.PlayAsync(caller, play, [Stage.LongPrompt], "en", No);
        await Calls.PlayAsync(caller, play, [Stage.LongPrompt], "en", No);
        await Calls.StopPlayAsync(play, No);

        await Stage.FactAsync<PromptFinished>();
        await Calls.PlayMusicAsync(caller, "default", No);
        await Stage.ShouldHearMusicAsync(caller, "default");
        Stage.UntakenFacts().OfType<PromptFinished>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_prompts_are_one_play()
    {
        var caller = await AnsweredAsync();
        var play = NewPlay();

        await Calls.PlayAsync(caller, play, [Stage.ShortPrompt, Stage.ShortPrompt, Stage.ShortPrompt], "en", No);
        await Stage.ShouldHearPromptAsync(caller);
        await Stage.EndPromptAsync(caller);

        (await Stage.FactAsync<PromptFinished>()).ShouldBe(new PromptFinished(play, caller, Failed: false));
        await ShouldBeAllAsync<PromptFinished>(caller);
    }

    [Fact]
    public async Task Stopping_a_play_takes_its_other_prompts_along()
    {
        var caller = await AnsweredAsync();
        var play = NewPlay();
        await Calls.PlayAsync(caller, play, [Stage.LongPrompt, Stage.LongPrompt], "en", No);
        await Stage.ShouldHearPromptAsync(caller);

        await Calls.StopPlayAsync(play, No);

        (await Stage.FactAsync<PromptFinished>()).Play.ShouldBe(play);
        await Stage.ShouldNotHearPromptAsync(caller);
        await ShouldBeAllAsync<PromptFinished>(caller);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_missing_prompt_fails_the_play_once(int place)
    {
        var caller = await AnsweredAsync();
        var play = NewPlay();
        var prompts = Enumerable.Repeat(Stage.ShortPrompt, 3).ToArray();
        prompts[place] = Stage.MissingPrompt;

        (await Calls.PlayAsync(caller, play, prompts, "en", No)).ShouldBe(LegOutcome.Done.Instance);

        (await Stage.FactAsync<PromptFinished>()).ShouldBe(new PromptFinished(play, caller, Failed: true));
        await ShouldBeAllAsync<PromptFinished>(caller);
    }

    [Fact]
    public async Task Keys_pressed_while_prompts_play_are_told_in_their_order_and_stop_nothing()
    {
        var caller = await AnsweredAsync();
        var play = NewPlay();
        await Calls.PlayAsync(caller, play, [Stage.LongPrompt, Stage.ShortPrompt], "en", No);

        foreach (var key in "159#*0")
        {
            await Stage.PressKeyAsync(caller, key);
        }

        foreach (var key in "159#*0")
        {
            (await Stage.FactAsync<DigitReceived>()).ShouldBe(new DigitReceived(caller, key));
        }

        await Stage.ShouldHearPromptAsync(caller);
        Stage.UntakenFacts().OfType<PromptFinished>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_prompt_to_an_agent_in_a_talk_is_not_heard_by_his_caller_and_the_talk_goes_on()
    {
        var (caller, agent) = await TalkingAsync();

        await Calls.PlayAsync(agent, NewPlay(), [Stage.LongPrompt], "en", No);

        await Stage.ShouldHearPromptAsync(agent);
        await Stage.ShouldNotHearPromptAsync(caller);
        await Stage.PressKeyAsync(caller, '7');
        await Stage.FactAsync<DigitReceived>();
    }

    [Fact]
    public async Task An_agent_hears_the_beep_before_he_is_joined()
    {
        var caller = await AnsweredAsync();
        var (_, agent) = await OpenAgentAsync();
        var play = NewPlay();

        await Calls.PlayAsync(agent, play, [ICallControl.Beep], "en", No);
        await Stage.EndPromptAsync(agent);
        (await Stage.FactAsync<PromptFinished>()).ShouldBe(new PromptFinished(play, agent, Failed: false));
        await Calls.JoinAsync(new ConversationId(NewInteraction(), 1), caller, agent, No);

        await Stage.ShouldHearEachOtherAsync(caller, agent);
    }

    [Fact]
    public async Task A_leg_whose_prompt_was_stopped_is_joined_in_the_same_breath()
    {
        var caller = await AnsweredAsync();
        var (_, agent) = await OpenAgentAsync();
        var play = NewPlay();
        await Calls.PlayAsync(caller, play, [Stage.LongPrompt], "en", No);
        await Stage.ShouldHearPromptAsync(caller);

        var stopped = Calls.StopPlayAsync(play, No);
        var joined = Calls.JoinAsync(new ConversationId(NewInteraction(), 1), caller, agent, No);

        await stopped;
        (await joined).ShouldBe(LegOutcome.Done.Instance);
        await Stage.ShouldHearEachOtherAsync(caller, agent);
    }

    // Whatever were still to come would come before the key.
    private async Task ShouldBeAllAsync<T>(LegId leg)
    {
        await Stage.PressKeyAsync(leg, '8');
        await Stage.FactAsync<DigitReceived>(digit => digit.Digit == '8');
        Stage.UntakenFacts().OfType<T>().ShouldBeEmpty();
    }
}

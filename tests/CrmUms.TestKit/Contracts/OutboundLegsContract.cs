using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.TestKit.Contracts;

/// <summary>
/// What every PBX owes the ACD about calls to the outside. Inherited by the fake and by the real one.
/// </summary>
public abstract class OutboundLegsContract : PbxContract
{
    private const string Number = "+998907654321";
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);
    private static readonly Dictionary<string, string> NoHeaders = [];

    private readonly InteractionId _interaction = NewInteraction();

    [Fact]
    public async Task Whoever_answers_can_be_joined_with_a_caller()
    {
        var caller = await AnsweredAsync();
        await Calls.PlayMusicAsync(caller, "default", No);
        var called = await CalledAsync();

        (await Calls.JoinAsync(new ConversationId(_interaction, 1), caller, called, No))
            .ShouldBe(LegOutcome.Done.Instance);

        await Stage.ShouldHearEachOtherAsync(caller, called);
    }

    [Fact]
    public async Task Whoever_answers_can_be_joined_with_an_agent_after_music_whichever_is_named_first()
    {
        var (_, agent) = await OpenAgentAsync();
        var called = await CalledAsync();
        await Calls.PlayMusicAsync(called, "default", No);
        await Stage.ShouldHearMusicAsync(called, "default");

        await Calls.JoinAsync(new ConversationId(_interaction, 1), agent, called, No);

        await Stage.ShouldHearEachOtherAsync(called, agent);
    }

    [Fact]
    public async Task An_answer_is_told_once_with_the_file_of_its_recording()
    {
        var called = await DialAsync(CalleeHabit.Answers);

        (await Stage.FactAsync<OutboundLegRinging>()).Leg.ShouldBe(called);
        var answered = await Stage.FactAsync<OutboundLegAnswered>();
        (answered.Leg, answered.RecordingFile).ShouldBe((called, $"{called}.raw"));
        await Stage.PressKeyAsync(called, '1');
        (await Stage.FactAsync<DigitReceived>()).ShouldBe(new DigitReceived(called, '1'));
        Stage.UntakenFacts().OfType<OutboundLegAnswered>().ShouldBeEmpty();
        Stage.UntakenFacts().OfType<OutboundLegRinging>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(CalleeHabit.IsBusy, OutboundOutcome.Busy, false)]
    [InlineData(CalleeHabit.Declines, OutboundOutcome.Refused, true)]
    [InlineData(CalleeHabit.Rings, OutboundOutcome.NoAnswer, true)]
    [InlineData(CalleeHabit.IsUnknown, OutboundOutcome.Unreachable, false)]
    [InlineData(CalleeHabit.IsSilent, OutboundOutcome.Unreachable, false)]
    public async Task Whoever_does_not_answer_is_told_with_the_reason(
        CalleeHabit habit, OutboundOutcome outcome, bool rings)
    {
        var called = await DialAsync(habit, Short);

        var ended = await Stage.FactAsync<OutboundLegEnded>();

        (ended.Leg, ended.Outcome).ShouldBe((called, outcome));
        Stage.UntakenFacts().OfType<OutboundLegRinging>().Any().ShouldBe(rings);
        Stage.UntakenFacts().OfType<OutboundLegAnswered>().ShouldBeEmpty();
        Stage.UntakenFacts().OfType<CallerLegEnded>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_call_given_up_while_it_rings_is_hung_up()
    {
        var called = await DialAsync(CalleeHabit.Rings);
        await Stage.FactAsync<OutboundLegRinging>();

        await Calls.HangUpAsync(called, HangUpReason.Normal, No);
        await Calls.HangUpAsync(called, HangUpReason.Normal, No);

        (await Stage.FactAsync<OutboundLegEnded>()).Outcome.ShouldBe(OutboundOutcome.HungUp);
        Stage.UntakenFacts().OfType<OutboundLegEnded>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_answered_and_hangs_up_has_hung_up()
    {
        var called = await CalledAsync();

        await Stage.HangUpCallerAsync(called);

        var ended = await Stage.FactAsync<OutboundLegEnded>();
        (ended.Leg, ended.Outcome, ended.Cause).ShouldBe((called, OutboundOutcome.HungUp, 16));
        (await Calls.PlayMusicAsync(called, "default", No)).ShouldBe(new LegOutcome.Gone(called));
    }

    [Fact]
    public async Task A_call_asked_for_twice_is_made_once()
    {
        var called = await DialAsync(CalleeHabit.Rings);
        await Stage.FactAsync<OutboundLegRinging>();

        await Calls.DialAsync(called, Target(Number), "1000", Long, NoHeaders, No);
        await Calls.HangUpAsync(called, HangUpReason.Normal, No);

        await Stage.FactAsync<OutboundLegEnded>();
        Stage.UntakenFacts().OfType<OutboundLegRinging>().ShouldBeEmpty();
        Stage.DialledCount.ShouldBe(1);
    }

    [Fact]
    public async Task Number_caller_and_headers_reach_the_other_side()
    {
        var headers = new Dictionary<string, string>
        {
            ["X-CrmUms-Interaction"] = _interaction.ToString(),
            ["X-CrmUms-Summary"] = "долг; \"12,5\" = 100%",
        };

        await DialAsync(CalleeHabit.Answers, headers: headers);
        await Stage.FactAsync<OutboundLegAnswered>();

        var heard = Stage.LastDialled(headers.Keys);
        (heard.Number, heard.CallerId).ShouldBe((Number, "+998711234567"));
        heard.Headers.ShouldBe(headers);
    }

    [Fact]
    public async Task Somebody_whom_we_called_hears_prompts_and_music_and_leaves_a_message()
    {
        var called = await CalledAsync();

        await Calls.PlayAsync(called, NewPlay(), [Stage.ShortPrompt], "en", No);
        await Stage.EndPromptAsync(called);
        (await Stage.FactAsync<PromptFinished>()).Leg.ShouldBe(called);
        await Calls.PlayMusicAsync(called, "default", No);
        await Stage.ShouldHearMusicAsync(called, "default");
        var name = $"voicemail-{called}";
        await Calls.RecordAsync(called, name, Long, endOnSilence: null, endOnDigit: '*', No);
        await Stage.PressKeyAsync(called, '*');
        (await Stage.FactAsync<LegRecordingFinished>()).RecordingName.ShouldBe(name);
    }

    [Fact]
    public async Task After_a_reconnect_the_snapshot_shows_whom_we_call_and_who_has_answered()
    {
        var caller = await AnsweredAsync();
        var talking = await CalledAsync();
        var talk = new ConversationId(_interaction, 4);
        await Calls.JoinAsync(talk, caller, talking, No);
        var other = NewInteraction();
        var ringing = await DialAsync(CalleeHabit.Rings, leg: OutboundLegs.NameOf(other, 2));
        await Stage.FactAsync<OutboundLegRinging>();

        var snapshot = await Stage.ReconnectAsync();

        snapshot.Callers.ShouldHaveSingleItem().Arrival.Leg.ShouldBe(caller);
        snapshot.OutboundLegs.ShouldBe(
            [
                new PbxOutboundLeg(talking, _interaction, OutboundLegState.Answered, $"{talking}.raw", talk),
                new PbxOutboundLeg(ringing, other, OutboundLegState.Ringing, "", Conversation: null),
            ],
            ignoreOrder: true);
        await Calls.HangUpAsync(ringing, HangUpReason.Normal, No);
        (await Stage.FactAsync<OutboundLegEnded>()).Outcome.ShouldBe(OutboundOutcome.HungUp);
        Stage.UntakenFacts().OfType<OutboundLegRinging>().ShouldBeEmpty();
    }

    private static DialTarget Target(string text)
    {
        DialTarget.TryParse(text, out var target).ShouldBeTrue();
        return target!;
    }

    private async Task<LegId> DialAsync(
        CalleeHabit habit,
        TimeSpan? timeout = null,
        IReadOnlyDictionary<string, string>? headers = null,
        LegId? leg = null)
    {
        var called = leg ?? OutboundLegs.NameOf(_interaction, 1);
        Stage.Callee = habit;
        await Calls.DialAsync(called, Target(Number), "+998711234567", timeout ?? Long, headers ?? NoHeaders, No);
        return called;
    }

    private async Task<LegId> CalledAsync()
    {
        var called = await DialAsync(CalleeHabit.Answers);
        await Stage.FactAsync<OutboundLegRinging>();
        (await Stage.FactAsync<OutboundLegAnswered>()).Leg.ShouldBe(called);
        return called;
    }
}

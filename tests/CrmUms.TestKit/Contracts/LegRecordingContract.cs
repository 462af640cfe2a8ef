using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.TestKit.Contracts;

/// <summary>What every PBX owes the ACD about voicemail. Inherited by the fake and by the real one.</summary>
public abstract class LegRecordingContract : PbxContract
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_recording_ends_with_the_key_that_was_named()
    {
        var caller = await AnsweredAsync();
        var name = await RecordedAsync(caller, endOnDigit: '#');

        await Stage.PressKeyAsync(caller, '5');
        await Stage.FactAsync<DigitReceived>(key => key.Digit == '5');
        Stage.UntakenFacts().OfType<LegRecordingFinished>().ShouldBeEmpty();
        await Stage.PressKeyAsync(caller, '#');

        await ShouldBeFinishedAsync(name, caller);
    }

    [Fact]
    public async Task A_recording_can_be_stopped_more_than_once()
    {
        var caller = await AnsweredAsync();
        var name = await RecordedAsync(caller);

        await Calls.StopRecordAsync(name, No);
        await Calls.StopRecordAsync(name, No);

        await ShouldBeFinishedAsync(name, caller);
        await Calls.StopRecordAsync(name, No);
    }

    [Fact]
    public async Task A_recording_has_a_greatest_length()
    {
        var caller = await AnsweredAsync();

        var name = await RecordedAsync(caller, maxLength: Second);

        (await ShouldBeFinishedAsync(name, caller)).Duration.ShouldBe(Second);
    }

    [Fact]
    public async Task A_caller_who_hangs_up_leaves_his_recording()
    {
        var caller = await AnsweredAsync();
        var name = await RecordedAsync(caller);

        await Stage.HangUpCallerAsync(caller);

        await Stage.FactAsync<CallerLegEnded>();
        // Told before the end of the leg, so it is there by now.
        var finished = Stage.UntakenFacts().OfType<LegRecordingFinished>().ShouldHaveSingleItem();
        (finished.RecordingName, finished.Leg, finished.Failed).ShouldBe((name, caller, false));
    }

    [Fact]
    public async Task A_recording_asked_for_twice_is_one_while_it_lasts_and_afterwards()
    {
        var caller = await AnsweredAsync();
        var name = await RecordedAsync(caller);

        (await AskAsync(caller, name)).ShouldBe(LegOutcome.Done.Instance);
        await Calls.StopRecordAsync(name, No);
        await ShouldBeFinishedAsync(name, caller);
        (await AskAsync(caller, name)).ShouldBe(LegOutcome.Done.Instance);

        await Calls.PlayMusicAsync(caller, "default", No);
        await Stage.ShouldHearMusicAsync(caller, "default");
        Stage.UntakenFacts().OfType<LegRecordingFinished>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_is_recorded_is_taken_out_of_his_talk()
    {
        var (caller, agent) = await TalkingAsync();

        await RecordedAsync(caller);

        await Stage.ShouldNotHearAsync(caller, agent);
        await Stage.ShouldNotHearAsync(agent, caller);
    }

    [Fact]
    public async Task Music_ends_when_a_recording_begins()
    {
        var caller = await AnsweredAsync();
        await Calls.PlayMusicAsync(caller, "default", No);
        await Stage.ShouldHearMusicAsync(caller, "default");

        await RecordedAsync(caller);

        await Stage.ShouldNotHearMusicAsync(caller, "default");
    }

    [Fact]
    public async Task A_leg_cannot_be_joined_before_its_recording_has_ended()
    {
        var caller = await AnsweredAsync();
        var (_, agent) = await OpenAgentAsync();
        var name = await RecordedAsync(caller);
        var conversation = new ConversationId(NewInteraction(), 1);

        (await Should.ThrowAsync<CtiException>(() => Calls.JoinAsync(conversation, caller, agent, No)))
            .Code.ShouldBe(CtiErrorCode.Refused);
        await Calls.StopRecordAsync(name, No);
        await ShouldBeFinishedAsync(name, caller);

        (await Calls.JoinAsync(conversation, caller, agent, No)).ShouldBe(LegOutcome.Done.Instance);
        await Stage.ShouldHearEachOtherAsync(caller, agent);
    }

    [Fact]
    public async Task A_caller_who_is_gone_cannot_be_recorded()
    {
        var caller = await AnsweredAsync();
        await Stage.HangUpCallerAsync(caller);
        await Stage.FactAsync<CallerLegEnded>();

        (await AskAsync(caller, NewName())).ShouldBe(new LegOutcome.Gone(caller));
    }

    private static string NewName() => $"voicemail-{Guid.CreateVersion7():n}";

    private Task<LegOutcome> AskAsync(LegId leg, string name) =>
        Calls.RecordAsync(leg, name, Long, endOnSilence: null, endOnDigit: null, No);

    private async Task<string> RecordedAsync(LegId leg, TimeSpan? maxLength = null, char? endOnDigit = null)
    {
        var name = NewName();
        (await Calls.RecordAsync(leg, name, maxLength ?? Long, endOnSilence: null, endOnDigit, No))
            .ShouldBe(LegOutcome.Done.Instance);
        return name;
    }

    private async Task<LegRecordingFinished> ShouldBeFinishedAsync(string name, LegId leg)
    {
        var finished = await Stage.FactAsync<LegRecordingFinished>();
        (finished.RecordingName, finished.Leg, finished.Failed).ShouldBe((name, leg, false));
        return finished;
    }
}

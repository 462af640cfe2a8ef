using CrmUms.SipPhone.Audio;
using CrmUms.SipPhone.Sip;
using static CrmUms.SipPhone.Tests.Waiting;

namespace CrmUms.SipPhone.Tests;

public sealed class EndingsTests
{
    private static readonly TimeSpan ShortRing = TimeSpan.FromMilliseconds(30);

    [Theory]
    [InlineData(486)]
    [InlineData(404)]
    [InlineData(503)]
    [InlineData(603)]
    public async Task A_refusal_ends_the_call_with_its_status_and_reason(int status)
    {
        var plan = IncomingPlan.Refuse(status, ShortRing) with { Reason = "Q.850;cause=17;text=\"busy\"" };
        await using var pair = new PhonePair(plan);
        var call = await pair.CallAsync();

        var ending = await call.WaitForEndAsync(Limit);

        ending.ShouldBe(new CallEnding(CallEndingKind.Refused, status, plan.Reason));
        ending.Q850.ShouldBe(17);
        call.Times.RingingAt.ShouldNotBeNull();
        call.Times.AnsweredAt.ShouldBeNull();
        (await Should.ThrowAsync<CallEndedException>(call.WaitForAnswerAsync(Limit))).Ending.ShouldBe(ending);
    }

    [Fact]
    public async Task A_caller_who_gives_up_cancels_the_ringing_call_on_both_sides()
    {
        await using var pair = new PhonePair(IncomingPlan.Ring());
        var call = await pair.CallAsync();
        var called = await pair.Callee.WaitForCallAsync(Limit);
        await call.WaitForRingingAsync(Limit);

        await call.HangUpAsync("SIP;cause=200;text=\"Call completed elsewhere\"");

        (await call.Ended).Kind.ShouldBe(CallEndingKind.Cancelled);
        var ending = await called.WaitForEndAsync(Limit);
        ending.Kind.ShouldBe(CallEndingKind.Cancelled);
        ending.Reason.ShouldNotBeNull().ShouldContain("elsewhere");
        pair.Callee.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_who_gives_up_before_any_sign_of_the_peer_cancels_at_the_first_sign()
    {
        await using var pair = new PhonePair(IncomingPlan.Ring());
        var call = await pair.CallAsync();

        await call.HangUpAsync();

        (await call.Ended).Kind.ShouldBe(CallEndingKind.Cancelled);
        var called = await pair.Callee.WaitForCallAsync(Limit);
        (await called.WaitForEndAsync(Limit)).Kind.ShouldBe(CallEndingKind.Cancelled);
    }

    [Fact]
    public async Task An_answer_that_crosses_the_cancel_is_hung_up()
    {
        // The CANCEL is lost, so the peer answers although the caller has given up.
        var callee = new PhoneOptions { Loses = message => message is SipRequest { Method: "CANCEL" } };
        await using var pair = new PhonePair(IncomingPlan.Ring(), callee: callee);
        var call = await pair.CallAsync();
        var called = await pair.Callee.WaitForCallAsync(Limit);
        await call.WaitForRingingAsync(Limit);
        var hungUp = call.HangUpAsync();

        await called.AnswerAsync();

        await hungUp.InTime();
        (await call.Ended).Kind.ShouldBe(CallEndingKind.Cancelled);
        (await called.WaitForEndAsync(Limit)).Kind.ShouldBe(CallEndingKind.PeerHungUp);
    }

    [Fact]
    public async Task The_called_side_answers_after_its_ring_time_and_hangs_up_after_its_talk_time()
    {
        var plan = IncomingPlan.Answer(ShortRing) with { TalkFor = ShortRing, Reason = "Q.850;cause=16" };
        await using var pair = new PhonePair(plan);
        var call = await pair.CallAsync();

        var ending = await call.WaitForEndAsync(Limit);

        ending.ShouldBe(new CallEnding(CallEndingKind.PeerHungUp, Reason: plan.Reason));
        var rang = call.Times.AnsweredAt!.Value - call.Times.RingingAt!.Value;
        rang.ShouldBeGreaterThan(ShortRing * 0.8);
    }

    [Fact]
    public async Task A_call_without_a_common_codec_is_refused()
    {
        await using var pair = new PhonePair(
            IncomingPlan.Answer(), callee: new PhoneOptions { Codecs = [Codec.Pcma] });
        var call = await pair.CallAsync(new CallOptions { Codecs = [Codec.Pcmu] });

        (await call.WaitForEndAsync(Limit)).Status.ShouldBe(488);
    }

    [Fact]
    public async Task A_peer_that_never_replies_ends_the_call_within_the_bound()
    {
        var caller = new PhoneOptions { T1 = TimeSpan.FromMilliseconds(5) };
        await using var pair = new PhonePair(IncomingPlan.Ignore(), caller);
        var call = await pair.CallAsync();

        (await call.WaitForEndAsync(Limit)).ShouldBe(new CallEnding(CallEndingKind.NoReply));
    }

    [Fact]
    public async Task Early_media_is_heard_while_it_rings()
    {
        var plan = IncomingPlan.Ring() with { EarlyMedia = true, Sound = Sound.Tone(425) };
        await using var pair = new PhonePair(plan);
        var call = await pair.CallAsync();

        await call.Media.WaitForToneAsync(425, minDbfs: -21, Limit);

        call.State.ShouldBe(CallState.Ringing);
    }
}

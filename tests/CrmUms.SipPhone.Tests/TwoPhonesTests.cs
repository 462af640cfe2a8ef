using CrmUms.SipPhone.Audio;

namespace CrmUms.SipPhone.Tests;

public sealed class TwoPhonesTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Both_sides_of_an_answered_call_hear_each_other_until_one_hangs_up()
    {
        await using var pair = new PhonePair(IncomingPlan.Answer() with { Sound = Sound.Tone(700) });
        var call = await pair.CallAsync(new CallOptions { Sound = Sound.Tone(440) });
        var called = await pair.Callee.WaitForCallAsync(Limit);
        await call.WaitForAnswerAsync(Limit);

        await call.Media.WaitForToneAsync(700, minDbfs: -20.8, Limit);
        await called.Media.WaitForToneAsync(440, minDbfs: -20.8, Limit);
        call.Media.ToneLevel(700).ShouldBe(-20, 1.0);
        call.Media.ToneLevel(440).ShouldBeLessThan(-50);

        await call.HangUpAsync("Q.850;cause=16");
        var ending = await called.WaitForEndAsync(Limit);
        ending.Kind.ShouldBe(CallEndingKind.PeerHungUp);
        ending.Q850.ShouldBe(16);
        (await call.Ended).Kind.ShouldBe(CallEndingKind.WeHungUp);
        pair.Callee.Calls.ShouldBeEmpty();
    }
}

using CrmUms.SipPhone.Audio;

namespace CrmUms.SipPhone.Tests;

public sealed class ManyCallsTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Fifty_calls_talk_at_once_and_each_hears_its_peer()
    {
        await using var pair = new PhonePair(IncomingPlan.Answer() with { Sound = Sound.Tone(700) });
        var options = new CallOptions { Sound = Sound.Tone(440) };

        var calls = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => pair.CallAsync(options)));

        await Task.WhenAll(calls.Select(call => call.Media.WaitForToneAsync(700, minDbfs: -21, Limit)));
        await Task.WhenAll(pair.Callee.Calls.Select(call => call.Media.WaitForToneAsync(440, minDbfs: -21, Limit)));
        calls.Sum(call => call.Media.Statistics.Lost).ShouldBe(0);
    }
}

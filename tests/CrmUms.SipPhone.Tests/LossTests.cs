using System.Collections.Concurrent;
using CrmUms.SipPhone.Sip;
using static CrmUms.SipPhone.Tests.Waiting;

namespace CrmUms.SipPhone.Tests;

public sealed class LossTests
{
    private static readonly TimeSpan T1 = TimeSpan.FromMilliseconds(20);

    [Theory]
    [InlineData("INVITE")]
    [InlineData("ACK")]
    [InlineData("BYE")]
    public async Task A_lost_request_is_sent_again(string method)
    {
        var callee = new PhoneOptions { T1 = T1, Loses = First(2, m => m is SipRequest r && r.Method == method) };
        await using var pair = new PhonePair(IncomingPlan.Answer(), new PhoneOptions { T1 = T1 }, callee);

        await TalkAndHangUpAsync(pair);
    }

    [Theory]
    [InlineData("INVITE")]
    [InlineData("BYE")]
    public async Task A_lost_response_is_sent_again(string method)
    {
        var loses = First(2, m => m is SipResponse { IsFinal: true } && m.CSeq.Method == method);
        await using var pair = new PhonePair(
            IncomingPlan.Answer(), new PhoneOptions { T1 = T1, Loses = loses }, new PhoneOptions { T1 = T1 });

        await TalkAndHangUpAsync(pair);
    }

    [Fact]
    public async Task Every_fifth_message_lost_still_makes_a_hundred_calls()
    {
        var seen = 0;
        var lossy = new PhoneOptions { T1 = T1, Loses = _ => Interlocked.Increment(ref seen) % 5 == 0 };
        await using var pair = new PhonePair(IncomingPlan.Answer(), lossy, lossy);

        var calls = new ConcurrentBag<CallEnding>();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
        {
            var call = await pair.CallAsync();
            await call.WaitForAnswerAsync(Limit);
            await call.HangUpAsync().InTime();
            calls.Add(await call.Ended);
        }));

        calls.ShouldAllBe(ending => ending.Kind == CallEndingKind.WeHungUp);
        calls.Count.ShouldBe(100);
    }

    [Fact]
    public async Task An_answer_that_is_never_acknowledged_is_hung_up()
    {
        var callee = new PhoneOptions
        {
            T1 = TimeSpan.FromMilliseconds(5), Loses = message => message is SipRequest { Method: "ACK" },
        };
        await using var pair = new PhonePair(IncomingPlan.Answer(), callee: callee);
        var call = await pair.CallAsync();

        var ending = await call.WaitForEndAsync(Limit);

        ending.Kind.ShouldBe(CallEndingKind.PeerHungUp);
        ending.Reason.ShouldNotBeNull().ShouldContain("No ACK");
    }

    private static async Task TalkAndHangUpAsync(PhonePair pair)
    {
        var (call, called) = await pair.TalkAsync();
        await called.Media.WaitForPacketsAsync(5, Limit);
        await call.HangUpAsync().InTime();
        (await called.WaitForEndAsync(Limit)).Kind.ShouldBe(CallEndingKind.PeerHungUp);
    }

    private static Func<SipMessage, bool> First(int count, Func<SipMessage, bool> which)
    {
        var lost = 0;
        return message => which(message) && lost++ < count;
    }
}

using System.Net;
using System.Net.Sockets;
using CrmUms.SipPhone.Audio;
using CrmUms.SipPhone.Sip;
using static CrmUms.SipPhone.Tests.Waiting;

namespace CrmUms.SipPhone.Tests;

public sealed class RobustnessTests
{
    [Theory]
    [InlineData("OPTIONS", 200)]
    [InlineData("INFO", 200)]
    [InlineData("UPDATE", 200)]
    [InlineData("REFER", 405)]
    public async Task A_request_within_a_call_is_answered(string method, int status)
    {
        await using var pair = new PhonePair(IncomingPlan.Answer());
        var (call, called) = await pair.TalkAsync();

        (await AskAsync(pair.Caller, () => call.Dialog.Request(method), called)).Status.ShouldBe(status);

        called.State.ShouldBe(CallState.Answered);
    }

    [Fact]
    public async Task A_request_that_is_older_than_the_last_one_is_refused()
    {
        await using var pair = new PhonePair(IncomingPlan.Answer());
        var (call, called) = await pair.TalkAsync();
        await AskAsync(pair.Caller, () => call.Dialog.Request("OPTIONS"), called);

        var old = await AskAsync(pair.Caller, () => WithCSeq(call.Dialog.Request("BYE"), 1), called);

        old.Status.ShouldBe(500);
        called.State.ShouldBe(CallState.Answered);
    }

    [Fact]
    public async Task A_request_for_a_call_that_is_over_is_told_so()
    {
        await using var pair = new PhonePair(IncomingPlan.Answer());
        var (call, called) = await pair.TalkAsync();
        await call.HangUpAsync().InTime();

        (await AskAsync(pair.Caller, () => call.Dialog.Request("BYE"), called)).Status.ShouldBe(481);
    }

    [Fact]
    public async Task Garbage_is_counted_and_the_next_call_works()
    {
        await using var pair = new PhonePair(IncomingPlan.Answer());
        using var stranger = new UdpClient();
        stranger.Client.SendTo("Hello?\r\n\r\n"u8, pair.Callee.Address);

        await pair.TalkAsync();

        pair.Callee.MalformedMessages.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_whose_offer_leads_nowhere_harms_no_other_call()
    {
        await using var pair = new PhonePair(IncomingPlan.Answer() with { Sound = Sound.Tone(700) });
        var nowhere = new Sdp(new IPEndPoint(IPAddress.Broadcast, 9), [Codec.Pcmu], 101, MediaDirection.SendRecv);
        var (bad, badlyCalled) = await pair.TalkAsync();
        await AskAsync(pair.Caller, () => WithSdp(bad.Dialog.Request("UPDATE"), nowhere), badlyCalled);

        var (good, _) = await pair.TalkAsync();

        await good.Media.WaitForToneAsync(700, minDbfs: -21, Limit);
        badlyCalled.Media.SendErrors.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Waiting_for_the_sound_of_a_call_that_ends_says_so_at_once()
    {
        await using var pair = new PhonePair(IncomingPlan.Answer());
        var (call, _) = await pair.TalkAsync();
        var waiting = call.Media.WaitForToneAsync(440, minDbfs: -20, limit: TimeSpan.FromHours(1));

        await call.HangUpAsync().InTime();

        (await Should.ThrowAsync<TimeoutException>(waiting.InTime())).Message.ShouldStartWith("The call ended");
    }

    [Fact]
    public async Task A_phone_that_is_closed_ends_its_calls()
    {
        var pair = new PhonePair(IncomingPlan.Answer());
        var (call, called) = await pair.TalkAsync();

        await pair.DisposeAsync();

        call.State.ShouldBe(CallState.Ended);
        (await called.Ended).Kind.ShouldBe(CallEndingKind.PeerHungUp);
        await call.HangUpAsync().InTime();
    }

    private static async Task<SipResponse> AskAsync(Phone phone, Func<SipRequest> request, PhoneCall peer)
    {
        var answered = new TaskCompletionSource<SipResponse?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var target = HeaderText.EndPoint(HeaderText.Uri(peer.Invite["To"]!))!;
        phone.Endpoint.Post(() => phone.Endpoint.Send(request(), target, answered.SetResult));
        await answered.Task.InTime();
        return (await answered.Task).ShouldNotBeNull();
    }

    private static SipRequest WithSdp(SipRequest request, Sdp sdp)
    {
        request.Add("Content-Type", "application/sdp");
        request.Body = sdp.Write(version: 9);
        return request;
    }

    private static SipRequest WithCSeq(SipRequest request, int number)
    {
        var changed = new SipRequest(request.Method, request.Uri);
        foreach (var (name, value) in request.Headers)
        {
            changed.Add(name, name == "CSeq" ? $"{number} {request.Method}" : value);
        }

        return changed;
    }
}

using CrmUms.SipPhone.Audio;
using CrmUms.SipPhone.Rtp;
using CrmUms.SipPhone.Sip;
using static CrmUms.SipPhone.Tests.Waiting;

namespace CrmUms.SipPhone.Tests;

public sealed class TwoPhonesTests
{
    [Fact]
    public async Task Both_sides_of_an_answered_call_hear_each_other_until_one_hangs_up()
    {
        await using var pair = new PhonePair(IncomingPlan.Answer() with { Sound = Sound.Tone(700) });
        var (call, called) = await pair.TalkAsync(new CallOptions { Sound = Sound.Tone(440) });

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

    [Theory]
    [InlineData(Codec.Pcmu)]
    [InlineData(Codec.Pcma)]
    public async Task A_voice_changes_while_the_call_goes_on_in_either_codec(Codec codec)
    {
        await using var pair = new PhonePair(IncomingPlan.Answer());
        var (call, called) = await pair.TalkAsync(new CallOptions { Sound = Sound.Tone(440), Codecs = [codec] });
        await called.Media.WaitForToneAsync(440, minDbfs: -21, Limit);

        call.Media.Play(Sound.Tone(1_000));

        await called.Media.WaitForToneAsync(1_000, minDbfs: -21, Limit);
        await called.Media.WaitForNoToneAsync(440, maxDbfs: -50, Limit);
    }

    [Fact]
    public async Task A_stream_that_stops_is_heard_as_silence()
    {
        await using var pair = new PhonePair(IncomingPlan.Answer());
        var (call, called) = await pair.TalkAsync(new CallOptions { Sound = Sound.Tone(440) });
        await called.Media.WaitForToneAsync(440, minDbfs: -21, Limit);
        called.Media.Loudness().ShouldBe(-23, 1.5); // The mean of a sine is 3 dB below its peak.

        call.Media.Play(Sound.Nothing);

        await called.Media.WaitForNoToneAsync(440, maxDbfs: -60, Limit);
        await called.Media.WaitUntilAsync(() => called.Media.Loudness() < -60, Limit, () => "silence");
    }

    [Fact]
    public async Task Digits_arrive_once_each_and_in_order_in_both_directions()
    {
        await using var pair = new PhonePair(IncomingPlan.Answer());
        var (call, called) = await pair.TalkAsync();

        await Task.WhenAll(
            call.Media.SendDigitsAsync("1155*#"),
            called.Media.SendDigitsAsync("90A"),
            called.Media.WaitForDigitsAsync("1155*#", Limit),
            call.Media.WaitForDigitsAsync("90A", Limit));

        called.Media.ReceivedDigits.ShouldBe("1155*#");
        call.Media.ReceivedDigits.ShouldBe("90A");
    }

    [Fact]
    public async Task The_stream_starts_with_the_numbers_that_were_chosen_and_loses_nothing_over_their_wrap()
    {
        var start = new RtpStart(Sequence: 65_530, Timestamp: uint.MaxValue - 800, Ssrc: 42);
        await using var pair = new PhonePair(IncomingPlan.Answer());
        var (_, called) = await pair.TalkAsync(new CallOptions { RtpStart = start });

        await called.Media.WaitForPacketsAsync(20, Limit);

        called.Media.Statistics.Lost.ShouldBe(0);
        called.Media.Statistics.OutOfOrder.ShouldBe(0);
        called.Media.Statistics.Sources.ShouldBe(1);
        called.Media.Statistics.Jitter.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task What_was_heard_can_be_kept_and_measured()
    {
        var path = Path.Combine(Path.GetTempPath(), $"sipphone-{Guid.NewGuid():N}.wav");
        await using var pair = new PhonePair(IncomingPlan.Answer());
        var (_, called) = await pair.TalkAsync(new CallOptions { Sound = Sound.Tone(440) });
        called.Media.StartRecording(path);
        await called.Media.WaitForPacketsAsync(called.Media.Statistics.Received + 30, Limit);
        called.Media.StopRecording();

        var wav = WavFile.Read(path);
        File.Delete(path);

        wav.Channels.ShouldHaveSingleItem().Length.ShouldBeGreaterThanOrEqualTo(29 * 160);
        ToneMeter.Level(wav.Channels[0], wav.Rate, 440).ShouldBe(-20, 0.5);
    }

    [Fact]
    public async Task A_held_side_sends_nothing_until_it_is_taken_back()
    {
        await using var pair = new PhonePair(IncomingPlan.Answer() with { Sound = Sound.Tone(700) });
        var (call, called) = await pair.TalkAsync();
        await call.Media.WaitForToneAsync(700, minDbfs: -21, Limit);

        (await ReInviteAsync(pair.Caller, call, MediaDirection.SendOnly)).ShouldBe(MediaDirection.RecvOnly);
        await call.Media.WaitForNoToneAsync(700, maxDbfs: -60, Limit);

        (await ReInviteAsync(pair.Caller, call, MediaDirection.SendRecv)).ShouldBe(MediaDirection.SendRecv);
        await call.Media.WaitForToneAsync(700, minDbfs: -21, Limit);
        called.State.ShouldBe(CallState.Answered);
    }

    private static async Task<MediaDirection> ReInviteAsync(Phone phone, PhoneCall call, MediaDirection direction)
    {
        var answered = new TaskCompletionSource<SipResponse?>(TaskCreationOptions.RunContinuationsAsynchronously);
        phone.Endpoint.Post(() =>
        {
            var invite = call.Dialog.Request("INVITE");
            invite.Add("Content-Type", "application/sdp");
            invite.Body = new Sdp(call.Media.LocalAddress, [Codec.Pcmu], 101, direction).Write(version: 9);
            phone.Endpoint.Send(invite, call.Dialog.NextHop!, response =>
            {
                if (response is { IsFinal: true } && answered.TrySetResult(response))
                {
                    var ack = call.Dialog.Ack(invite.CSeq.Number);
                    phone.Endpoint.AddVia(ack);
                    phone.Endpoint.SendBytes(ack.ToBytes(), call.Dialog.NextHop!);
                }
            });
        });
        await answered.Task.InTime();
        return Sdp.Parse((await answered.Task)!.Body)!.Direction;
    }
}

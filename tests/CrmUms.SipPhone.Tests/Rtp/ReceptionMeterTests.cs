using CrmUms.SipPhone.Rtp;

namespace CrmUms.SipPhone.Tests.Rtp;

public sealed class ReceptionMeterTests
{
    private readonly ReceptionMeter _meter = new();

    [Fact]
    public void Missing_numbers_are_lost_and_late_ones_are_out_of_order()
    {
        foreach (var sequence in new[] { 65_534, 65_535, 2, 1, 3 })
        {
            Arrive(sequence, TimeSpan.FromMilliseconds(20));
        }

        var seen = _meter.Snapshot();
        seen.Received.ShouldBe(5);
        seen.Lost.ShouldBe(1); // Number 0.
        seen.OutOfOrder.ShouldBe(1);
    }

    [Fact]
    public void A_pause_of_over_60_ms_is_a_gap_and_the_longest_is_kept()
    {
        Arrive(1, TimeSpan.Zero);
        Arrive(2, TimeSpan.FromMilliseconds(60));
        Arrive(3, TimeSpan.FromMilliseconds(250));

        _meter.Snapshot().Gaps.ShouldBe(1);
        _meter.Snapshot().LongestGap.ShouldBe(TimeSpan.FromMilliseconds(250));
    }

    [Fact]
    public void Packets_that_come_as_they_were_sent_have_no_jitter_and_others_have()
    {
        for (var i = 0; i < 100; i++)
        {
            Arrive(i, TimeSpan.FromMilliseconds(20));
        }

        _meter.Snapshot().Jitter.ShouldBeLessThan(TimeSpan.FromMilliseconds(0.01));

        for (var i = 100; i < 200; i++)
        {
            Arrive(i, TimeSpan.FromMilliseconds(i % 2 == 0 ? 10 : 30));
        }

        _meter.Snapshot().Jitter.ShouldBe(TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(0.5));
    }

    [Fact]
    public void A_new_source_starts_its_own_numbers_without_loss()
    {
        Arrive(40_000, TimeSpan.Zero, ssrc: 1);
        Arrive(7, TimeSpan.FromMilliseconds(20), ssrc: 2);
        Arrive(9, TimeSpan.FromMilliseconds(20), ssrc: 2);

        _meter.Snapshot().Sources.ShouldBe(2);
        _meter.Snapshot().Lost.ShouldBe(1);
    }

    private TimeSpan _now = TimeSpan.FromDays(1);

    private void Arrive(int sequence, TimeSpan after, uint ssrc = 1)
    {
        _now += after;
        Span<byte> datagram = stackalloc byte[172];
        RtpPacket.WriteHeader(datagram, 0, marker: false, (ushort)sequence, (uint)sequence * 160, ssrc);
        RtpPacket.TryParse(datagram, out var packet).ShouldBeTrue();
        _meter.Count(packet, _now);
    }
}

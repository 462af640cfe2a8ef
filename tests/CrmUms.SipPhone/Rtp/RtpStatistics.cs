namespace CrmUms.SipPhone.Rtp;

/// <summary>
/// What was received on one call. <paramref name="Lost"/>: expected minus received, never below zero.
/// <paramref name="Gaps"/>: pauses of more than 60 ms between two packets. <paramref name="Jitter"/>: RFC 3550,
/// section 6.4.1. <paramref name="FirstAt"/>: time since the machine's start, as everywhere in this phone.
/// </summary>
public sealed record RtpStatistics(
    long Received,
    long Lost,
    long OutOfOrder,
    int Gaps,
    TimeSpan LongestGap,
    TimeSpan Jitter,
    int Sources,
    TimeSpan? FirstAt,
    TimeSpan? LastAt)
{
    public static readonly TimeSpan GapMin = TimeSpan.FromMilliseconds(60);

    internal static RtpStatistics None { get; } =
        new(0, 0, 0, 0, TimeSpan.Zero, TimeSpan.Zero, 0, FirstAt: null, LastAt: null);
}

/// <summary>Counts arrivals as RFC 3550, appendix A, tells; owned by the one who receives.</summary>
internal sealed class ReceptionMeter
{
    private const int Rate = 8_000;

    private uint _ssrc;
    private long _base;
    private long _highest;
    private long _receivedOfSource;
    private long _lostOfFormerSources;
    private long _received;
    private long _outOfOrder;
    private int _gaps;
    private int _sources;
    private double _transit;
    private double _jitter;
    private TimeSpan _longestGap;
    private TimeSpan? _firstAt;
    private TimeSpan? _lastAt;

    public RtpStatistics Snapshot() => new(
        _received, _lostOfFormerSources + LostOfSource, _outOfOrder, _gaps, _longestGap,
        TimeSpan.FromSeconds(_jitter / Rate), _sources, _firstAt, _lastAt);

    private long LostOfSource => _sources == 0 ? 0 : Math.Max(0, _highest - _base + 1 - _receivedOfSource);

    /// <summary>Counts the packet; false when it came later than one that was sent after it.</summary>
    public bool Count(in RtpPacket packet, TimeSpan now)
    {
        if (_sources == 0 || packet.Ssrc != _ssrc)
        {
            _lostOfFormerSources += LostOfSource;
            _sources++;
            (_ssrc, _base, _highest, _receivedOfSource) = (packet.Ssrc, packet.Sequence, packet.Sequence - 1L, 0);
            _transit = double.NaN;
        }

        CountArrival(packet, now);

        // The 16-bit number continues from the highest one seen, forwards or backwards, whichever is nearer.
        var sequence = _highest + (short)(packet.Sequence - (ushort)_highest);
        var inOrder = sequence > _highest;
        _highest = Math.Max(_highest, sequence);
        _outOfOrder += inOrder ? 0 : 1;
        return inOrder;
    }

    private void CountArrival(in RtpPacket packet, TimeSpan now)
    {
        var gap = now - (_lastAt ?? now);
        _longestGap = gap > _longestGap ? gap : _longestGap;
        _gaps += gap > RtpStatistics.GapMin ? 1 : 0;
        _firstAt ??= now;
        _lastAt = now;
        _received++;
        _receivedOfSource++;

        var transit = (now.TotalSeconds * Rate) - packet.Timestamp;
        if (!double.IsNaN(_transit))
        {
            // A time stamp may wrap or jump with a new talk spurt; a difference of over a second is neither jitter.
            var difference = Math.Abs(transit - _transit);
            _jitter += difference < Rate ? (difference - _jitter) / 16 : 0;
        }

        _transit = transit;
    }
}

using System.Text;
using CrmUms.SipPhone.Audio;
using CrmUms.SipPhone.Sip;

namespace CrmUms.SipPhone.Rtp;

/// <summary>Takes the packets of one call: counts them, decodes sound, notes digits, records when asked.</summary>
internal sealed class RtpReceiver : IDisposable
{
    private const string Digits = "0123456789*#ABCD";
    private const int EventPayloadMin = 96;
    private const int DigitsMax = 10_000;

    // A longer step in the time stamps is a new beginning, not lost sound.
    private const int FillMaxSamples = Sound.Rate;

    private readonly Lock _gate = new();
    private readonly ReceptionMeter _meter = new();
    private readonly HeardAudio _heard = new();
    private readonly StringBuilder _digits = new();
    private WavWriter? _recording;
    private uint? _lastEvent;
    private uint? _expectedTimestamp;

    public string ReceivedDigits
    {
        get
        {
            lock (_gate)
            {
                return _digits.ToString();
            }
        }
    }

    public RtpStatistics Statistics
    {
        get
        {
            lock (_gate)
            {
                return _meter.Snapshot();
            }
        }
    }

    public double Level(double hertz, TimeSpan overdue) => _heard.Level(hertz, overdue);

    public double Level(double hertz, TimeSpan overdue, TimeSpan window) => _heard.Level(hertz, overdue, window);

    public double Loudness(TimeSpan overdue) => _heard.Loudness(overdue);

    public void Record(string? path)
    {
        lock (_gate)
        {
            _recording?.Dispose();
            _recording = path is null ? null : new WavWriter(path);
        }
    }

    public void Receive(ReadOnlySpan<byte> datagram, TimeSpan now)
    {
        if (!RtpPacket.TryParse(datagram, out var packet))
        {
            return;
        }

        lock (_gate)
        {
            var inOrder = _meter.Count(packet, now);
            if (packet.PayloadType >= EventPayloadMin)
            {
                NoteDigit(packet);
            }
            else if (inOrder && packet.PayloadType is (int)Codec.Pcmu or (int)Codec.Pcma)
            {
                Hear(packet);
            }
        }
    }

    public void Dispose() => Record(path: null);

    // An event is told in many packets with one time stamp: the first of them counts, the others repeat it.
    private void NoteDigit(in RtpPacket packet)
    {
        if (packet.Payload.Length < 4 || packet.Payload[0] >= Digits.Length || packet.Timestamp == _lastEvent)
        {
            return;
        }

        _lastEvent = packet.Timestamp;
        if (_digits.Length < DigitsMax)
        {
            _digits.Append(Digits[packet.Payload[0]]);
        }
    }

    private void Hear(in RtpPacket packet)
    {
        const int SamplesMax = 2_048;
        Span<short> samples = stackalloc short[Math.Min(packet.Payload.Length, SamplesMax)];
        G711.Decode(packet.Payload[..samples.Length], (Codec)packet.PayloadType, samples);
        FillLostTime(packet);
        _heard.Append(samples);
        _recording?.Write(samples);
        _expectedTimestamp = packet.Timestamp + (uint)samples.Length;
    }

    private void FillLostTime(in RtpPacket packet)
    {
        var missing = _expectedTimestamp is { } expected ? (int)(packet.Timestamp - expected) : 0;
        if (missing is > 0 and <= FillMaxSamples)
        {
            Span<short> silence = stackalloc short[missing];
            silence.Clear();
            _heard.Append(silence);
            _recording?.Write(silence);
        }
    }
}

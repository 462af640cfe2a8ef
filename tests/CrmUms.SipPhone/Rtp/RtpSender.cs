using System.Buffers.Binary;
using CrmUms.SipPhone.Audio;
using CrmUms.SipPhone.Sip;

namespace CrmUms.SipPhone.Rtp;

/// <summary>Makes the packets of one call, 20 ms each: sound, or a digit as RFC 4733 tells.</summary>
internal sealed class RtpSender(RtpStart start)
{
    public const int FrameSamples = Sound.Rate / 50;
    public const int PacketMax = RtpPacket.HeaderOctets + FrameSamples;

    private const string Digits = "0123456789*#ABCD";
    private const int DigitFrames = 5;  // 100 ms of tone,
    private const int EndFrames = 3;    // whose end is said three times,
    private const int PauseFrames = 4;  // and 80 ms of sound before the next digit.
    private const byte EventVolume = 10;
    private const byte EndOfEvent = 0x80;

    private readonly Queue<(int Event, TaskCompletionSource Sent)> _digits = new();
    private Sound _sound = Sound.Silence;
    private int _position;
    private ushort _sequence = start.Sequence;
    private uint _timestamp = start.Timestamp;
    private uint _eventTimestamp;
    private int _digitFrame;
    private bool _talking;

    public Sound Sound
    {
        get => _sound;
        set => (_sound, _position) = (value, 0);
    }

    public long Sent { get; private set; }

    public Task SendDigit(char digit)
    {
        var number = Digits.IndexOf(char.ToUpperInvariant(digit), StringComparison.Ordinal);
        if (number < 0)
        {
            throw new ArgumentException($"'{digit}' is not a telephone digit.", nameof(digit));
        }

        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _digits.Enqueue((number, sent));
        return sent.Task;
    }

    public void AbandonDigits()
    {
        while (_digits.TryDequeue(out var digit))
        {
            digit.Sent.TrySetCanceled();
        }
    }

    /// <summary>Lets frames pass without a packet, as while held or when the timer came far too late.</summary>
    public void Skip(int frames)
    {
        _timestamp += (uint)(frames * FrameSamples);
        _talking = false;
    }

    /// <summary>Writes the next packet and returns its length; zero when there is nothing to say.</summary>
    public int Next(Span<byte> packet, Codec codec, int? eventPayload)
    {
        var length = 0;
        if (_digits.Count > 0 && eventPayload is { } payload && _digitFrame < DigitFrames + EndFrames)
        {
            length = WriteDigit(packet, payload);
        }
        else if (_sound != Sound.Nothing)
        {
            length = WriteSound(packet, codec);
        }

        AdvanceDigit(eventPayload);
        _timestamp += FrameSamples;
        Sent += length > 0 ? 1 : 0;
        return length;
    }

    private int WriteSound(Span<byte> packet, Codec codec)
    {
        RtpPacket.WriteHeader(packet, (int)codec, marker: !_talking, _sequence++, _timestamp, start.Ssrc);
        _position = _sound.Encode(codec, _position, packet.Slice(RtpPacket.HeaderOctets, FrameSamples));
        _talking = true;
        return PacketMax;
    }

    private int WriteDigit(Span<byte> packet, int payload)
    {
        // All packets of an event carry the time of its beginning (RFC 4733, section 2.5.1.2).
        _eventTimestamp = _digitFrame == 0 ? _timestamp : _eventTimestamp;
        RtpPacket.WriteHeader(packet, payload, marker: _digitFrame == 0, _sequence++, _eventTimestamp, start.Ssrc);
        var body = packet[RtpPacket.HeaderOctets..];
        body[0] = (byte)_digits.Peek().Event;
        body[1] = (byte)(EventVolume | (_digitFrame >= DigitFrames ? EndOfEvent : 0));
        var frames = Math.Min(_digitFrame + 1, DigitFrames);
        BinaryPrimitives.WriteUInt16BigEndian(body[2..], (ushort)(frames * FrameSamples));
        return RtpPacket.HeaderOctets + 4;
    }

    private void AdvanceDigit(int? eventPayload)
    {
        if (_digits.Count == 0 || eventPayload is null)
        {
            return;
        }

        _digitFrame++;
        if (_digitFrame == DigitFrames + EndFrames + PauseFrames)
        {
            _digitFrame = 0;
            _digits.Dequeue().Sent.TrySetResult();
        }
    }
}

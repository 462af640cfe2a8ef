using System.Net;
using System.Net.Sockets;
using CrmUms.SipPhone.Audio;
using CrmUms.SipPhone.Sip;

namespace CrmUms.SipPhone.Rtp;

/// <summary>The audio of one call: what is said, what is heard, and bounded waits for either.</summary>
public sealed class CallMedia : IDisposable
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(20);

    // A stream is overdue when the packet after next has not come.
    private static readonly TimeSpan OverdueAfter = 2 * Frame;

    // Older frames are dropped rather than sent in a burst.
    private static readonly TimeSpan CatchUpMax = 5 * Frame;

    private readonly Lock _gate = new();
    private readonly MediaLoop _loop;
    private readonly Socket _socket;
    private readonly RtpSender _sender;
    private readonly RtpReceiver _receiver = new();
    private readonly byte[] _packet = new byte[RtpSender.PacketMax];
    private readonly List<Waiter> _waiters = [];
    private SocketAddress? _remote;
    private Codec _codec;
    private int? _eventPayload;
    private bool _mayFlow;
    private bool _closed;
    private TimeSpan _nextFrame;

    internal CallMedia(MediaLoop loop, Socket socket, RtpStart? start, Sound sound)
    {
        (_loop, _socket, _sender) = (loop, socket, new RtpSender(start ?? RtpStart.Random()) { Sound = sound });
        _nextFrame = loop.Now;
        LocalAddress = (IPEndPoint)socket.LocalEndPoint!;
        _ = ReceiveAsync();
        loop.Add(this);
    }

    public IPEndPoint LocalAddress { get; }

    public RtpStatistics Statistics => _receiver.Statistics;

    public long Sent => _sender.Sent;

    public long SendErrors { get; private set; }

    public string ReceivedDigits => _receiver.ReceivedDigits;

    /// <summary>Peak level of a frequency within the last 200 ms, in dB against full scale.</summary>
    public double ToneLevel(double hertz) => _receiver.Level(hertz, Overdue);

    /// <summary>The same within a shorter time, at most 200 ms: to learn soon that a tone has begun.</summary>
    public double ToneLevel(double hertz, TimeSpan window) => _receiver.Level(hertz, Overdue, window);

    /// <summary>How loud the last 200 ms were, whatever was heard: root mean square in dB against full scale.</summary>
    public double Loudness() => _receiver.Loudness(Overdue);

    /// <summary>Says something else from the next packet on.</summary>
    public void Play(Sound sound)
    {
        lock (_gate)
        {
            _sender.Sound = sound;
        }
    }

    /// <summary>Sends digits as RFC 4733 events, one after the other; done when the last one is over.</summary>
    public Task SendDigitsAsync(string digits)
    {
        lock (_gate)
        {
            return Task.WhenAll(digits.Select(_sender.SendDigit).ToArray());
        }
    }

    /// <summary>Writes what is heard into a WAV file until told to stop or the call ends.</summary>
    public void StartRecording(string path) => _receiver.Record(path);

    public void StopRecording() => _receiver.Record(path: null);

    public Task WaitForToneAsync(double hertz, double minDbfs, TimeSpan limit) => WaitUntilAsync(
        () => ToneLevel(hertz) >= minDbfs,
        limit,
        () => $"{hertz} Hz at {minDbfs} dB; it is at {ToneLevel(hertz):F1} dB");

    public Task WaitForNoToneAsync(double hertz, double maxDbfs, TimeSpan limit) => WaitUntilAsync(
        () => ToneLevel(hertz) < maxDbfs,
        limit,
        () => $"{hertz} Hz below {maxDbfs} dB; it is at {ToneLevel(hertz):F1} dB");

    public Task WaitForDigitsAsync(string digits, TimeSpan limit) => WaitUntilAsync(
        () => ReceivedDigits.EndsWith(digits, StringComparison.Ordinal),
        limit,
        () => $"{digits}; so far '{ReceivedDigits}'");

    public Task WaitForPacketsAsync(long count, TimeSpan limit) => WaitUntilAsync(
        () => Statistics.Received >= count, limit, () => $"{count} packets; so far {Statistics.Received}");

    /// <summary>
    /// Waits for a condition that is looked at every 20 ms; throws a TimeoutException at the limit or when the call
    /// ends before.
    /// </summary>
    public async Task WaitUntilAsync(Func<bool> condition, TimeSpan limit, Func<string> what)
    {
        var waiter = new Waiter(condition, _loop.Now + limit);
        lock (_gate)
        {
            if (_closed)
            {
                waiter.Close();
            }
            else
            {
                _waiters.Add(waiter);
            }
        }

        if (!await waiter.Met)
        {
            var why = _closed ? "The call ended before" : $"Waited {limit.TotalSeconds:F1} s for";
            throw new TimeoutException($"{why} {what()}");
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
            _loop.Remove(this);
            _sender.AbandonDigits();
            _waiters.ForEach(waiter => waiter.Close());
            _waiters.Clear();
        }

        _socket.Dispose();
        _receiver.Dispose();
    }

    private TimeSpan Overdue =>
        _receiver.Statistics.LastAt is { } at ? _loop.Now - at - OverdueAfter : TimeSpan.Zero;

    internal void Negotiated(Sdp remote, Codec codec)
    {
        lock (_gate)
        {
            _remote = remote.Address.Serialize();
            (_codec, _eventPayload) = (codec, remote.EventPayload);
            _mayFlow = remote.Address.Port != 0 && !remote.Address.Address.Equals(IPAddress.Any)
                && remote.Direction is MediaDirection.SendRecv or MediaDirection.RecvOnly;
        }
    }

    /// <summary>Called by the media loop every few milliseconds.</summary>
    internal void Serve(TimeSpan now)
    {
        if (now < _nextFrame)
        {
            return;
        }

        lock (_gate)
        {
            while (_nextFrame <= now && !_closed)
            {
                SendFrame(late: now - _nextFrame > CatchUpMax);
                _nextFrame += Frame;
            }

            _waiters.RemoveAll(waiter => waiter.Look(now));
        }
    }

    private void SendFrame(bool late)
    {
        if (_remote is null)
        {
            return;
        }

        if (!_mayFlow || late)
        {
            _sender.Skip(frames: 1);
            return;
        }

        var length = _sender.Next(_packet, _codec, _eventPayload);
        if (length > 0)
        {
            try
            {
                _socket.SendTo(_packet.AsSpan(0, length), SocketFlags.None, _remote);
            }
            catch (SocketException)
            {
                SendErrors++; // The peer named an address that cannot be reached; the other calls go on.
            }
        }
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[2_048];
        try
        {
            while (true)
            {
                var length = await _socket.ReceiveAsync(buffer, SocketFlags.None);
                _receiver.Receive(buffer.AsSpan(0, length), _loop.Now);
            }
        }
        catch (Exception error) when (error is ObjectDisposedException or SocketException)
        {
            // The call is over and its socket is closed.
        }
    }
}

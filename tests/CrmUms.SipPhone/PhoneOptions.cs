using System.Net;
using CrmUms.SipPhone.Sip;

namespace CrmUms.SipPhone;

/// <summary>Where a phone listens and how it behaves.</summary>
public sealed record PhoneOptions
{
    /// <summary>Address of both SIP and RTP; the default is 127.0.0.1.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>UDP port of SIP; 0, the default, takes a free one.</summary>
    public int SipPort { get; init; }

    /// <summary>Lowest UDP port of RTP; the default is 30000. Each call takes one even port.</summary>
    public int RtpPortMin { get; init; } = 30_000;

    /// <summary>Highest UDP port of RTP; the default is 31999. When all are taken, a further call fails.</summary>
    public int RtpPortMax { get; init; } = 31_999;

    /// <summary>Codecs in order of preference; the default is PCMU, then PCMA.</summary>
    public IReadOnlyList<Codec> Codecs { get; init; } = [Codec.Pcmu, Codec.Pcma];

    /// <summary>
    /// RFC 3261's T1, the first interval of retransmission; the default is 500 ms. A request without a reply ends
    /// after 64 times T1.
    /// </summary>
    public TimeSpan T1 { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a call of ours may ring before it is cancelled; the default is 180 s (timer C).</summary>
    public TimeSpan RingMax { get; init; } = TimeSpan.FromSeconds(180);

    /// <summary>What to do with an incoming call; the default answers at once and says nothing.</summary>
    public Func<SipRequest, IncomingPlan> Plan { get; init; } = static _ => IncomingPlan.Answer();

    /// <summary>True for a received message that shall count as lost on the way; the default loses none.</summary>
    public Func<SipMessage, bool> Loses { get; init; } = static _ => false;

    /// <summary>The clock of signalling and media; the default is the machine's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

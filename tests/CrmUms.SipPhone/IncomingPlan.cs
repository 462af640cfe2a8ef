using CrmUms.SipPhone.Audio;
using CrmUms.SipPhone.Rtp;

namespace CrmUms.SipPhone;

/// <summary>What a phone does with a call that comes in.</summary>
public sealed record IncomingPlan
{
    private IncomingPlan()
    {
    }

    /// <summary>The final status; null leaves the call ringing for <see cref="PhoneCall.AnswerAsync"/>.</summary>
    public int? Status { get; private init; }

    /// <summary>How long it rings (180) before the final status; zero sends no 180.</summary>
    public TimeSpan RingFor { get; private init; }

    /// <summary>No reply at all, as from a dead peer.</summary>
    public bool IsIgnored { get; private init; }

    /// <summary>When to hang up after the answer; null leaves it to others.</summary>
    public TimeSpan? TalkFor { get; init; }

    /// <summary>Rings with 183 and sound instead of 180.</summary>
    public bool EarlyMedia { get; init; }

    /// <summary>A Reason header (RFC 3326) for the refusal or for the BYE after <see cref="TalkFor"/>.</summary>
    public string? Reason { get; init; }

    public Sound Sound { get; init; } = Sound.Silence;

    public RtpStart? RtpStart { get; init; }

    public static IncomingPlan Answer(TimeSpan ringFor = default) => new() { Status = 200, RingFor = ringFor };

    public static IncomingPlan Refuse(int status, TimeSpan ringFor = default) =>
        new() { Status = status, RingFor = ringFor };

    public static IncomingPlan Ring() => new() { RingFor = Timeout.InfiniteTimeSpan };

    public static IncomingPlan Ignore() => new() { IsIgnored = true };
}

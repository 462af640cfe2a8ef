using CrmUms.SipPhone.Audio;
using CrmUms.SipPhone.Rtp;
using CrmUms.SipPhone.Sip;

namespace CrmUms.SipPhone;

/// <summary>What is special about one outgoing call; the defaults make an ordinary one.</summary>
public sealed record CallOptions
{
    /// <summary>What the caller says; the default is silence, sent as packets.</summary>
    public Sound Sound { get; init; } = Sound.Silence;

    /// <summary>First RTP sequence number, time stamp and source; null, the default, draws them.</summary>
    public RtpStart? RtpStart { get; init; }

    /// <summary>Codecs to offer instead of the phone's; null, the default, offers the phone's.</summary>
    public IReadOnlyList<Codec>? Codecs { get; init; }

    /// <summary>
    /// The From header's value exactly as it shall be sent, without a tag; null, the default, builds it from number
    /// and name with correct escapes.
    /// </summary>
    public string? RawFrom { get; init; }

    /// <summary>Hides the caller as RFC 3323 tells: an anonymous From and <c>Privacy: id</c>.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Further headers of the INVITE, in this order, exactly as given.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
}

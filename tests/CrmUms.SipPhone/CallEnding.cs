using System.Globalization;
using System.Text.RegularExpressions;

namespace CrmUms.SipPhone;

/// <summary>Every way a call can end.</summary>
public enum CallEndingKind
{
    /// <summary>The peer sent BYE.</summary>
    PeerHungUp,

    /// <summary>We sent BYE.</summary>
    WeHungUp,

    /// <summary>A final status of 300 or more before any answer, from either side.</summary>
    Refused,

    /// <summary>The side that called gave up before the answer.</summary>
    Cancelled,

    /// <summary>The peer stopped replying.</summary>
    NoReply,
}

/// <summary>How a call ended: the kind, the last SIP status (0 if none) and the Reason header, if any.</summary>
public sealed partial record CallEnding(CallEndingKind Kind, int Status = 0, string? Reason = null)
{
    /// <summary>The cause of Q.850 in the Reason header, or null.</summary>
    public int? Q850 => Reason is not null && Q850Cause().Match(Reason) is { Success: true } match
        ? int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
        : null;

    [GeneratedRegex(@"Q\.850\s*;.*?cause\s*=\s*(\d{1,3})", RegexOptions.IgnoreCase)]
    private static partial Regex Q850Cause();
}

/// <summary>The call ended while somebody waited for something else of it.</summary>
public sealed class CallEndedException(CallEnding ending) : Exception($"The call ended: {ending}")
{
    public CallEnding Ending { get; } = ending;
}

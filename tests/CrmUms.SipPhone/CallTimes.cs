namespace CrmUms.SipPhone;

/// <summary>
/// When the steps of a call happened: time since the machine's start, so that the instants of two phones, even in two
/// programs, can be subtracted. An outgoing call's INVITE is the one sent first, an incoming call's the one received.
/// </summary>
public sealed record CallTimes(TimeSpan InviteAt)
{
    /// <summary>First provisional response above 100.</summary>
    public TimeSpan? RingingAt { get; init; }

    public TimeSpan? AnsweredAt { get; init; }

    public TimeSpan? EndedAt { get; init; }
}

/// <summary>How far a call has come.</summary>
public enum CallState
{
    Inviting,
    Ringing,
    Answered,
    Ended,
}

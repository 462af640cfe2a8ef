using CrmUms.Acd.Ports;

namespace CrmUms.CtiGateway.Translation;

/// <summary>Pure: causes of ITU-T Q.850, in the standard's words, and the words in which ARI takes ours.</summary>
internal static class HangupCauses
{
    public const int NormalClearing = 16;
    public const int UserBusy = 17;
    public const int NoUserResponding = 18;
    public const int NoAnswer = 19;
    public const int SubscriberAbsent = 20;
    public const int CallRejected = 21;

    private static readonly Dictionary<int, string> Names = new()
    {
        [1] = "unallocated-number",
        [3] = "no-route-to-destination",
        [NormalClearing] = "normal-clearing",
        [UserBusy] = "user-busy",
        [NoUserResponding] = "no-user-responding",
        [NoAnswer] = "no-answer",
        [SubscriberAbsent] = "subscriber-absent",
        [CallRejected] = "call-rejected",
        [22] = "number-changed",
        [26] = "answered-elsewhere",
        [27] = "destination-out-of-order",
        [28] = "invalid-number-format",
        [29] = "facility-rejected",
        [31] = "normal-unspecified",
        [34] = "no-circuit-available",
        [38] = "network-out-of-order",
        [41] = "temporary-failure",
        [42] = "switching-equipment-congestion",
        [44] = "requested-channel-not-available",
        [50] = "requested-facility-not-subscribed",
        [58] = "bearer-capability-not-available",
        [66] = "channel-type-not-implemented",
        [88] = "incompatible-destination",
        [102] = "recovery-on-timer-expiry",
        [111] = "protocol-error",
        [127] = "interworking",
    };

    /// <summary>One word per cause; few enough to be a metric's tag.</summary>
    public static string NameOf(int cause) => Names.GetValueOrDefault(cause, "other");

    /// <summary>The <c>reason</c> of a hang-up: <c>unallocated</c> becomes SIP 404, <c>rejected</c> 403.</summary>
    public static string AriReasonOf(HangUpReason reason) => reason switch
    {
        HangUpReason.Normal => "normal",
        HangUpReason.UnknownNumber => "unallocated",
        HangUpReason.Congestion => "congestion",
        HangUpReason.Busy => "busy",
        HangUpReason.Rejected => "rejected",
        _ => throw new NotSupportedException(reason.ToString()),
    };
}

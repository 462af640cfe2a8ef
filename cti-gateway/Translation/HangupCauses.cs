using CrmUms.Acd.Ports;

namespace CrmUms.CtiGateway.Translation;

/// <summary>Pure: causes of ITU-T Q.850, in the standard's words, and the words in which ARI takes ours.</summary>
internal static class HangupCauses
{
    private static readonly Dictionary<int, string> Names = new()
    {
        [1] = "unallocated-number",
        [3] = "no-route-to-destination",
        [16] = "normal-clearing",
        [17] = "user-busy",
        [18] = "no-user-responding",
        [19] = "no-answer",
        [20] = "subscriber-absent",
        [21] = "call-rejected",
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

    /// <summary>The <c>reason</c> of a hang-up: <c>unallocated</c> becomes SIP 404, <c>congestion</c> 503, <c>busy</c> 486.</summary>
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

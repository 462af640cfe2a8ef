using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.CtiGateway.Translation;

/// <summary>Pure: how our identifiers are written in Asterisk, and read back after a crash.</summary>
internal static class LegNames
{
    /// <summary>Channel variable that names the interaction on a caller's leg.</summary>
    public const string InteractionVariable = "CRMUMS_INTERACTION";

    /// <summary>Holding bridge of agents between two calls.</summary>
    public const string ParkedBridge = "parked";

    /// <summary>Holding bridge of callers who hear music.</summary>
    public const string WaitingBridge = "waiting";

    private const string TapPrefix = "tap-";
    private const string SupervisionPrefix = "supervision-";
    private const string BeepPrefix = "beep-before-";
    private const string EndpointPrefix = "agent-";
    private const string LegPrefix = "leg-";
    private const string TalkPrefix = "talk-";
    private const int IdLength = 32;

    /// <summary><c>agent-0190…</c>: endpoint, address of record, digest user.</summary>
    public static string EndpointOf(AgentId agent) => $"{EndpointPrefix}{agent}";

    public static string BridgeOf(ConversationId conversation) =>
        string.Create(CultureInfo.InvariantCulture, $"{TalkPrefix}{conversation.Interaction}-{conversation.Segment}");

    /// <summary>Where a supervisor's leg meets what it listens to.</summary>
    public static string BridgeOf(SupervisionId supervision) => SupervisionPrefix + supervision;

    public static bool IsSupervisionBridge(string bridge) =>
        bridge.StartsWith(SupervisionPrefix, StringComparison.Ordinal);

    /// <summary>The channel that taps an agent's.</summary>
    public static string TapOf(SupervisionId supervision) => TapPrefix + supervision;

    public static bool IsTap(string channel) => channel.StartsWith(TapPrefix, StringComparison.Ordinal);

    /// <summary>Where a tap belongs.</summary>
    public static string BridgeOfTap(string tap) => SupervisionPrefix + tap[TapPrefix.Length..];

    /// <summary>The playback of the beep before a recording.</summary>
    public static string BeepOf(string recordingName) => BeepPrefix + recordingName;

    public static bool IsBeep(string playback) => playback.StartsWith(BeepPrefix, StringComparison.Ordinal);

    public static AgentId? AgentOfEndpoint(string endpoint) =>
        TryReadId(endpoint, EndpointPrefix, out var id, out var rest) && rest.Length == 0
            ? new AgentId(id.Value)
            : null;

    /// <summary>The agent of <c>leg-0190…-17</c>; null for a caller's leg.</summary>
    public static AgentId? AgentOfLeg(string channel) =>
        TryReadId(channel, LegPrefix, out var id, out var rest) && rest.StartsWith('-') ? new AgentId(id.Value) : null;

    public static ConversationId? ConversationOf(string bridge) =>
        TryReadId(bridge, TalkPrefix, out var id, out var rest)
        && rest.StartsWith('-')
        && int.TryParse(rest.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var segment)
            ? new ConversationId(new InteractionId(id.Value), segment)
            : null;

    public static InteractionId? InteractionOf(string text) =>
        Guid.TryParseExact(text, "n", out var id) ? new InteractionId(id) : null;

    private static bool TryReadId(
        string text, string prefix, [NotNullWhen(true)] out Guid? id, out string rest)
    {
        id = null;
        rest = "";
        var end = prefix.Length + IdLength;
        if (!text.StartsWith(prefix, StringComparison.Ordinal)
            || text.Length < end
            || !Guid.TryParseExact(text.AsSpan(prefix.Length, IdLength), "n", out var read))
        {
            return false;
        }

        (id, rest) = (read, text[end..]);
        return true;
    }
}

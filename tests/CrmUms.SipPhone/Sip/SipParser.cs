using System.Globalization;
using System.Text;

namespace CrmUms.SipPhone.Sip;

/// <summary>Reads one datagram as one message. What cannot be read is null, never an exception.</summary>
public static class SipParser
{
    private static readonly string[] Required = ["Via", "From", "To", "Call-ID", "CSeq"];

    // RFC 3261, section 7.3.3, and the compact forms of RFC 3515, 3265, 3841 that carriers send.
    private static readonly Dictionary<string, string> LongNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["v"] = "Via", ["f"] = "From", ["t"] = "To", ["i"] = "Call-ID", ["m"] = "Contact", ["l"] = "Content-Length",
        ["c"] = "Content-Type", ["e"] = "Content-Encoding", ["s"] = "Subject", ["k"] = "Supported",
        ["o"] = "Event", ["r"] = "Refer-To", ["b"] = "Referred-By", ["x"] = "Session-Expires",
    };

    public static SipMessage? Parse(ReadOnlySpan<byte> datagram)
    {
        var text = Encoding.UTF8.GetString(datagram).TrimStart('\r', '\n');
        var headEnd = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (headEnd < 0)
        {
            return null;
        }

        // A header may continue on lines that start with white space (section 7.3.1).
        var head = text[..headEnd].Replace("\r\n ", " ", StringComparison.Ordinal)
            .Replace("\r\n\t", " ", StringComparison.Ordinal).Split("\r\n");
        var message = ParseFirstLine(head[0]);
        if (message is null || !ReadHeaders(message, head.AsSpan(1)))
        {
            return null;
        }

        message.Body = BodyOf(message, text[(headEnd + 4)..]);
        return IsComplete(message) ? message : null;
    }

    private static SipMessage? ParseFirstLine(string line)
    {
        var parts = line.Split(' ', 3);
        if (parts.Length < 2)
        {
            return null;
        }

        if (parts[0] == "SIP/2.0")
        {
            return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status)
                && status is >= 100 and <= 699
                ? new SipResponse(status, parts.Length == 3 ? parts[2] : "")
                : null;
        }

        return parts.Length == 3 && parts[2] == "SIP/2.0" && parts[0].All(char.IsAsciiLetterUpper)
            ? new SipRequest(parts[0], parts[1])
            : null;
    }

    private static bool ReadHeaders(SipMessage message, ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                return false;
            }

            var name = line[..colon].Trim();
            message.Add(LongNames.GetValueOrDefault(name, name), line[(colon + 1)..].Trim());
        }

        return true;
    }

    // A datagram may be longer than the message says; what follows is not ours (section 18.3).
    private static string BodyOf(SipMessage message, string rest)
    {
        var octets = Encoding.UTF8.GetBytes(rest);
        var said = int.TryParse(message["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? n
            : octets.Length;
        return Encoding.UTF8.GetString(octets, 0, Math.Min(said, octets.Length));
    }

    private static bool IsComplete(SipMessage message) =>
        Required.All(name => !string.IsNullOrEmpty(message[name]))
        && message.CSeq.Number >= 0
        && (message is not SipRequest request || request.Method == request.CSeq.Method);
}

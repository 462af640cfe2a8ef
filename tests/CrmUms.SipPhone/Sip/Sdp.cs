using System.Globalization;
using System.Net;

namespace CrmUms.SipPhone.Sip;

/// <summary>The codecs of this phone; the number is the static RTP payload type (RFC 3551).</summary>
public enum Codec
{
    Pcmu = 0,
    Pcma = 8,
}

/// <summary>Who sends, seen from the side that wrote the description.</summary>
public enum MediaDirection
{
    SendRecv,
    SendOnly,
    RecvOnly,
    Inactive,
}

/// <summary>One audio stream of a session description (RFC 8866), as far as a telephone needs it.</summary>
public sealed record Sdp(IPEndPoint Address, IReadOnlyList<Codec> Codecs, int? EventPayload, MediaDirection Direction)
{
    public static Sdp? Parse(string body)
    {
        var (address, direction) = (IPAddress.Any, MediaDirection.SendRecv);
        ushort port = 0;
        int? eventPayload = null;
        string[] payloads = [];
        foreach (var line in body.Split(["\r\n", "\n"], StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (line)
            {
                case ['c', '=', ..] when words is [_, "IP4", var text] && IPAddress.TryParse(text, out var ip):
                    address = ip;
                    break;
                case ['m', '=', ..] when payloads.Length == 0 && words.Length > 3 && words[0] == "m=audio":
                    _ = ushort.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out port);
                    payloads = words[3..];
                    break;
                case ['m', '=', ..] when payloads.Length > 0:
                    return Result(); // A second stream: its address and attributes are not the audio's.
                case ['a', '=', ..] when Enum.TryParse<MediaDirection>(line[2..], ignoreCase: true, out var found):
                    direction = found;
                    break;
                case ['a', '=', ..] when EventPayloadOf(words) is { } found:
                    eventPayload = found;
                    break;
                default:
                    break;
            }
        }

        return Result();

        Sdp? Result() => payloads.Length == 0
            ? null
            : new Sdp(new IPEndPoint(address, port), CodecsOf(payloads), eventPayload, direction);
    }

    /// <summary>What the other side may hear from us when it says this of itself.</summary>
    public static MediaDirection Mirror(MediaDirection direction) => direction switch
    {
        MediaDirection.SendOnly => MediaDirection.RecvOnly,
        MediaDirection.RecvOnly => MediaDirection.SendOnly,
        MediaDirection.SendRecv or MediaDirection.Inactive => direction,
        _ => throw new NotSupportedException(direction.ToString()),
    };

    public string Write(int version)
    {
        var numbers = Codecs.Select(codec => (int)codec).Concat(EventPayload is { } payload ? [payload] : []);
        var maps = Codecs.Select(codec => $"a=rtpmap:{(int)codec} {codec.ToString().ToUpperInvariant()}/8000\r\n");
        var events = EventPayload is { } p ? $"a=rtpmap:{p} telephone-event/8000\r\na=fmtp:{p} 0-15\r\n" : "";
        return $"v=0\r\no=phone 1 {version} IN IP4 {Address.Address}\r\ns=-\r\nc=IN IP4 {Address.Address}\r\nt=0 0\r\n"
            + $"m=audio {Address.Port} RTP/AVP {string.Join(' ', numbers)}\r\n{string.Concat(maps)}{events}"
            + $"a=ptime:20\r\na={Direction.ToString().ToLowerInvariant()}\r\n";
    }

    // The line says: a=rtpmap:101 telephone-event/8000
    private static int? EventPayloadOf(string[] words) =>
        words is [var map, var name, ..]
        && name.Equals("telephone-event/8000", StringComparison.OrdinalIgnoreCase)
        && int.TryParse(map.AsSpan(map.IndexOf(':', StringComparison.Ordinal) + 1), out var payload)
        && payload is >= 96 and <= 127
            ? payload
            : null;

    private static Codec[] CodecsOf(string[] payloads) =>
        [.. payloads.Where(static payload => payload is "0" or "8").Select(Enum.Parse<Codec>)];
}

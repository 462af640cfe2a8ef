using System.Globalization;
using System.Net;
using System.Text;

namespace CrmUms.SipPhone.Sip;

/// <summary>Reads and writes the text of header values: lists, parameters, addresses, escapes.</summary>
public static class HeaderText
{
    private const int DefaultPort = 5060;

    // RFC 3261, section 25.1: unreserved and user-unreserved characters of the user part.
    private const string PlainInUser = "-_.!~*'()&=+$,;?/";

    /// <summary>Splits at commas that are neither quoted nor inside angle brackets.</summary>
    public static IReadOnlyList<string> SplitList(string value) => Split(value, ',');

    /// <summary>The value of a header parameter (not of a parameter of the URI in angle brackets), or null.</summary>
    public static string? Parameter(string value, string name)
    {
        foreach (var part in Split(value, ';').Skip(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var found = (equals < 0 ? part : part[..equals]).Trim();
            if (found.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return equals < 0 ? "" : part[(equals + 1)..].Trim().Trim('"');
            }
        }

        return null;
    }

    /// <summary>The URI of an address such as <c>"Name" &lt;sip:1@host&gt;;tag=2</c>.</summary>
    public static string Uri(string address)
    {
        var open = IndexOutsideQuotes(address, '<');
        var close = open < 0 ? -1 : address.IndexOf('>', open);
        return close < 0 ? Split(address, ';').FirstOrDefault("") : address[(open + 1)..close];
    }

    /// <summary>The display name of an address without its quotes and escapes; empty when there is none.</summary>
    public static string DisplayName(string address)
    {
        var open = IndexOutsideQuotes(address, '<');
        var name = open <= 0 ? "" : address[..open].Trim();
        if (name.Length < 2 || name[0] != '"')
        {
            return name;
        }

        var plain = new StringBuilder(name.Length);
        for (var i = 1; i < name.Length && name[i] != '"'; i++)
        {
            i += name[i] == '\\' && i + 1 < name.Length ? 1 : 0;
            plain.Append(name[i]);
        }

        return plain.ToString();
    }

    /// <summary>The unescaped user part of a SIP URI; empty when there is none.</summary>
    public static string User(string uri)
    {
        var at = uri.LastIndexOf('@');
        var colon = uri.IndexOf(':', StringComparison.Ordinal);
        return at < 0 ? "" : System.Uri.UnescapeDataString(uri[(colon + 1)..at]);
    }

    public static string Quote(string displayName) => '"'
        + displayName.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
        + '"';

    public static string EscapeUser(string user)
    {
        var escaped = new StringBuilder(user.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(user))
        {
            var c = (char)octet;
            var plain = char.IsAsciiLetterOrDigit(c) || PlainInUser.Contains(c, StringComparison.Ordinal);
            _ = plain ? escaped.Append(c) : escaped.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
        }

        return escaped.ToString();
    }

    /// <summary>Where a URI leads. Only numeric hosts and <c>localhost</c>: a test phone asks no name server.</summary>
    public static IPEndPoint? EndPoint(string uri)
    {
        var scheme = uri.IndexOf(':', StringComparison.Ordinal);
        var hostAndPort = uri[Math.Max(uri.LastIndexOf('@') + 1, scheme + 1)..].Split(';', '?', '>')[0];
        hostAndPort = hostAndPort.Replace("localhost", "127.0.0.1", StringComparison.OrdinalIgnoreCase);
        return scheme >= 0 && IPEndPoint.TryParse(hostAndPort, out var found)
            ? new IPEndPoint(found.Address, found.Port == 0 ? DefaultPort : found.Port)
            : null;
    }

    private static List<string> Split(string value, char separator)
    {
        var parts = new List<string>();
        var (start, quoted, angles) = (0, false, 0);
        for (var i = 0; i < value.Length; i++)
        {
            switch (value[i])
            {
                case '\\' when quoted: i++; break;
                case '"': quoted = !quoted; break;
                case '<' when !quoted: angles++; break;
                case '>' when !quoted: angles--; break;
                case var c when c == separator && !quoted && angles <= 0:
                    parts.Add(value[start..i].Trim());
                    start = i + 1;
                    break;
                default:
                    break;
            }
        }

        parts.Add(value[start..].Trim());
        return parts;
    }

    private static int IndexOutsideQuotes(string value, char sought)
    {
        var quoted = false;
        for (var i = 0; i < value.Length; i++)
        {
            if (quoted && value[i] == '\\')
            {
                i++;
            }
            else if (value[i] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && value[i] == sought)
            {
                return i;
            }
        }

        return -1;
    }
}

using System.Globalization;
using System.Text;

namespace CrmUms.SipPhone.Sip;

/// <summary>A request or a response: a first line, headers in their order, and a body (RFC 3261, section 7).</summary>
public abstract class SipMessage
{
    private readonly List<(string Name, string Value)> _headers = [];

    public IReadOnlyList<(string Name, string Value)> Headers => _headers;

    public string Body { get; set; } = "";

    public string CallId => this["Call-ID"] ?? "";

    public string FromTag => HeaderText.Parameter(this["From"] ?? "", "tag") ?? "";

    public string ToTag => HeaderText.Parameter(this["To"] ?? "", "tag") ?? "";

    public string Branch => HeaderText.Parameter(TopVia, "branch") ?? "";

    public string TopVia => HeaderText.SplitList(this["Via"] ?? "").FirstOrDefault("");

    /// <summary>Number and method of the CSeq header; number -1 when it cannot be read.</summary>
    public (int Number, string Method) CSeq
    {
        get
        {
            var parts = (this["CSeq"] ?? "").Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, null, out var number)
                ? (number, parts[1])
                : (-1, "");
        }
    }

    protected abstract string FirstLine { get; }

    /// <summary>The first header of this name, or null.</summary>
    public string? this[string name] =>
        _headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>All values of this name, from repeated headers and from comma-separated lists alike.</summary>
    public IEnumerable<string> All(string name) => _headers
        .Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        .SelectMany(header => HeaderText.SplitList(header.Value));

    public SipMessage Add(string name, string value)
    {
        _headers.Add((name, value));
        return this;
    }

    public byte[] ToBytes()
    {
        var text = new StringBuilder(FirstLine).Append("\r\n");
        foreach (var (name, value) in _headers)
        {
            text.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        var bodyBytes = Encoding.UTF8.GetByteCount(Body);
        text.Append(CultureInfo.InvariantCulture, $"Content-Length: {bodyBytes}\r\n\r\n").Append(Body);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public override string ToString() => FirstLine;
}

/// <summary>A request: what one side asks of the other.</summary>
public sealed class SipRequest(string method, string uri) : SipMessage
{
    public string Method { get; } = method;

    public string Uri { get; } = uri;

    protected override string FirstLine => $"{Method} {Uri} SIP/2.0";
}

/// <summary>A response: provisional below 200, final from there on.</summary>
public sealed class SipResponse(int status, string phrase) : SipMessage
{
    private static readonly Dictionary<int, string> Phrases = new()
    {
        [100] = "Trying", [180] = "Ringing", [183] = "Session Progress", [200] = "OK", [400] = "Bad Request",
        [403] = "Forbidden", [404] = "Not Found", [405] = "Method Not Allowed", [408] = "Request Timeout",
        [480] = "Temporarily Unavailable", [481] = "Call/Transaction Does Not Exist", [484] = "Address Incomplete",
        [486] = "Busy Here", [487] = "Request Terminated", [488] = "Not Acceptable Here",
        [500] = "Server Internal Error", [503] = "Service Unavailable", [600] = "Busy Everywhere", [603] = "Decline",
    };

    public int Status { get; } = status;

    public string Phrase { get; } = phrase;

    public bool IsFinal => Status >= 200;

    public bool IsSuccess => Status is >= 200 and < 300;

    protected override string FirstLine => $"SIP/2.0 {Status.ToString(CultureInfo.InvariantCulture)} {Phrase}";

    /// <summary>A response to the request with the headers that RFC 3261, section 8.2.6, tells to copy.</summary>
    public static SipResponse To(SipRequest request, int status, string localTag)
    {
        var response = new SipResponse(status, Phrases.GetValueOrDefault(status, "Other"));
        foreach (var (name, value) in request.Headers)
        {
            var isTo = name.Equals("To", StringComparison.OrdinalIgnoreCase);
            if (isTo && status > 100 && request.ToTag.Length == 0)
            {
                response.Add(name, $"{value};tag={localTag}");
            }
            else if (isTo || IsCopied(name))
            {
                response.Add(name, value);
            }
        }

        return response;
    }

    private static bool IsCopied(string name) => name.ToUpperInvariant()
        is "VIA" or "FROM" or "CALL-ID" or "CSEQ" or "RECORD-ROUTE";
}

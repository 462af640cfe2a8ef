using System.Globalization;
using System.Net;

namespace CrmUms.SipPhone.Sip;

/// <summary>What both sides of a call have agreed on for addressing each other (RFC 3261, section 12).</summary>
internal sealed class Dialog
{
    private readonly string _local;
    private readonly string _contact;
    private string _remote;
    private int _localCSeq;
    private int _remoteCSeq = -1;
    private IReadOnlyList<string> _routes = [];

    private Dialog(string callId, string localTag, string local, string remote, string target, string contact)
    {
        (CallId, LocalTag, RemoteTarget) = (callId, localTag, target);
        (_local, _remote, _contact) = (local, remote, contact);
    }

    public string CallId { get; }

    public string LocalTag { get; }

    public string RemoteTarget { get; private set; }

    /// <summary>Where the next request goes: the first route, or else the peer's contact.</summary>
    public IPEndPoint? NextHop =>
        HeaderText.EndPoint(_routes.Count > 0 ? HeaderText.Uri(_routes[0]) : RemoteTarget);

    public static Dialog Outgoing(string from, string to, string contact)
    {
        var tag = Token(8);
        return new Dialog(Token(16), tag, $"{from};tag={tag}", $"<{to}>", to, contact);
    }

    public static Dialog Incoming(SipRequest invite, string tag, string contact)
    {
        var target = HeaderText.Uri(invite.All("Contact").FirstOrDefault(invite["From"] ?? ""));
        return new Dialog(invite.CallId, tag, $"{invite["To"]};tag={tag}", invite["From"] ?? "", target, contact)
        {
            _remoteCSeq = invite.CSeq.Number,
            _routes = [.. invite.All("Record-Route")],
        };
    }

    public static string Token(int octets) =>
        Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(octets));

    /// <summary>Takes over tag, contact and route from the answer to our INVITE.</summary>
    public void Confirm(SipResponse answer)
    {
        _remote = answer["To"] ?? _remote;
        Retarget(answer);
        _routes = [.. answer.All("Record-Route").Reverse()];
    }

    /// <summary>Target refresh by a re-INVITE or an UPDATE, and its contact in a response.</summary>
    public void Retarget(SipMessage message) =>
        RemoteTarget = message.All("Contact").FirstOrDefault() is { } contact ? HeaderText.Uri(contact) : RemoteTarget;

    /// <summary>False for a request older than one already seen (section 12.2.2).</summary>
    public bool Accepts(SipRequest request)
    {
        if (request.CSeq.Number < _remoteCSeq)
        {
            return false;
        }

        _remoteCSeq = request.CSeq.Number;
        return true;
    }

    public SipRequest Request(string method) => Build(method, ++_localCSeq);

    public SipRequest Ack(int inviteCSeq) => Build("ACK", inviteCSeq);

    private SipRequest Build(string method, int cseq)
    {
        var request = new SipRequest(method, RemoteTarget);
        request.Add("From", _local).Add("To", _remote).Add("Call-ID", CallId)
            .Add("CSeq", string.Create(CultureInfo.InvariantCulture, $"{cseq} {method}"))
            .Add("Contact", _contact).Add("Max-Forwards", "70").Add("User-Agent", "CrmUms SIP phone");
        foreach (var route in _routes)
        {
            request.Add("Route", route);
        }

        return request;
    }
}

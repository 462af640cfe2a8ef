using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using CrmUms.SipPhone.Sip;

namespace CrmUms.LoadTests.Phones;

/// <summary>Registers a phone (RFC 3261, section 10) with digest authentication (RFC 2617, MD5).</summary>
internal sealed class Registrar(IPEndPoint asterisk, IPEndPoint contact)
{
    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(5);

    public async Task RegisterAsync(string user, string secret)
    {
        using var socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Connect(asterisk);
        var callId = Token();
        var challenge = await AskAsync(socket, Request(user, callId, 1));
        var answer = DigestAnswer(challenge["WWW-Authenticate"] ?? "", user, secret, $"sip:{asterisk}");
        var reply = await AskAsync(socket, Request(user, callId, 2).Add("Authorization", answer));
        if (reply is not SipResponse { Status: 200 })
        {
            throw new InvalidOperationException($"{user} could not register: {reply}");
        }
    }

    private SipMessage Request(string user, string callId, int number)
    {
        var self = $"<sip:{user}@{asterisk.Address}>";
        return new SipRequest("REGISTER", $"sip:{asterisk}")
            .Add("Via", $"SIP/2.0/UDP {contact.Address};rport;branch=z9hG4bK{Token()}")
            .Add("From", $"{self};tag={Token()}")
            .Add("To", self)
            .Add("Call-ID", callId)
            .Add("CSeq", $"{number} REGISTER")
            .Add("Max-Forwards", "70")
            .Add("Contact", $"<sip:{user}@{contact}>")
            .Add("Expires", "3600");
    }

    private static async Task<SipMessage> AskAsync(UdpClient socket, SipMessage request)
    {
        await socket.SendAsync(request.ToBytes());
        using var limit = new CancellationTokenSource(ReplyMax);
        while (true)
        {
            var datagram = await socket.ReceiveAsync(limit.Token);
            if (SipParser.Parse(datagram.Buffer) is SipResponse { IsFinal: true } reply)
            {
                return reply;
            }
        }
    }

    private static string DigestAnswer(string challenge, string user, string secret, string uri)
    {
        var (realm, nonce) = (Quoted(challenge, "realm"), Quoted(challenge, "nonce"));
        var (opaque, client) = (Quoted(challenge, "opaque"), Token());
        var digest = Md5($"{Md5($"{user}:{realm}:{secret}")}:{nonce}:00000001:{client}:auth:{Md5($"REGISTER:{uri}")}");
        return $"Digest username=\"{user}\", realm=\"{realm}\", nonce=\"{nonce}\", uri=\"{uri}\", algorithm=MD5, "
            + $"qop=auth, nc=00000001, cnonce=\"{client}\", opaque=\"{opaque}\", response=\"{digest}\"";
    }

    private static string Quoted(string challenge, string name)
    {
        var from = challenge.IndexOf($"{name}=\"", StringComparison.OrdinalIgnoreCase);
        return from < 0 ? "" : challenge[(from + name.Length + 2)..].Split('"')[0];
    }

    private static string Token() => RandomNumberGenerator.GetHexString(16, lowercase: true);

#pragma warning disable CA5351 // SIP's digest is MD5; the secret is made for one run on this machine.
    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351 // Nothing else here may use it.
}

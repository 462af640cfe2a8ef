using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CrmUms.Acd.Ports;

namespace CrmUms.CtiGateway.Tests.Asterisk;

/// <summary>Registers a contact by digest (RFC 3261, section 22): what a page does through its SIP library.</summary>
internal sealed class SipRegistration(PhoneCredentials credentials, int sipPort, IPEndPoint contact) : IDisposable
{
    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly string _callId = Guid.NewGuid().ToString("n");
    private int _sequence;

    /// <returns>The final status: 200, or 401 and 403 when the secret is not accepted.</returns>
    public async Task<int> RegisterAsync(int expiresSeconds = 300)
    {
        var challenge = await SendAsync(expiresSeconds, authorization: null);
        var nonce = Field(challenge, "nonce");
        var realm = Field(challenge, "realm");
        const string Uri = "sip:127.0.0.1";
        var ha1 = Md5($"{credentials.UserName}:{realm}:{credentials.Secret}");
        var response = Md5($"{ha1}:{nonce}:00000001:abc:auth:{Md5($"REGISTER:{Uri}")}");
        var reply = await SendAsync(
            expiresSeconds,
            $"Authorization: Digest username=\"{credentials.UserName}\",realm=\"{realm}\",nonce=\"{nonce}\"," +
            $"uri=\"{Uri}\",response=\"{response}\",algorithm=MD5,qop=auth,nc=00000001,cnonce=\"abc\"," +
            $"opaque=\"{Field(challenge, "opaque")}\"\r\n");
        return StatusOf(reply);
    }

    public void Dispose() => _socket.Dispose();

    private async Task<string> SendAsync(int expiresSeconds, string? authorization)
    {
        _sequence++;
        var user = credentials.UserName;
        var text =
            "REGISTER sip:127.0.0.1 SIP/2.0\r\n" +
            $"Via: SIP/2.0/UDP {_socket.Client.LocalEndPoint};branch=z9hG4bK{_callId}{_sequence}\r\n" +
            $"From: <sip:{user}@127.0.0.1>;tag={_callId}\r\nTo: <sip:{user}@127.0.0.1>\r\n" +
            $"Call-ID: {_callId}\r\nCSeq: {_sequence} REGISTER\r\nMax-Forwards: 70\r\n" +
            $"Contact: <sip:{user}@{contact}>;expires={expiresSeconds}\r\n{authorization}Content-Length: 0\r\n\r\n";
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        var server = new IPEndPoint(IPAddress.Loopback, sipPort);
        await _socket.SendAsync(Encoding.ASCII.GetBytes(text), server, limit.Token);
        while (true)
        {
            var reply = Encoding.ASCII.GetString((await _socket.ReceiveAsync(limit.Token)).Buffer);
            if (StatusOf(reply) >= 200 && reply.Contains($"CSeq: {_sequence} ", StringComparison.Ordinal))
            {
                return reply;
            }
        }
    }

    private static int StatusOf(string reply) => int.Parse(reply.AsSpan(8, 3), CultureInfo.InvariantCulture);

    private static string Field(string challenge, string name) =>
        Regex.Match(challenge, $"{name}=\"([^\"]*)\"").Groups[1].Value;

#pragma warning disable CA5351 // SIP's digest is MD5 (RFC 3261, section 22.4).
    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.ASCII.GetBytes(text)));
}

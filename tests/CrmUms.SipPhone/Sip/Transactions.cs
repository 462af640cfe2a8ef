using System.Net;

namespace CrmUms.SipPhone.Sip;

/// <summary>Sends the same bytes again at doubling intervals until stopped, at most for 64 times T1.</summary>
internal sealed class Retransmission
{
    private const int LifeInT1 = 64; // RFC 3261: timers B, F and H.
    private const int CapInT1 = 8;   // T2 is 4 s with T1 at 500 ms.

    private readonly SipEndpoint _endpoint;
    private readonly byte[] _bytes;
    private readonly IPEndPoint _target;
    private readonly bool _capped;
    private readonly Action _giveUp;
    private readonly TimeSpan _until;
    private TimeSpan _interval;
    private IDisposable? _timer;
    private bool _stopped;

    public Retransmission(SipEndpoint endpoint, byte[] bytes, IPEndPoint target, bool capped, Action giveUp)
    {
        (_endpoint, _bytes, _target, _capped, _giveUp) = (endpoint, bytes, target, capped, giveUp);
        _interval = endpoint.T1;
        _until = endpoint.Now + (LifeInT1 * endpoint.T1);
        endpoint.SendBytes(bytes, target);
        Schedule();
    }

    public void Stop()
    {
        _stopped = true;
        _timer?.Dispose();
    }

    private void Schedule() => _timer = _endpoint.After(_interval, Again);

    private void Again()
    {
        if (_stopped)
        {
            return;
        }

        if (_endpoint.Now >= _until)
        {
            Stop();
            _giveUp();
            return;
        }

        _endpoint.SendBytes(_bytes, _target);
        _interval = _capped && _interval * 2 > CapInT1 * _endpoint.T1 ? CapInT1 * _endpoint.T1 : _interval * 2;
        Schedule();
    }
}

/// <summary>A request of ours and what comes back for it (RFC 3261, section 17.1; RFC 6026 for repeated 2xx).</summary>
internal sealed class ClientTransaction
{
    private readonly SipEndpoint _endpoint;
    private readonly IPEndPoint _target;
    private readonly Action<SipResponse?> _onResponse;
    private readonly Retransmission _retransmission;
    private bool _done;

    public ClientTransaction(
        SipEndpoint endpoint, SipRequest request, IPEndPoint target, Action<SipResponse?> onResponse)
    {
        (_endpoint, Request, _target, _onResponse) = (endpoint, request, target, onResponse);
        var isInvite = request.Method == "INVITE";
        _retransmission = new Retransmission(endpoint, request.ToBytes(), target, capped: !isInvite, GiveUp);
    }

    public SipRequest Request { get; }

    public void Receive(SipResponse response)
    {
        var isInvite = Request.Method == "INVITE";
        if (response.IsFinal || isInvite)
        {
            _retransmission.Stop();
        }

        if (isInvite && response is { IsFinal: true, IsSuccess: false })
        {
            _endpoint.SendBytes(AckOf(response).ToBytes(), _target);
        }

        if (!_done || (isInvite && response.IsSuccess))
        {
            _done |= response.IsFinal;
            _onResponse(response);
        }
    }

    private void GiveUp()
    {
        _done = true;
        _onResponse(null);
    }

    // The acknowledgement of a refusal belongs to the INVITE's own transaction (section 17.1.1.3).
    private SipRequest AckOf(SipResponse refusal)
    {
        var ack = new SipRequest("ACK", Request.Uri);
        ack.Add("Via", Request.TopVia).Add("From", Request["From"] ?? "").Add("To", refusal["To"] ?? "")
            .Add("Call-ID", Request.CallId).Add("CSeq", $"{Request.CSeq.Number} ACK").Add("Max-Forwards", "70");
        return ack;
    }
}

/// <summary>A request of the peer and our response, repeated whenever it is (RFC 3261, section 17.2).</summary>
internal sealed class ServerTransaction(SipEndpoint endpoint, SipRequest request, IPEndPoint source)
{
    private byte[]? _lastResponse;
    private Retransmission? _final;

    public SipRequest Request { get; } = request;

    public IPEndPoint Source { get; } = source;

    /// <summary>The To tag of our responses, which becomes our side's name in a dialog.</summary>
    public string LocalTag { get; } = Dialog.Token(8);

    public TimeSpan ArrivedAt { get; init; }

    public bool IsAnswered { get; private set; }

    /// <summary>Called once when a final response to an INVITE was never acknowledged.</summary>
    public Action NeverAcknowledged { get; set; } = static () => { };

    public SipResponse Response(int status) => SipResponse.To(Request, status, LocalTag);

    public void Reply(int status) => Reply(Response(status));

    public void Reply(SipResponse response)
    {
        if (IsAnswered)
        {
            return;
        }

        _lastResponse = response.ToBytes();
        IsAnswered = response.IsFinal;
        if (response.IsFinal)
        {
            endpoint.Forget(this);
        }

        if (Request.Method == "INVITE" && response.IsFinal)
        {
            _final = new Retransmission(endpoint, _lastResponse, Source, capped: true, () => NeverAcknowledged());
        }
        else
        {
            endpoint.SendBytes(_lastResponse, Source);
        }
    }

    public void Repeated()
    {
        if (_lastResponse is not null)
        {
            endpoint.SendBytes(_lastResponse, Source);
        }
    }

    public void Acknowledged() => _final?.Stop();
}

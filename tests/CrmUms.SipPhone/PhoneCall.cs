using CrmUms.SipPhone.Rtp;
using CrmUms.SipPhone.Sip;

namespace CrmUms.SipPhone;

/// <summary>
/// One call of a phone, outgoing or incoming. What both have in common is here; how they begin is in
/// <see cref="OutgoingCall"/> and <see cref="IncomingCall"/>. What is not public runs in the phone's signalling loop.
/// </summary>
public abstract class PhoneCall : IAsyncDisposable
{
    private readonly TaskCompletionSource _ringing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<CallEnding> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile CallTimes _times;
    private volatile CallState _state;
    private int _sdpVersion;

    internal PhoneCall(Phone phone, Dialog dialog, SipRequest invite, CallMedia media, TimeSpan inviteAt)
    {
        (Phone, Dialog, Invite, Media, _times) = (phone, dialog, invite, media, new CallTimes(inviteAt));
    }

    public SipRequest Invite { get; }

    public CallMedia Media { get; }

    public CallState State => _state;

    public CallTimes Times => _times;

    public string CallId => Dialog.CallId;

    /// <summary>Done when it started to ring, or was answered at once; faulted when the call ended before.</summary>
    public Task Ringing => _ringing.Task;

    /// <summary>Done on the 200; faulted with a <see cref="CallEndedException"/> when the call ended before.</summary>
    public Task Answered => _answered.Task;

    /// <summary>Done when the call has ended, whichever way.</summary>
    public Task<CallEnding> Ended => _ended.Task;

    internal Dialog Dialog { get; }

    private protected Phone Phone { get; }

    private protected SipEndpoint Endpoint => Phone.Endpoint;

    public Task WaitForRingingAsync(TimeSpan limit) => Ringing.WaitAsync(limit, Phone.Options.Time);

    public Task WaitForAnswerAsync(TimeSpan limit) => Answered.WaitAsync(limit, Phone.Options.Time);

    public Task<CallEnding> WaitForEndAsync(TimeSpan limit) => Ended.WaitAsync(limit, Phone.Options.Time);

    /// <summary>
    /// Ends the call in the way its state asks for (BYE, CANCEL or a refusal), and is done when the peer has confirmed
    /// or given no reply for 64 times T1. A Reason header is given as its value, as <c>Q.850;cause=17</c>.
    /// </summary>
    public Task HangUpAsync(string? reason = null)
    {
        Endpoint.Post(() => HangUp(reason));
        return _released.Task;
    }

    /// <summary>Answers a call that came in and rings. Does nothing to a call in another state.</summary>
    public virtual Task AnswerAsync() => throw new InvalidOperationException("Only an incoming call can be answered.");

    public async ValueTask DisposeAsync()
    {
        await HangUpAsync();
        GC.SuppressFinalize(this);
    }

    internal abstract void OnAck(SipRequest ack);

    internal abstract void OnCancel(ServerTransaction cancel);

    internal void OnRequest(ServerTransaction transaction)
    {
        var request = transaction.Request;
        if (!Dialog.Accepts(request))
        {
            transaction.Reply(500);
            return;
        }

        switch (request.Method)
        {
            case "INVITE" or "UPDATE" when State == CallState.Answered:
                Dialog.Retarget(request);
                Renegotiate(transaction);
                break;
            case "BYE":
                transaction.Reply(200);
                End(new CallEnding(CallEndingKind.PeerHungUp, Reason: request["Reason"]));
                Release();
                break;
            case "OPTIONS" or "INFO" or "UPDATE":
                transaction.Reply(200);
                break;
            case "INVITE":
                transaction.Reply(491);
                break;
            default:
                transaction.Reply(405);
                break;
        }
    }

    /// <summary>The phone is closed: nobody will confirm anything any more.</summary>
    internal void Abandon()
    {
        End(new CallEnding(CallEndingKind.NoReply));
        Release();
    }

    internal void HangUp(string? reason)
    {
        switch (State)
        {
            case CallState.Answered:
                SendBye(reason);
                End(new CallEnding(CallEndingKind.WeHungUp, Reason: reason));
                break;
            case CallState.Inviting or CallState.Ringing:
                GiveUp(reason);
                break;
            case CallState.Ended:
            default:
                break;
        }
    }

    /// <summary>Ends a call that was not answered yet.</summary>
    private protected abstract void GiveUp(string? reason);

    /// <summary>Where requests go when the peer's own address cannot be read.</summary>
    private protected abstract System.Net.IPEndPoint Fallback { get; }

    private protected void Ring()
    {
        _state = _state == CallState.Inviting ? CallState.Ringing : _state;
        _times = _times with { RingingAt = _times.RingingAt ?? Endpoint.Now };
        _ringing.TrySetResult();
    }

    private protected void Answer()
    {
        _state = CallState.Answered;
        _times = _times with { AnsweredAt = Endpoint.Now };
        _ringing.TrySetResult();
        _answered.TrySetResult();
    }

    private protected void End(CallEnding ending)
    {
        if (State == CallState.Ended)
        {
            return;
        }

        _state = CallState.Ended;
        _times = _times with { EndedAt = Endpoint.Now };
        Media.Dispose();
        _ringing.TrySetException(new CallEndedException(ending));
        _answered.TrySetException(new CallEndedException(ending));
        _ended.TrySetResult(ending);
    }

    /// <summary>The peer knows of the end, or will never: nothing more is to be sent.</summary>
    private protected void Release()
    {
        Phone.Remove(this);
        _released.TrySetResult();
    }

    private protected void SendBye(string? reason)
    {
        var bye = Dialog.Request("BYE");
        if (reason is not null)
        {
            bye.Add("Reason", reason);
        }

        Endpoint.Send(bye, Dialog.NextHop ?? Fallback, response =>
        {
            if (response is null or { IsFinal: true })
            {
                Release();
            }
        });
    }

    private protected Sdp Offer(IReadOnlyList<Codec> codecs) =>
        new(Media.LocalAddress, codecs, Phone.EventPayload, MediaDirection.SendRecv);

    /// <summary>Takes the peer's offer over and returns our answer; null when no codec is shared.</summary>
    private protected Sdp? AnswerTo(Sdp offer)
    {
        var shared = Phone.Options.Codecs.Where(offer.Codecs.Contains).Take(1).ToArray();
        if (shared.Length == 0)
        {
            return null;
        }

        Media.Negotiated(offer, shared[0]);
        return new Sdp(Media.LocalAddress, shared, offer.EventPayload, Sdp.Mirror(offer.Direction));
    }

    private protected void AddSdp(SipMessage message, Sdp sdp)
    {
        message.Add("Content-Type", "application/sdp");
        message.Body = sdp.Write(++_sdpVersion);
    }

    private void Renegotiate(ServerTransaction transaction)
    {
        var response = transaction.Response(200);
        response.Add("Contact", Phone.Contact);
        var offer = Sdp.Parse(transaction.Request.Body);
        var ours = offer is not null ? AnswerTo(offer) : Offer(Phone.Options.Codecs);
        if (ours is null)
        {
            transaction.Reply(488);
            return;
        }

        if (offer is not null || transaction.Request.Method == "INVITE")
        {
            AddSdp(response, ours);
        }

        Phone.ExpectAck(transaction);
        transaction.Reply(response);
    }
}

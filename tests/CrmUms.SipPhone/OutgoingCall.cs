using System.Net;
using CrmUms.SipPhone.Rtp;
using CrmUms.SipPhone.Sip;

namespace CrmUms.SipPhone;

/// <summary>A call that we placed: INVITE, what comes back for it, CANCEL.</summary>
internal sealed class OutgoingCall : PhoneCall
{
    private readonly IPEndPoint _target;
    private readonly ClientTransaction _transaction;
    private readonly IDisposable _ringTimer;
    private byte[]? _ack;
    private bool _provisional;
    private bool _givingUp;
    private bool _cancelSent;
    private string? _reason;

    public OutgoingCall(Phone phone, Dialog dialog, CallMedia media, IPEndPoint target, CallOptions options)
        : base(phone, dialog, dialog.Request("INVITE"), media, phone.Endpoint.Now)
    {
        _target = target;
        Invite.Add("Allow", Phone.Allowed);
        foreach (var (name, value) in options.Headers)
        {
            Invite.Add(name, value);
        }

        AddSdp(Invite, Offer(options.Codecs ?? phone.Options.Codecs));
        _transaction = Endpoint.Send(Invite, target, OnResponse);
        _ringTimer = Endpoint.After(phone.Options.RingMax, () => HangUp(reason: null));
    }

    private protected override IPEndPoint Fallback => _target;

    internal override void OnAck(SipRequest ack) => Phone.Acknowledge(ack);

    internal override void OnCancel(ServerTransaction cancel) => cancel.Reply(481);

    private protected override void GiveUp(string? reason)
    {
        (_givingUp, _reason) = (true, reason);
        if (_provisional && !_cancelSent)
        {
            SendCancel();
        }
    }

    private void OnResponse(SipResponse? response)
    {
        switch (response)
        {
            case null:
                Finish(new CallEnding(CallEndingKind.NoReply));
                break;
            case { IsFinal: false }:
                OnProvisional(response);
                break;
            case { IsSuccess: true }:
                OnSuccess(response);
                break;
            default:
                var kind = _givingUp && response.Status == 487 ? CallEndingKind.Cancelled : CallEndingKind.Refused;
                Finish(new CallEnding(kind, response.Status, response["Reason"]));
                break;
        }
    }

    private void OnProvisional(SipResponse response)
    {
        // No CANCEL may go out before the first provisional response (RFC 3261, section 9.1).
        _provisional = true;
        if (_givingUp && !_cancelSent)
        {
            SendCancel();
        }

        if (response.Status > 100)
        {
            Accept(Sdp.Parse(response.Body));
            Ring();
        }
    }

    private void OnSuccess(SipResponse response)
    {
        if (_ack is null)
        {
            Dialog.Confirm(response);
            var ack = Dialog.Ack(Invite.CSeq.Number);
            Endpoint.AddVia(ack);
            _ack = ack.ToBytes();
            Settle();
            OnAnswer(Accept(Sdp.Parse(response.Body)));
        }

        // Each repetition of the 200 says that an ACK was lost.
        Endpoint.SendBytes(_ack, Dialog.NextHop ?? _target);
    }

    private void OnAnswer(bool hasMedia)
    {
        if (State == CallState.Ended || _givingUp)
        {
            // The answer crossed our CANCEL: the call exists now and has to be ended as such.
            End(new CallEnding(CallEndingKind.Cancelled, Reason: _reason));
            SendBye(_reason);
            return;
        }

        Answer();
        if (!hasMedia)
        {
            HangUp("SIP;cause=488;text=\"No codec in common\"");
        }
    }

    private bool Accept(Sdp? answer)
    {
        var usable = answer is { Codecs.Count: > 0 };
        if (usable)
        {
            Media.Negotiated(answer!, answer!.Codecs[0]);
        }

        return usable;
    }

    private void SendCancel()
    {
        _cancelSent = true;
        var cancel = new SipRequest("CANCEL", Invite.Uri);
        cancel.Add("Via", Invite.TopVia).Add("From", Invite["From"] ?? "").Add("To", Invite["To"] ?? "")
            .Add("Call-ID", CallId).Add("CSeq", $"{Invite.CSeq.Number} CANCEL").Add("Max-Forwards", "70");
        if (_reason is not null)
        {
            cancel.Add("Reason", _reason);
        }

        Endpoint.Send(cancel, _target, static _ => { });

        // The 487 should follow at once; a peer that keeps it back does not keep the call.
        Endpoint.After(Phone.Options.T1 * 64, () => Finish(new CallEnding(CallEndingKind.Cancelled, Reason: _reason)));
    }

    private void Finish(CallEnding ending)
    {
        if (_ack is null && State != CallState.Ended)
        {
            Settle();
            End(ending);
            Release();
        }
    }

    private void Settle()
    {
        _ringTimer.Dispose();
        Endpoint.Forget(_transaction);
    }
}

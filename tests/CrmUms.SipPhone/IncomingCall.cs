using System.Net;
using CrmUms.SipPhone.Rtp;
using CrmUms.SipPhone.Sip;

namespace CrmUms.SipPhone;

/// <summary>A call that came to us: it follows its plan, or rings until a test decides.</summary>
internal sealed class IncomingCall : PhoneCall
{
    private readonly ServerTransaction _transaction;
    private readonly IncomingPlan _plan;
    private Sdp? _ours;
    private bool _weOffer;

    public IncomingCall(Phone phone, Dialog dialog, CallMedia media, ServerTransaction transaction, IncomingPlan plan)
        : base(phone, dialog, transaction.Request, media, transaction.ArrivedAt)
    {
        (_transaction, _plan) = (transaction, plan);
        transaction.NeverAcknowledged = OnNeverAcknowledged;
    }

    private protected override IPEndPoint Fallback => _transaction.Source;

    public void Begin()
    {
        var offer = Sdp.Parse(Invite.Body);
        _weOffer = offer is null;
        _ours = offer is null ? Offer(Phone.Options.Codecs) : AnswerTo(offer);
        if (_ours is null)
        {
            Refuse(488);
            return;
        }

        if (_plan.RingFor == TimeSpan.Zero)
        {
            FollowPlan();
            return;
        }

        SendRinging();
        if (_plan.Status is not null)
        {
            Endpoint.After(_plan.RingFor, FollowPlan);
        }
    }

    public override Task AnswerAsync()
    {
        Endpoint.Post(SendAnswer);
        return Answered;
    }

    internal override void OnAck(SipRequest ack)
    {
        Phone.Acknowledge(ack);
        if (_weOffer && Sdp.Parse(ack.Body) is { Codecs.Count: > 0 } answer)
        {
            Media.Negotiated(answer, answer.Codecs[0]);
            _weOffer = false;
        }
    }

    internal override void OnCancel(ServerTransaction cancel)
    {
        cancel.Reply(200);
        if (State is CallState.Inviting or CallState.Ringing)
        {
            _transaction.Reply(487);
            End(new CallEnding(CallEndingKind.Cancelled, 487, cancel.Request["Reason"]));
            Release();
        }
    }

    private protected override void GiveUp(string? reason) => Refuse(603, reason);

    private void FollowPlan()
    {
        if (_plan.Status == 200)
        {
            SendAnswer();
        }
        else if (State != CallState.Ended)
        {
            Refuse(_plan.Status ?? 603, _plan.Reason);
        }
    }

    private void SendRinging()
    {
        var response = _transaction.Response(_plan.EarlyMedia ? 183 : 180);
        response.Add("Contact", Phone.Contact);
        if (_plan.EarlyMedia)
        {
            AddSdp(response, _ours!);
        }

        _transaction.Reply(response);
        Ring();
    }

    private void SendAnswer()
    {
        if (State is not (CallState.Inviting or CallState.Ringing))
        {
            return;
        }

        var response = _transaction.Response(200);
        response.Add("Contact", Phone.Contact).Add("Allow", Phone.Allowed);
        AddSdp(response, _ours!);
        Phone.ExpectAck(_transaction);
        _transaction.Reply(response);
        Answer();
        if (_plan.TalkFor is { } talkFor)
        {
            Endpoint.After(talkFor, () => HangUp(_plan.Reason));
        }
    }

    private void Refuse(int status, string? reason = null)
    {
        var response = _transaction.Response(status);
        if (reason is not null)
        {
            response.Add("Reason", reason);
        }

        _transaction.Reply(response);
        End(new CallEnding(CallEndingKind.Refused, status, reason));
        Release();
    }

    private void OnNeverAcknowledged()
    {
        if (State == CallState.Answered)
        {
            SendBye("SIP;cause=408;text=\"No ACK\"");
            End(new CallEnding(CallEndingKind.NoReply));
        }
    }
}

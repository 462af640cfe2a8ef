using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using CrmUms.SipPhone.Rtp;
using CrmUms.SipPhone.Sip;

namespace CrmUms.SipPhone;

/// <summary>
/// A SIP and RTP user agent over UDP for tests, demonstrations and load: it calls and is called, hundreds of calls at
/// once. One loop owns the signalling, one timer sends the media of all calls.
/// </summary>
public sealed class Phone : IAsyncDisposable
{
    internal const string Allowed = "INVITE, ACK, BYE, CANCEL, OPTIONS, UPDATE, INFO";
    internal const int EventPayload = 101;

    private const int UnclaimedMax = 1_000;
    private static readonly TimeSpan HangUpMax = TimeSpan.FromSeconds(2);

    private readonly MediaLoop _media;
    private readonly RtpPorts _ports;
    private readonly ConcurrentDictionary<(string CallId, string LocalTag), PhoneCall> _calls = new();
    private readonly Dictionary<(string CallId, string LocalTag, int CSeq), ServerTransaction> _awaitingAck = [];
    private readonly Channel<PhoneCall> _unclaimed = Channel.CreateBounded<PhoneCall>(
        new BoundedChannelOptions(UnclaimedMax) { FullMode = BoundedChannelFullMode.DropOldest });

    public Phone(PhoneOptions options)
    {
        Options = options;
        _media = new MediaLoop(options.Time);
        _ports = new RtpPorts(options.Address, options.RtpPortMin, options.RtpPortMax);
        Endpoint = new SipEndpoint(options) { RequestReceived = OnRequest, AckReceived = OnAck };
    }

    /// <summary>A call came in. Raised in the signalling loop: handlers must be quick.</summary>
    public event Action<PhoneCall>? Incoming;

    public PhoneOptions Options { get; }

    public IPEndPoint Address => Endpoint.Address;

    /// <summary>Calls that have not ended yet, or whose end the peer has not confirmed yet.</summary>
    public IReadOnlyCollection<PhoneCall> Calls => [.. _calls.Values];

    /// <summary>Datagrams that were no SIP message.</summary>
    public int MalformedMessages => Endpoint.Malformed;

    /// <summary>The first defect of this phone itself, or null; a test that relies on the phone asserts null.</summary>
    public Exception? Fault => Endpoint.Fault;

    internal SipEndpoint Endpoint { get; }

    internal string Contact => $"<sip:phone@{Address}>";

    /// <summary>Sends an INVITE and returns the call at once; the call tells how it goes on.</summary>
    /// <param name="to">A SIP URI with a numeric host, as <c>sip:100@127.0.0.1:15060</c>.</param>
    /// <param name="from">The caller's number or user, unescaped.</param>
    /// <param name="displayName">The caller's name, unescaped and without quotes.</param>
    /// <param name="options">What is special about this call, or null for an ordinary one.</param>
    public Task<PhoneCall> CallAsync(string to, string from, string? displayName = null, CallOptions? options = null)
    {
        var target = HeaderText.EndPoint(to)
            ?? throw new ArgumentException($"'{to}' does not lead to an address.", nameof(to));
        options ??= new CallOptions();
        var extra = options.Anonymous ? options with { Headers = [("Privacy", "id"), .. options.Headers] } : options;
        var dialog = Dialog.Outgoing(From(from, displayName, options), to, Contact);
        return Endpoint.PostAsync<PhoneCall>(() =>
        {
            var media = new CallMedia(_media, _ports.Take(), options.RtpStart, options.Sound);
            var call = new OutgoingCall(this, dialog, media, target, extra);
            _calls[(call.CallId, dialog.LocalTag)] = call;
            return call;
        });
    }

    /// <summary>The next incoming call that nobody has waited for yet.</summary>
    public async Task<PhoneCall> WaitForCallAsync(TimeSpan limit) =>
        await _unclaimed.Reader.ReadAsync().AsTask().WaitAsync(limit, Options.Time);

    /// <summary>Hangs up what still lasts, waits for the peers for at most two seconds, and closes the phone.</summary>
    public async ValueTask DisposeAsync()
    {
        var hangUps = Task.WhenAll(_calls.Values.Select(call => call.HangUpAsync()));
        await Task.WhenAny(hangUps, Task.Delay(HangUpMax, Options.Time));
        await Endpoint.DisposeAsync();
        await _media.DisposeAsync();
        foreach (var call in _calls.Values)
        {
            call.Abandon();
        }
    }

    internal void Remove(PhoneCall call) => _calls.TryRemove((call.CallId, call.Dialog.LocalTag), out _);

    /// <summary>Remembers whose 200 the next ACK of this dialog and number confirms.</summary>
    internal void ExpectAck(ServerTransaction invite)
    {
        if (invite.Request.Method == "INVITE")
        {
            var key = AckKey(invite.Request, invite.Response(200).ToTag);
            _awaitingAck[key] = invite;
            Endpoint.After(Options.T1 * 64, () => _awaitingAck.Remove(key));
        }
    }

    internal void Acknowledge(SipRequest ack)
    {
        if (_awaitingAck.TryGetValue(AckKey(ack, ack.ToTag), out var invite))
        {
            invite.Acknowledged();
        }
    }

    private static (string CallId, string LocalTag, int CSeq) AckKey(SipRequest request, string localTag) =>
        (request.CallId, localTag, request.CSeq.Number);

    private string From(string from, string? displayName, CallOptions options)
    {
        const string Anonymous = "\"Anonymous\" <sip:anonymous@anonymous.invalid>";
        var name = displayName is null ? "" : HeaderText.Quote(displayName) + " ";
        var user = from.Length == 0 ? "" : HeaderText.EscapeUser(from) + "@"; // A URI may lack a user, not empty it.
        return options.RawFrom
            ?? (options.Anonymous ? Anonymous : $"{name}<sip:{user}{Address.Address}>");
    }

    private void OnAck(SipRequest ack)
    {
        if (_calls.TryGetValue((ack.CallId, ack.ToTag), out var call))
        {
            call.OnAck(ack);
        }
    }

    private void OnRequest(ServerTransaction transaction)
    {
        var request = transaction.Request;
        if (request.Method == "CANCEL")
        {
            OnCancel(transaction);
        }
        else if (request.ToTag.Length > 0)
        {
            OnRequestInDialog(transaction);
        }
        else if (request.Method == "INVITE")
        {
            OnInvite(transaction);
        }
        else
        {
            var response = transaction.Response(request.Method == "OPTIONS" ? 200 : 405);
            response.Add("Allow", Allowed);
            transaction.Reply(response);
        }
    }

    private void OnRequestInDialog(ServerTransaction transaction)
    {
        if (_calls.TryGetValue((transaction.Request.CallId, transaction.Request.ToTag), out var call))
        {
            call.OnRequest(transaction);
        }
        else
        {
            transaction.Reply(481);
        }
    }

    // A CANCEL has no tag of ours; it names its INVITE by the branch.
    private void OnCancel(ServerTransaction cancel)
    {
        var (callId, branch) = (cancel.Request.CallId, cancel.Request.Branch);
        var cancelled = _calls.Values.FirstOrDefault(call =>
            call is IncomingCall && call.CallId == callId && call.Invite.Branch == branch);
        if (cancelled is null)
        {
            cancel.Reply(481);
        }
        else
        {
            cancelled.OnCancel(cancel);
        }
    }

    private void OnInvite(ServerTransaction transaction)
    {
        var plan = Options.Plan(transaction.Request);
        if (plan.IsIgnored)
        {
            Endpoint.Forget(transaction);
            return;
        }

        var dialog = Dialog.Incoming(transaction.Request, transaction.LocalTag, Contact);
        var media = new CallMedia(_media, _ports.Take(), plan.RtpStart, plan.Sound);
        var call = new IncomingCall(this, dialog, media, transaction, plan);
        _calls[(call.CallId, dialog.LocalTag)] = call;
        call.Begin();
        _unclaimed.Writer.TryWrite(call);
        Incoming?.Invoke(call);
    }
}

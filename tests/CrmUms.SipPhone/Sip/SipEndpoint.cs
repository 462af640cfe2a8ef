using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace CrmUms.SipPhone.Sip;

/// <summary>
/// One UDP socket and one loop that owns all signalling of a phone: datagrams, commands and timers take their turn in
/// it, so nothing behind it needs a lock.
/// </summary>
internal sealed class SipEndpoint : IAsyncDisposable
{
    private const int WorkMax = 100_000;
    private const int DatagramMax = 65_535;

    // A transaction is kept this many T1 after its start to recognise repetitions (timers D, H and J).
    private const int KeepInT1 = 64;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly Channel<Action> _work =
        Channel.CreateBounded<Action>(new BoundedChannelOptions(WorkMax) { SingleReader = true });

    private readonly CancellationTokenSource _stopping = new();
    private readonly Dictionary<(string Branch, string Method), ClientTransaction> _clients = [];
    private readonly Dictionary<(string Branch, string Method), ServerTransaction> _servers = [];
    private readonly PhoneOptions _options;
    private readonly Task[] _loops;

    public SipEndpoint(PhoneOptions options)
    {
        _options = options;
        _socket.ReceiveBufferSize = 1 << 22;
        _socket.Bind(new IPEndPoint(options.Address, options.SipPort));
        Address = (IPEndPoint)_socket.LocalEndPoint!;
        _loops = [Task.Run(ReceiveAsync), Task.Run(WorkAsync)];
    }

    public IPEndPoint Address { get; }

    public TimeSpan T1 => _options.T1;

    /// <summary>Time since the machine's start, which all phones of this machine share.</summary>
    public TimeSpan Now => _options.Time.GetElapsedTime(0);

    public int Malformed { get; private set; }

    public Exception? Fault { get; private set; }

    /// <summary>Told of every new request, except ACK, within the loop.</summary>
    public Action<ServerTransaction> RequestReceived { get; set; } = static _ => { };

    /// <summary>Told of every ACK, within the loop.</summary>
    public Action<SipRequest> AckReceived { get; set; } = static _ => { };

    /// <summary>Runs the work in the loop.</summary>
    public void Post(Action work)
    {
        if (!_work.Writer.TryWrite(work) && !_stopping.IsCancellationRequested)
        {
            throw new InvalidOperationException($"The phone is {WorkMax} steps behind: fewer calls, please.");
        }
    }

    /// <summary>Runs the work in the loop and lets the caller await it.</summary>
    public Task<T> PostAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() =>
        {
            try
            {
                done.SetResult(work());
            }
            catch (ArgumentException error)
            {
                done.SetException(error);
            }
        });
        return done.Task;
    }

    /// <summary>Runs the work in the loop after a while, unless the returned timer is disposed before.</summary>
    public IDisposable After(TimeSpan delay, Action work) =>
        _options.Time.CreateTimer(_ => Post(work), state: null, delay, Timeout.InfiniteTimeSpan);

    public ClientTransaction Send(SipRequest request, IPEndPoint target, Action<SipResponse?> onResponse)
    {
        // A CANCEL goes under the branch of its INVITE, so it brings its Via along.
        if (request.TopVia.Length == 0)
        {
            AddVia(request);
        }

        var transaction = new ClientTransaction(this, request, target, onResponse);
        _clients[(request.Branch, request.Method)] = transaction;

        // An INVITE may ring for minutes: its call forgets it some time after the final response.
        if (request.Method != "INVITE")
        {
            Forget(transaction);
        }

        return transaction;
    }

    public void Forget(ClientTransaction done) =>
        After(KeepInT1 * T1, () => _clients.Remove((done.Request.Branch, done.Request.Method)));

    public void Forget(ServerTransaction done) =>
        After(KeepInT1 * T1, () => _servers.Remove((done.Request.Branch, done.Request.Method)));

    public void AddVia(SipRequest request) =>
        request.Add("Via", $"SIP/2.0/UDP {Address};rport;branch=z9hG4bK{Dialog.Token(8)}");

    public void SendBytes(byte[] bytes, IPEndPoint target)
    {
        if (!_stopping.IsCancellationRequested)
        {
            _socket.SendTo(bytes, target);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _work.Writer.TryComplete();
        await Task.WhenAll(_loops);
        _socket.Dispose();
        _stopping.Dispose();
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[DatagramMax];
        var anyone = new IPEndPoint(IPAddress.Any, 0);
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var received = await _socket.ReceiveFromAsync(buffer, SocketFlags.None, anyone, _stopping.Token);
                var arrivedAt = Now;
                var message = SipParser.Parse(buffer.AsSpan(0, received.ReceivedBytes));
                Post(() => Dispatch(message, (IPEndPoint)received.RemoteEndPoint, arrivedAt));
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "One call's defect must not end the others; Fault shows it.")]
    private async Task WorkAsync()
    {
        await foreach (var work in _work.Reader.ReadAllAsync())
        {
            try
            {
                work();
            }
            catch (Exception error)
            {
                Fault ??= error;
            }
        }
    }

    private void Dispatch(SipMessage? message, IPEndPoint source, TimeSpan arrivedAt)
    {
        if (message is null)
        {
            Malformed++;
            return;
        }

        if (_options.Loses(message))
        {
            return;
        }

        switch (message)
        {
            case SipResponse response
                when _clients.TryGetValue((response.Branch, response.CSeq.Method), out var client):
                client.Receive(response);
                break;
            case SipRequest { Method: "ACK" } ack:
                OnAck(ack);
                break;
            case SipRequest request:
                OnRequest(request, source, arrivedAt);
                break;
            default:
                break; // A response to what was long forgotten.
        }
    }

    private void OnAck(SipRequest ack)
    {
        if (_servers.TryGetValue((ack.Branch, "INVITE"), out var refused))
        {
            refused.Acknowledged();
            return;
        }

        AckReceived(ack);
    }

    private void OnRequest(SipRequest request, IPEndPoint source, TimeSpan arrivedAt)
    {
        var key = (request.Branch, request.Method);
        if (_servers.TryGetValue(key, out var known))
        {
            known.Repeated();
            return;
        }

        var transaction = new ServerTransaction(this, request, source) { ArrivedAt = arrivedAt };
        _servers[key] = transaction;
        RequestReceived(transaction);
    }
}

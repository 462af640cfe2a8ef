using System.Diagnostics.CodeAnalysis;
using CrmUms.Acd.Ports;
using CrmUms.CtiGateway.Ari;
using CrmUms.CtiGateway.Ari.Generated;
using CrmUms.CtiGateway.Translation;
using Microsoft.Extensions.Logging;

namespace CrmUms.CtiGateway;

/// <summary>
/// Owns the connection to one Asterisk: connects, backs off, compares with a snapshot after every gap, pings, and gives
/// the link up when it is dead. Tells facts to one actor, in the order of the wire, the snapshot first.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "PostStop disposes what it owns.")]
internal sealed class PbxLinkActor : ReceiveActor, IWithTimers
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMilliseconds(100);

    private readonly AsteriskOptions _options;
    private readonly IActorRef _facts;
    private readonly IActorRef _phones;
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;
    private readonly PendingRequests _pending;
    private readonly RecentEvents _recent = new();
    private readonly OutboundCalls _outbound = new();
    private readonly LegWork _work = new();
    private readonly List<AriEvent> _held = []; // Heard while the snapshot is taken; told after it.
    private readonly CancellationTokenSource _stopping = new();

    private AriSocket? _socket;
    private int _attempts;
    private bool _isUp;
    private long? _pingSentAt;

    public PbxLinkActor(
        AsteriskOptions options, IActorRef facts, IActorRef phones, ILogger logger, TimeProvider clock)
    {
        (_options, _facts, _phones, _logger, _clock) = (options, facts, phones, logger, clock);
        _pending = new PendingRequests(options.RequestsInFlightMax, options.RequestMax, clock);
        Become(Apart);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart()
    {
        Timers.StartPeriodicTimer("sweep", Sweep.Instance, SweepEvery);
        Self.Tell(Connect.Instance);
    }

    protected override void PostStop()
    {
        _stopping.Cancel();
        GiveUp(LinkLossReason.Restarted, cause: null);
        _stopping.Dispose();
    }

    // ---------------------------------------------------------------- apart: no connection, or one being made

    private void Apart()
    {
        Receive<Connect>(_ => OnConnect());
        Receive<Connected>(OnConnected);
        Receive<ConnectFailed>(OnConnectFailed);
        Receive<SendRequest>(_ => RefuseBecauseDown());
        ReceiveAny(_ => { }); // The last words of a link that was given up.
    }

    private void OnConnect()
    {
        _attempts++;
        ConnectAsync().PipeTo(
            Self, success: socket => new Connected(socket), failure: error => new ConnectFailed(error));
    }

    private async Task<AriSocket> ConnectAsync()
    {
        using var limit = new CancellationTokenSource(_options.ConnectMax, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stopping.Token);
        return await AriSocket.ConnectAsync(_options, either.Token);
    }

    private void OnConnected(Connected connected)
    {
        _socket = connected.Socket;
        _socket.Start(Self);
        Become(Synchronizing);
        Timers.StartSingleTimer("snapshot", new SnapshotOverdue(connected.Socket), _options.SnapshotMax);
        var reader = new SnapshotReader(new AriLink(Self, isPartOfSnapshot: true), _options, _clock);
        reader.ReadAsync(_stopping.Token).PipeTo(
            Self,
            success: state => new SnapshotTaken(connected.Socket, state),
            failure: error => new SnapshotFailed(connected.Socket, error));
    }

    private void OnConnectFailed(ConnectFailed failed)
    {
        var pause = Backoff.PauseAfter(_attempts, _options.BackoffMin, _options.BackoffMax, Random.Shared.NextDouble());
        _logger.ConnectFailed(_attempts, pause, failed.Cause);
        Timers.StartSingleTimer("connect", Connect.Instance, pause);
    }

    // ---------------------------------------------------------------- synchronizing: taking the snapshot

    private void Synchronizing()
    {
        Receive<SendRequest>(send => send.IsPartOfSnapshot, OnSendRequest);
        Receive<SendRequest>(_ => RefuseBecauseDown());
        Receive<AriHeard>(heard => OnHeard(heard, Hold));
        Receive<SnapshotTaken>(OnSnapshotTaken);
        Receive<SnapshotOverdue>(overdue => OnLost(overdue.Socket, LinkLossReason.NotInStep, cause: null));
        Receive<SnapshotFailed>(failed => OnLost(failed.Socket, LinkLossReason.NotInStep, failed.Cause));
        Receive<AriSocketClosed>(closed => OnLost(closed.Socket, LinkLossReason.Closed, closed.Cause));
        Receive<Sweep>(_ => _pending.FailOverdue());
        ReceiveAny(_ => { }); // A late word of the link before.
    }

    private void Hold(AriEvent happened)
    {
        _held.Add(happened);
        if (_held.Count > _options.EventsHeldMax)
        {
            Lose(LinkLossReason.NotInStep, cause: null);
        }
    }

    private void OnSnapshotTaken(SnapshotTaken taken)
    {
        if (taken.Socket != _socket)
        {
            return;
        }

        Timers.Cancel("snapshot");
        var snapshot = taken.State.Snapshot;
        _logger.LinkUp(
            _attempts, snapshot.Callers.Count, snapshot.AgentLegs.Count, snapshot.RegisteredAgents.Count);
        (_attempts, _isUp, _pingSentAt) = (0, true, null);
        CtiMeters.LinkUp.Add(1);
        _phones.Tell(new PbxLinkStands(taken.State.Phones));
        _facts.Tell(snapshot);
        _outbound.Restart(snapshot.OutboundLegs);
        _work.Restart(taken.State.Legs);
        Become(Up);
        Timers.StartPeriodicTimer("ping", Ping.Instance, _options.PingEvery);
        var answered = snapshot.OutboundLegs.Where(leg => leg.State == OutboundLegState.Answered);
        var known = snapshot.Callers.Select(caller => caller.Arrival.Leg)
            .Concat(answered.Select(leg => leg.Leg))
            .ToHashSet();
        foreach (var happened in _held)
        {
            // He arrived, or answered, while the snapshot was taken, and stands in it.
            if (happened is not StasisStart start || !known.Contains(new(start.Channel.Id)))
            {
                Translate(happened);
            }
        }

        _held.Clear();
    }

    // ---------------------------------------------------------------- up: in step with Asterisk

    private void Up()
    {
        Receive<SendRequest>(OnSendRequest);
        Receive<AriHeard>(heard => OnHeard(heard, Translate));
        Receive<AriSocketClosed>(closed => OnLost(closed.Socket, LinkLossReason.Closed, closed.Cause));
        Receive<Ping>(_ => OnPing());
        Receive<Sweep>(_ => OnSweep());
        ReceiveAny(_ => { }); // A late word of the link before.
    }

    private void OnSendRequest(SendRequest send)
    {
        var (sender, step) = (Sender, send.Request.Step);
        if (_work.PutsOff(step))
        {
            sender.Tell(AriReply.Accepted);
            return;
        }

        SendOwn(_work.Before(step));
        _pending.Send(
            _socket!,
            send.Request,
            reply =>
            {
                _work.OnReply(step, reply);
                sender.Tell(reply);
            },
            failure => sender.Tell(new Status.Failure(failure)));
    }

    private void OnHeard(AriHeard heard, Action<AriEvent> onEvent)
    {
        if (heard.Socket != _socket)
        {
            return;
        }

        switch (heard.Message)
        {
            case AriMessage.Reply reply:
                _pending.OnReply(reply.RequestId, reply.Answer);
                break;
            case AriMessage.Happened happened:
                if (!_recent.IsRepeat(happened.Event))
                {
                    Count(happened.Event.Type);
                    onEvent(happened.Event);
                }

                break;
            case AriMessage.Unknown:
                Count("unknown");
                break;
            case AriMessage.Unreadable unreadable:
                Count("unreadable");
                _logger.EventUnreadable(unreadable.Type, unreadable.Cause);
                break;
            default:
                throw new NotSupportedException(heard.Message.ToString());
        }
    }

    private void Translate(AriEvent happened)
    {
        SendOwn(_work.On(happened));
        switch (AriFacts.Of(happened))
        {
            case PbxNews.PlayEnded { End: var end }:
                var isLacking = _work.End(end.Leg, end.Play.Value);
                _facts.Tell(end with { Failed = end.Failed || isLacking });
                break;
            case PbxNews.BeepEnded beep:
                _work.End(beep.Leg, beep.Playback);
                break;
            case PbxNews.Fact fact:
                _facts.Tell(fact.Told);
                break;
            case PbxNews.AgentLegAnswered answered:
                Park(answered);
                break;
            case PbxNews.TapOpened opened:
                SendOwn([BridgesRequests.AddChannel(LegNames.BridgeOfTap(opened.Tap), opened.Tap)]);
                break;
            case PbxNews.AgentLegsOrphaned orphaned:
                HangUp(orphaned);
                break;
            case PbxNews.OutboundHeard heard:
                if (_outbound.On(heard) is { } ringing)
                {
                    _facts.Tell(ringing);
                }

                break;
            case PbxNews.OutboundGone gone:
                _facts.Tell(_outbound.On(gone));
                break;
            case PbxNews.TakenOver:
                _logger.TakenOver();
                _attempts = Backoff.AttemptsForLongest; // Two servers must not tear at the link in a hurry.
                Lose(LinkLossReason.TakenOver, cause: null);
                break;
            case PbxNews.Nothing:
                break;
            default:
                throw new NotSupportedException(happened.Type);
        }

        if (happened is ChannelDestroyed ended)
        {
            CtiMeters.LegsEnded.Add(1, new KeyValuePair<string, object?>("cause", HangupCauses.NameOf(ended.Cause)));
        }
    }

    private void Park(PbxNews.AgentLegAnswered answered) => SendOwn(
        BridgesRequests.AddChannel(LegNames.ParkedBridge, answered.Leg.Value),
        reply =>
        {
            if (reply.IsDone) // Otherwise it is gone again, and its end is reported by an event of its own.
            {
                _facts.Tell(new AgentLegOpened(answered.Agent, answered.Leg));
            }
        });

    private void HangUp(PbxNews.AgentLegsOrphaned orphaned)
    {
        foreach (var leg in orphaned.Legs)
        {
            _logger.LegOrphaned(orphaned.Agent, leg);
            SendOwn(ChannelsRequests.Hangup(leg.Value), _ => { });
        }
    }

    private void SendOwn(AriRequest request, Action<AriReply> replied) => _pending.Send(
        _socket!, request, replied, failure => _logger.OwnRequestFailed(request.Operation, failure));

    private void SendOwn(IReadOnlyList<AriRequest> requests)
    {
        foreach (var request in requests)
        {
            SendOwn(request, _ => { });
        }
    }

    private void OnPing()
    {
        if (_pingSentAt is null)
        {
            _pingSentAt = _clock.GetTimestamp();
            _pending.Send(_socket!, AsteriskRequests.Ping(), _ => _pingSentAt = null, _ => { });
        }
    }

    private void OnSweep()
    {
        _pending.FailOverdue();
        if (_pingSentAt is { } sentAt && _clock.GetElapsedTime(sentAt) >= _options.PingReplyMax)
        {
            Lose(LinkLossReason.Silent, cause: null);
        }
    }

    // ---------------------------------------------------------------- losing it

    private void OnLost(AriSocket socket, LinkLossReason reason, Exception? cause)
    {
        if (socket == _socket)
        {
            Lose(reason, cause);
        }
    }

    private void Lose(LinkLossReason reason, Exception? cause)
    {
        GiveUp(reason, cause);
        Become(Apart);
        var pause = Backoff.PauseAfter(_attempts, _options.BackoffMin, _options.BackoffMax, Random.Shared.NextDouble());
        Timers.StartSingleTimer("connect", Connect.Instance, pause);
    }

    private void GiveUp(LinkLossReason reason, Exception? cause)
    {
        Timers.Cancel("ping");
        Timers.Cancel("snapshot");
        _socket?.Dispose();
        _socket = null;
        _held.Clear();
        _pending.FailAll();
        if (_isUp)
        {
            _isUp = false;
            CtiMeters.LinkUp.Add(-1);
            CtiMeters.LinkLosses.Add(1, new KeyValuePair<string, object?>("reason", reason.ToString()));
            _logger.LinkLost(reason, cause);
            _facts.Tell(new PbxLinkLost(_clock.GetUtcNow()));
        }
    }

    private void RefuseBecauseDown() =>
        Sender.Tell(new Status.Failure(new CtiException(CtiErrorCode.LinkDown, "Asterisk is not connected.")));

    private static void Count(string type) =>
        CtiMeters.Events.Add(1, new KeyValuePair<string, object?>("type", type));

    private sealed record Connect
    {
        public static Connect Instance { get; } = new();
    }

    private sealed record Ping
    {
        public static Ping Instance { get; } = new();
    }

    private sealed record Sweep
    {
        public static Sweep Instance { get; } = new();
    }

    private sealed record Connected(AriSocket Socket);

    private sealed record ConnectFailed(Exception Cause);

    private sealed record SnapshotTaken(AriSocket Socket, PbxState State);

    private sealed record SnapshotOverdue(AriSocket Socket);

    private sealed record SnapshotFailed(AriSocket Socket, Exception Cause);
}

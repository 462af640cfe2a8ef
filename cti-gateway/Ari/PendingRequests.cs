using CrmUms.Acd.Ports;

namespace CrmUms.CtiGateway.Ari;

/// <summary>Requests of one link that wait for replies. Owned by the link's actor: no lock, and a bound.</summary>
internal sealed class PendingRequests(int inFlightMax, TimeSpan requestMax, TimeProvider clock)
{
    private readonly Dictionary<long, Pending> _pending = [];
    private long _lastId;

    /// <summary>Sends, and remembers who waits: exactly one of the two is called, once.</summary>
    public void Send(AriSocket socket, AriRequest request, Action<AriReply> replied, Action<CtiException> failed)
    {
        var id = ++_lastId;
        if (_pending.Count >= inFlightMax || !socket.TrySend(id, request))
        {
            failed(new CtiException(CtiErrorCode.NoReply, $"{request.Operation}: too many requests wait for replies."));
            return;
        }

        _pending[id] = new Pending(request.Operation, clock.GetTimestamp(), replied, failed);
        CtiMeters.RequestsInFlight.Add(1);
    }

    public void OnReply(string requestId, AriReply reply)
    {
        if (long.TryParse(requestId, out var id) && _pending.Remove(id, out var pending))
        {
            Settle(pending, reply.IsDone ? "done" : "refused");
            pending.Replied(reply);
        }
    }

    /// <summary>Fails what has waited too long. Its reply, should it still come, finds nobody.</summary>
    public void FailOverdue()
    {
        var overdue = _pending.Where(one => clock.GetElapsedTime(one.Value.SentAt) >= requestMax).ToList();
        foreach (var (id, pending) in overdue)
        {
            _pending.Remove(id);
            Settle(pending, "no-reply");
            pending.Failed(new CtiException(CtiErrorCode.NoReply, $"{pending.Operation}: no reply in {requestMax}."));
        }
    }

    /// <summary>Fails everything: the link is gone, and nobody knows what was carried out.</summary>
    public void FailAll()
    {
        var all = _pending.Values.ToList();
        _pending.Clear();
        foreach (var pending in all)
        {
            Settle(pending, "link-down");
            pending.Failed(new CtiException(CtiErrorCode.LinkDown, $"{pending.Operation}: the link was lost."));
        }
    }

    private void Settle(Pending pending, string outcome)
    {
        CtiMeters.RequestsInFlight.Add(-1);
        CtiMeters.RequestDuration.Record(
            clock.GetElapsedTime(pending.SentAt).TotalSeconds,
            new KeyValuePair<string, object?>("operation", pending.Operation),
            new KeyValuePair<string, object?>("outcome", outcome));
    }

    private sealed record Pending(
        string Operation, long SentAt, Action<AriReply> Replied, Action<CtiException> Failed);
}

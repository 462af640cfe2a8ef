namespace CrmUms.CtiGateway.Ari;

/// <summary>
/// Tells the second copy of an event. A channel in our application that belongs to a SIP endpoint is heard of twice:
/// copies are equal to the millisecond and arrive next to each other, or nearly so.
/// </summary>
internal sealed class RecentEvents
{
    private const int Remembered = 256; // Far more than can lie between two copies.

    private readonly HashSet<AriEvent> _known = [];
    private readonly Queue<AriEvent> _order = new();

    public bool IsRepeat(AriEvent happened)
    {
        if (!_known.Add(happened))
        {
            return true;
        }

        _order.Enqueue(happened);
        if (_order.Count > Remembered)
        {
            _known.Remove(_order.Dequeue());
        }

        return false;
    }
}

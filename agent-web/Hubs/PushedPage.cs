using Microsoft.AspNetCore.SignalR;

namespace CrmUms.AgentWeb.Hubs;

/// <summary>
/// A page that is only told things. A browser that takes nothing any more must not fill our memory: it is cut, comes
/// again and asks for all of it.
/// </summary>
internal abstract class PushedPage(HubCallerContext connection)
{
    private const int UnsentMax = 20; // Some seconds of changes.

    private int _unsent;

    public string Id => connection.ConnectionId;

    public void Close() => connection.Abort();

    protected void Send(Func<Task> send)
    {
        if (Interlocked.Increment(ref _unsent) > UnsentMax)
        {
            connection.Abort();
            return;
        }

        var sending = send();
        if (sending.IsCompletedSuccessfully)
        {
            Interlocked.Decrement(ref _unsent);
            return;
        }

        _ = sending.ContinueWith(
            static (_, page) => Interlocked.Decrement(ref ((PushedPage)page!)._unsent), this, TaskScheduler.Default);
    }
}

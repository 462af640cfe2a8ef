using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Desks;
using Microsoft.AspNetCore.SignalR;

namespace CrmUms.AgentWeb.Hubs;

/// <summary>A page behind a SignalR connection.</summary>
internal sealed class DeskPage(HubCallerContext connection, IDeskClient client, TimeProvider time) : IDeskPage
{
    // A browser that takes nothing any more must not fill our memory; it comes again and asks for a snapshot.
    private const int UnsentMax = 100;

    // Cutting a connection at once would also cut what was just written to it.
    private static readonly TimeSpan CloseAfter = TimeSpan.FromSeconds(2);

    private int _unsent;

    public string Id => connection.ConnectionId;

    public void Send(DeskEvent @event)
    {
        if (Interlocked.Increment(ref _unsent) > UnsentMax)
        {
            connection.Abort();
            return;
        }

        var sending = client.DeskEvent(@event);
        if (sending.IsCompletedSuccessfully)
        {
            Interlocked.Decrement(ref _unsent);
            return;
        }

        _ = sending.ContinueWith(
            static (_, page) => Interlocked.Decrement(ref ((DeskPage)page!)._unsent), this, TaskScheduler.Default);
    }

    public void Close() => _ = CloseLaterAsync();

    private async Task CloseLaterAsync()
    {
        await Task.Delay(CloseAfter, time).ConfigureAwait(false);
        connection.Abort();
    }
}

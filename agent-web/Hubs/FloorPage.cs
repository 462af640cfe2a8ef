using System.Text.Json;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Floor;
using CrmUms.AgentWeb.Identity;
using Microsoft.AspNetCore.SignalR;

namespace CrmUms.AgentWeb.Hubs;

/// <summary>A supervisor's page behind a SignalR connection.</summary>
internal sealed class FloorPage(HubCallerContext connection, IFloorClient client, bool seesPeople) : IFloorPage
{
    // Some seconds of changes: a browser that takes nothing any more must not fill our memory.
    private const int UnsentMax = 20;

    private int _unsent;

    public string Id => connection.ConnectionId;

    public Guid Employee { get; } = connection.User!.AgentId().Value;

    public bool SeesPeople => seesPeople;

    public void Send(JsonElement change) => Send(() => client.FloorChange(change));

    public void Beat(FloorBeat beat) => Send(() => client.FloorBeat(beat));

    public void Close() => connection.Abort();

    private void Send(Func<Task> send)
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
            static (_, page) => Interlocked.Decrement(ref ((FloorPage)page!)._unsent), this, TaskScheduler.Default);
    }
}

using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Floor;
using CrmUms.AgentWeb.Identity;
using CrmUms.AgentWeb.Registration;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace CrmUms.AgentWeb.Hubs;

/// <summary>
/// The wire of an agent's list of work (WIRE.md): who waits in his queues. Method names are wire names.
/// </summary>
[Authorize(Policy = Policies.Agent)]
internal sealed class WorkHub(FloorRef floor, IHubContext<WorkHub, IWorkClient> hub) : Hub<IWorkClient>
{
    public const string Path = "/hubs/work";

    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(20);

    public override Task OnConnectedAsync()
    {
        var page = new WorkPage(Context, hub.Clients.Client(Context.ConnectionId));
        floor.Ref.Tell(new WatchWork(page), ActorRefs.NoSender);
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        floor.Ref.Tell(new LeaveWork(Context.ConnectionId), ActorRefs.NoSender);
        return Task.CompletedTask;
    }

    public Task<WorkSnapshot> GetWork() =>
        floor.Ref.Ask<WorkSnapshot>(new GetWork(Context.User!.AgentId()), ReplyMax, Context.ConnectionAborted);
}

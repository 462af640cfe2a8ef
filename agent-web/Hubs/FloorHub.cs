using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Floor;
using CrmUms.AgentWeb.Identity;
using CrmUms.AgentWeb.Registration;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace CrmUms.AgentWeb.Hubs;

/// <summary>The wire of the live floor (WIRE.md). Method names are wire names.</summary>
[Authorize(Policy = Policies.Supervision)]
internal sealed class FloorHub(FloorRef floor, IHubContext<FloorHub, IFloorClient> hub) : Hub<IFloorClient>
{
    public const string Path = "/hubs/floor";

    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(20);

    // Who calls is for supervisors; an administrator sees how the centre does.
    private bool SeesPeople => Context.User!.IsInRole(Roles.Supervisor);

    public override Task OnConnectedAsync()
    {
        var page = new FloorPage(Context, hub.Clients.Client(Context.ConnectionId), SeesPeople);
        floor.Ref.Tell(new WatchFloor(page), ActorRefs.NoSender);
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        floor.Ref.Tell(new LeaveFloor(Context.ConnectionId), ActorRefs.NoSender);
        return Task.CompletedTask;
    }

    public Task<FloorSnapshot> GetFloor() =>
        floor.Ref.Ask<FloorSnapshot>(new GetFloor(SeesPeople), ReplyMax, Context.ConnectionAborted);
}

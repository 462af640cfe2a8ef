using System.Text.Json;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Floor;
using CrmUms.AgentWeb.Identity;
using Microsoft.AspNetCore.SignalR;

namespace CrmUms.AgentWeb.Hubs;

/// <summary>A supervisor's page behind a SignalR connection.</summary>
internal sealed class FloorPage(HubCallerContext connection, IFloorClient client, bool seesPeople)
    : PushedPage(connection), IFloorPage
{
    public Guid Employee { get; } = connection.User!.AgentId().Value;

    public bool SeesPeople => seesPeople;

    public void Send(JsonElement change) => Send(() => client.FloorChange(change));

    public void Beat(FloorBeat beat) => Send(() => client.FloorBeat(beat));
}

using System.Text.Json;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Floor;
using CrmUms.AgentWeb.Identity;
using Microsoft.AspNetCore.SignalR;

namespace CrmUms.AgentWeb.Hubs;

/// <summary>An agent's list of work behind a SignalR connection.</summary>
internal sealed class WorkPage(HubCallerContext connection, IWorkClient client) : PushedPage(connection), IWorkPage
{
    public AgentId Agent { get; } = connection.User!.AgentId();

    public void Send(JsonElement change) => Send(() => client.WorkChange(change));

    public void Beat(FloorBeat beat) => Send(() => client.WorkBeat(beat));
}

using System.Text.Json;
using CrmUms.AgentWeb.Contracts;

namespace CrmUms.AgentWeb.Hubs;

/// <summary>What an agent's page hears of the work. Method names are wire names.</summary>
public interface IWorkClient
{
    /// <param name="change">A <see cref="Contracts.WorkChange"/>, written once for all pages that see the same.</param>
    Task WorkChange(JsonElement change);

    Task WorkBeat(FloorBeat beat);
}

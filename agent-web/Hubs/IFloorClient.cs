using System.Text.Json;
using CrmUms.AgentWeb.Contracts;

namespace CrmUms.AgentWeb.Hubs;

/// <summary>What a supervisor's page hears. Method names are wire names.</summary>
public interface IFloorClient
{
    /// <param name="change">A <see cref="Contracts.FloorChange"/>, written once for all pages.</param>
    Task FloorChange(JsonElement change);

    Task FloorBeat(FloorBeat beat);
}

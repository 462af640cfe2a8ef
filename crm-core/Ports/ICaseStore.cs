using CrmUms.Acd.Shared;
using CrmUms.CrmCore.Cases;

namespace CrmUms.CrmCore.Ports;

/// <summary>Reads cases. They are written by the projection of interactions.</summary>
public interface ICaseStore
{
    /// <summary>A client's cases, newest first, at most <paramref name="max"/>.</summary>
    Task<IReadOnlyList<CaseCard>> ListByClientAsync(ClientId client, int max, CancellationToken cancellation);
}

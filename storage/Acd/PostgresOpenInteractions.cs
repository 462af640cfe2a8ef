using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.Storage.Projections;

namespace CrmUms.Storage.Acd;

/// <summary>What was open when the server stopped, from the read model, brought up with the journal first.</summary>
public sealed class PostgresOpenInteractions(PostgresDatabase database, Projector projector) : IOpenInteractions
{
    private const string SelectOpen =
        "select interaction_id from acd.interaction where closed_at is null order by arrived_at, interaction_id";

    public async Task<IReadOnlyList<InteractionId>> ListAsync(CancellationToken cancellation)
    {
        await projector.CatchUpAsync(cancellation);
        var rows = await database.QueryAsync<Guid>(SelectOpen, null, cancellation);
        return [.. rows.Select(id => new InteractionId(id))];
    }
}

using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Storage.Acd;

/// <summary>Who talked with a number last, from the read model: a talk of a second ago may be missing.</summary>
public sealed class PostgresLastAgents(PostgresDatabase database) : ILastAgents
{
    private const string Select =
        """
        select agent_id
          from acd.interaction
         where number_e164 = @number
           and connected_at >= @since
         order by connected_at desc
         limit 1
        """;

    public async Task<AgentId?> FindAsync(PhoneNumber number, DateTimeOffset since, CancellationToken cancellation)
    {
        var parameters = new { number = number.E164, since };
        var found = await database.QueryAsync<Guid>(Select, parameters, cancellation);
        return found.Count == 0 ? null : new AgentId(found[0]);
    }
}

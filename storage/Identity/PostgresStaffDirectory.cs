using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Storage.Identity;

/// <summary>The agents among the employees. What they can do stands in the rules.</summary>
public sealed class PostgresStaffDirectory(PostgresDatabase database) : IStaffDirectory
{
    private const string SelectAgents =
        """
        select employee_id, display_name
          from identity.employee
         where role = 'agent'
           and is_active
         order by display_name, employee_id
        """;

    public async Task<IReadOnlyList<AgentProfile>> ListAgentsAsync(CancellationToken cancellation)
    {
        var rows = await database.QueryAsync<(Guid Employee, string Name)>(SelectAgents, null, cancellation);
        return [.. rows.Select(row => new AgentProfile(new AgentId(row.Employee), row.Name))];
    }
}

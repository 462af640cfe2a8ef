using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Storage.Identity;

/// <summary>The agents and supervisors among the employees. What they can do stands in the rules.</summary>
public sealed class PostgresStaffDirectory(PostgresDatabase database) : IStaffDirectory
{
    private const string SelectAgents =
        """
        select employee_id, display_name, role = 'supervisor', role = 'supervisor' and may_listen_unseen
          from identity.employee
         where role in ('agent', 'supervisor')
           and is_active
         order by display_name, employee_id
        """;

    public async Task<IReadOnlyList<AgentProfile>> ListAgentsAsync(CancellationToken cancellation)
    {
        var rows = await database.QueryAsync<(Guid Employee, string Name, bool IsSupervisor, bool MayListenUnseen)>(
            SelectAgents, null, cancellation);
        return
        [
            .. rows.Select(row => new AgentProfile(
                new AgentId(row.Employee), row.Name, row.IsSupervisor, row.MayListenUnseen)),
        ];
    }
}

using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Storage.Identity;

/// <summary>The agents among the employees, with their skills.</summary>
public sealed class PostgresStaffDirectory(PostgresDatabase database) : IStaffDirectory
{
    private const string SelectAgents =
        """
        select employee.employee_id, employee.display_name, skill.skill, skill.level
          from identity.employee as employee
          left join identity.employee_skill as skill on skill.employee_id = employee.employee_id
         where employee.role = 'agent'
         order by employee.display_name, employee.employee_id
        """;

    public async Task<IReadOnlyList<AgentProfile>> ListAgentsAsync(CancellationToken cancellation)
    {
        var rows = await database.QueryAsync<Row>(SelectAgents, null, cancellation);
        return
        [
            .. rows.GroupBy(row => (row.EmployeeId, row.DisplayName)).Select(agent => new AgentProfile(
                new AgentId(agent.Key.EmployeeId),
                agent.Key.DisplayName,
                agent.Where(row => row.Skill is not null).ToDictionary(row => row.Skill!, row => row.Level))),
        ];
    }

    private sealed record Row
    {
        public Guid EmployeeId { get; init; }

        public string DisplayName { get; init; } = "";

        public string? Skill { get; init; }

        public int Level { get; init; }
    }
}

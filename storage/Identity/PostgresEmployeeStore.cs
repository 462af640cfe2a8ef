using Dapper;

namespace CrmUms.Storage.Identity;

/// <summary>Who works here, for those who hire and dismiss.</summary>
public sealed class PostgresEmployeeStore(PostgresDatabase database, TimeProvider time)
{
    private const string SelectAll =
        """
        select employee_id, login, display_name, role, language, is_active, may_listen_unseen
          from identity.employee
         order by is_active desc, display_name, employee_id
        """;

    // Two administrators who dismiss each other at once wait in this line; one of them is refused.
    private const string LockAdministrators =
        """
        select employee_id, login, display_name, role, language, is_active, may_listen_unseen
          from identity.employee
         where employee_id = @id
            or (role = 'administrator' and is_active)
         order by employee_id
           for update
        """;

    // Sessions hold the role: whoever got another one, or left, must sign in again.
    private const string Update =
        """
        update identity.employee
           set display_name = @name,
               language = @language,
               may_listen_unseen = @mayListenUnseen,
               sessions_from = case when role <> @role or is_active <> @isActive then @now else sessions_from end,
               role = @role,
               is_active = @isActive
         where employee_id = @id
        """;

    private const string UpdatePassword =
        """
        with changed as (
            update identity.employee
               set password_hash = @hash, must_set_password = false, sessions_from = @now
             where employee_id = @id
            returning login
        )
        delete from identity.sign_in_attempt as attempt
         using changed
         where attempt.login = changed.login
        """;

    private const string SelectSessionsFrom =
        """
        select employee_id, sessions_from
          from identity.employee
         where sessions_from is not null
        """;

    public async Task<IReadOnlyList<Employee>> ListAsync(CancellationToken cancellation)
    {
        var rows = await database.QueryAsync<Row>(SelectAll, null, cancellation);
        return [.. rows.Select(row => row.ToEmployee())];
    }

    /// <summary>Changes all but id and login.</summary>
    public Task<EmployeeOutcome> UpdateAsync(Employee wanted, CancellationToken cancellation) =>
        database.InTransactionAsync(
            async connection =>
            {
                var parameters = new
                {
                    id = wanted.EmployeeId,
                    name = Words.Storable(wanted.DisplayName),
                    wanted.Language,
                    role = Words.Of(wanted.Role),
                    wanted.IsActive,
                    wanted.MayListenUnseen,
                    now = time.GetUtcNow(),
                };
                var locked = (await connection.QueryAsync<Row>(
                    new CommandDefinition(LockAdministrators, parameters, cancellationToken: cancellation)))
                    .Select(row => row.ToEmployee())
                    .ToList();
                if (locked.All(employee => employee.EmployeeId != wanted.EmployeeId))
                {
                    return EmployeeOutcome.NotFound;
                }

                var administrators = locked.Where(IsAdministrator).ToList();
                if (!IsAdministrator(wanted) && administrators.Count > 0 && administrators.All(IsWanted))
                {
                    return EmployeeOutcome.LastAdministrator;
                }

                await connection.ExecuteAsync(
                    new CommandDefinition(Update, parameters, cancellationToken: cancellation));
                return EmployeeOutcome.Done;

                bool IsWanted(Employee employee) => employee.EmployeeId == wanted.EmployeeId;
            },
            cancellation);

    /// <summary>Sets a password: lifts a lock, and ends every session that began with the former one.</summary>
    public Task SetPasswordAsync(Guid employeeId, string passwordHash, CancellationToken cancellation) =>
        database.ExecuteAsync(
            UpdatePassword, new { id = employeeId, hash = passwordHash, now = time.GetUtcNow() }, cancellation);

    /// <summary>From when on sessions of an employee are taken, where there is such an instant.</summary>
    public async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> ListSessionsFromAsync(CancellationToken cancellation)
    {
        var rows = await database.QueryAsync<(Guid Employee, DateTime From)>(SelectSessionsFrom, null, cancellation);
        return rows.ToDictionary(row => row.Employee, row => new DateTimeOffset(row.From, TimeSpan.Zero));
    }

    private static bool IsAdministrator(Employee employee) =>
        employee is { Role: EmployeeRole.Administrator, IsActive: true };

    private sealed record Row
    {
        public Guid EmployeeId { get; init; }

        public string Login { get; init; } = "";

        public string DisplayName { get; init; } = "";

        public string Role { get; init; } = "";

        public string Language { get; init; } = "";

        public bool IsActive { get; init; }

        public bool MayListenUnseen { get; init; }

        public Employee ToEmployee() =>
            new(EmployeeId, Login, DisplayName, Words.Parse<EmployeeRole>(Role), Language, IsActive)
            {
                MayListenUnseen = MayListenUnseen,
            };
    }
}

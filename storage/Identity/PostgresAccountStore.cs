namespace CrmUms.Storage.Identity;

/// <summary>Who can sign in, and how often it was tried in vain.</summary>
public sealed class PostgresAccountStore(PostgresDatabase database, TimeProvider time)
{
    private const int LoginMax = 64;

    private const string Columns =
        "employee_id, login, display_name, role, language, password_hash, must_set_password, may_listen_unseen";

    // Whoever left is answered like somebody whom nobody knows.
    private const string SelectByLogin =
        "select " + Columns + " from identity.employee where login = @login and is_active";

    private const string SelectById = "select " + Columns + " from identity.employee where employee_id = @id";

    private const string CountAll = "select count(*) from identity.employee";

    // The try is counted before the password is looked at: of a hundred tries at once only as many are let through as
    // the count allows. The row lock of the upsert puts them in a line.
    private const string CountAttempt =
        """
        insert into identity.sign_in_attempt as attempt (login, failed_count, last_at)
        values (@login, 1, @now)
        on conflict (login) do update
           set failed_count = attempt.failed_count + 1,
               last_at = @now,
               locked_until = case
                   when (attempt.failed_count + 1) % @lockEvery <> 0 then null
                   when attempt.failed_count + 1 >= @lockLongAt then @lockLongUntil
                   else @lockUntil
               end
         where attempt.locked_until is null
            or attempt.locked_until <= @now
        returning failed_count
        """;

    private const string SelectLock =
        """
        select locked_until
          from identity.sign_in_attempt
         where login = @login
        """;

    private const string ForgetAttempts = "delete from identity.sign_in_attempt where login = @login";

    private const string ForgetStrangers =
        """
        delete from identity.sign_in_attempt as attempt
         where attempt.last_at < @before
           and not exists (select from identity.employee where employee.login = attempt.login)
        """;

    private const string InsertEmployee =
        """
        insert into identity.employee
               (employee_id, login, display_name, role, language, password_hash, must_set_password,
                may_listen_unseen)
        values (@EmployeeId, @Login, @DisplayName, @Role, @Language, @PasswordHash, @MustSetPassword,
                @MayListenUnseen)
        on conflict do nothing
        """;

    private const string UpdateLanguage = "update identity.employee set language = @language where employee_id = @id";

    private const string UpdatePassword =
        """
        update identity.employee
           set password_hash = @hash, must_set_password = false
         where employee_id = @id
        returning login
        """;

    /// <summary>Asks whether a password may be tried for this login, and counts the try.</summary>
    public async Task<SignInAttempt> BeginAttemptAsync(string login, CancellationToken cancellation)
    {
        var key = Key(login);
        var now = time.GetUtcNow();
        await database.ExecuteAsync(ForgetStrangers, new { before = now - LockOut.ForgetStrangersAfter }, cancellation);
        var count = await database.FindAsync<int?>(
            CountAttempt,
            new
            {
                login = key,
                now,
                lockUntil = now + LockOut.LockFor,
                lockEvery = LockOut.LockEvery,
                lockLongAt = LockOut.LockLongAt,
                lockLongUntil = now + LockOut.LockLongFor,
            },
            cancellation);
        if (count is null)
        {
            return new SignInAttempt.Locked(await ReadLockAsync(key, cancellation));
        }

        var row = await database.FindAsync<Row>(SelectByLogin, new { login = key }, cancellation);
        return new SignInAttempt.Open(row?.ToAccount());
    }

    /// <summary>The password was right: the count begins anew.</summary>
    public Task SucceedAsync(Account account, CancellationToken cancellation) =>
        database.ExecuteAsync(ForgetAttempts, new { login = account.Login }, cancellation);

    public async Task<Account?> FindAsync(Guid employeeId, CancellationToken cancellation) =>
        (await database.FindAsync<Row>(SelectById, new { id = employeeId }, cancellation))?.ToAccount();

    /// <summary>Whether anybody can sign in at all: a new installation has nobody.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellation) =>
        await database.FindAsync<long>(CountAll, null, cancellation) > 0;

    /// <summary>Enters an employee. One whose login or id is there stays as he is.</summary>
    /// <returns>False when he was there.</returns>
    public async Task<bool> AddAsync(Account account, CancellationToken cancellation) =>
        await database.ExecuteAsync(InsertEmployee, Row.Of(account), cancellation) == 1;

    /// <param name="employeeId">Whose.</param>
    /// <param name="language">ru, uz or en.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public Task SetLanguageAsync(Guid employeeId, string language, CancellationToken cancellation) =>
        database.ExecuteAsync(UpdateLanguage, new { id = employeeId, language }, cancellation);

    /// <summary>Sets a password, which also lifts a lock.</summary>
    public async Task SetPasswordAsync(Guid employeeId, string passwordHash, CancellationToken cancellation)
    {
        var login = await database.FindAsync<string>(
            UpdatePassword, new { id = employeeId, hash = passwordHash }, cancellation);
        await database.ExecuteAsync(ForgetAttempts, new { login }, cancellation);
    }

    private static string Key(string login)
    {
        var key = Words.Storable(login).Trim().ToLowerInvariant();
        return key.Length <= LoginMax ? key : key[..LoginMax];
    }

    private async Task<DateTimeOffset?> ReadLockAsync(string login, CancellationToken cancellation) =>
        await database.FindAsync<DateTime?>(SelectLock, new { login }, cancellation);

    private sealed record Row
    {
        public Guid EmployeeId { get; init; }

        public string Login { get; init; } = "";

        public string DisplayName { get; init; } = "";

        public string Role { get; init; } = "";

        public string Language { get; init; } = "";

        public string PasswordHash { get; init; } = "";

        public bool MustSetPassword { get; init; }

        public bool MayListenUnseen { get; init; }

        public static Row Of(Account account) => new()
        {
            EmployeeId = account.EmployeeId,
            Login = Key(account.Login),
            DisplayName = account.DisplayName,
            Role = Words.Of(account.Role),
            Language = account.Language,
            PasswordHash = account.PasswordHash,
            MustSetPassword = account.MustSetPassword,
            MayListenUnseen = account.MayListenUnseen,
        };

        public Account ToAccount() => new(
            EmployeeId, Login, DisplayName, Words.Parse<EmployeeRole>(Role), Language, PasswordHash, MustSetPassword)
        {
            MayListenUnseen = MayListenUnseen,
        };
    }
}

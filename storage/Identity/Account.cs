namespace CrmUms.Storage.Identity;

/// <summary>An employee who can sign in. The hash is opaque here: whoever made it checks it.</summary>
public sealed record Account(
    Guid EmployeeId,
    string Login,
    string DisplayName,
    EmployeeRole Role,
    string Language,
    string PasswordHash,
    bool MustSetPassword)
{
    /// <summary>As of <see cref="Employee"/>.</summary>
    public bool MayListenUnseen { get; init; } = true;

    /// <summary>Leaves the hash out, so that no log can show it.</summary>
    public override string ToString() => EmployeeId.ToString("n");
}

/// <summary>What an employee may do.</summary>
public enum EmployeeRole
{
    Agent,
    Supervisor,
    Administrator,
}

/// <summary>Whether a password may be tried for a login.</summary>
public abstract record SignInAttempt
{
    private SignInAttempt()
    {
    }

    /// <summary>It may; the try is counted as wrong already, until it is told that it was right.</summary>
    /// <param name="Account">Null when nobody has this login: check a password all the same, for the same time.</param>
    public sealed record Open(Account? Account) : SignInAttempt;

    /// <summary>Too many wrong passwords.</summary>
    /// <param name="Until">Null: the lock was lifted between two looks at it.</param>
    public sealed record Locked(DateTimeOffset? Until) : SignInAttempt;
}

using System.Net;
using CrmUms.Storage.Audit;
using CrmUms.Storage.Identity;

namespace CrmUms.AgentWeb.Identity;

/// <summary>
/// Checks a login and a password. An unknown login is answered like a wrong password, and takes as long.
/// </summary>
internal sealed class SignInService(
    PostgresAccountStore accounts,
    PostgresAuditLog audit,
    PasswordHashing hashing,
    FailedSignIns failed,
    TimeProvider time,
    ILogger<SignInService> log)
{
    public const int FirstPasswordLengthMin = 12;

    public async Task<SignInOutcome> TryAsync(
        string login, string password, IPAddress address, CancellationToken cancellation)
    {
        if (failed.RetryAfter(address) is { } retryAfter)
        {
            return Refused(new SignInOutcome.TooMany(retryAfter));
        }

        var outcome = await accounts.BeginAttemptAsync(login, cancellation) switch
        {
            SignInAttempt.Locked locked => new SignInOutcome.Locked(locked.Until - time.GetUtcNow()),
            SignInAttempt.Open { Account: { MustSetPassword: true } account } =>
                await SetFirstPasswordAsync(account, password, address, cancellation),
            SignInAttempt.Open open => await CheckAsync(open.Account, password, cancellation),
            var other => throw new NotSupportedException(other.ToString()),
        };
        if (outcome is SignInOutcome.SignedIn signedIn)
        {
            await accounts.SucceedAsync(signedIn.Account, cancellation);
            await audit.WriteAsync(signedIn.Account.EmployeeId, "signed-in", null, cancellation);
            log.SignedIn(signedIn.Account.EmployeeId, signedIn.Account.Role);
            return outcome;
        }

        failed.Count(address);
        await audit.WriteAsync(null, "sign-in-failed", null, cancellation);
        return Refused(outcome);
    }

    private async Task<SignInOutcome> CheckAsync(Account? account, string password, CancellationToken cancellation) =>
        await hashing.VerifyAsync(account?.PasswordHash, password, cancellation) switch
        {
            PasswordCheck.Right => new SignInOutcome.SignedIn(account!),
            PasswordCheck.Wrong => new SignInOutcome.Wrong(),
            PasswordCheck.Busy => new SignInOutcome.TooMany(TimeSpan.FromSeconds(5)),
            var other => throw new NotSupportedException(other.ToString()),
        };

    // Whoever installs the server has it to himself at first: the first password is taken from this machine only.
    private async Task<SignInOutcome> SetFirstPasswordAsync(
        Account account, string password, IPAddress address, CancellationToken cancellation)
    {
        if (!IPAddress.IsLoopback(address))
        {
            return new SignInOutcome.Wrong();
        }

        if (password.Length < FirstPasswordLengthMin)
        {
            return new SignInOutcome.TooWeak();
        }

        await accounts.SetPasswordAsync(account.EmployeeId, hashing.Hash(password), cancellation);
        await audit.WriteAsync(account.EmployeeId, "first-password-set", null, cancellation);
        log.FirstPasswordSet(account.EmployeeId);
        return new SignInOutcome.SignedIn(account);
    }

    private SignInOutcome Refused(SignInOutcome outcome)
    {
        log.SignInFailed(outcome.GetType().Name);
        return outcome;
    }
}

/// <summary>How a sign-in ended.</summary>
internal abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    internal sealed record SignedIn(Account Account) : SignInOutcome;

    internal sealed record Wrong : SignInOutcome;

    /// <summary>Null: until an administrator sets a new password.</summary>
    internal sealed record Locked(TimeSpan? RetryAfter) : SignInOutcome;

    internal sealed record TooMany(TimeSpan RetryAfter) : SignInOutcome;

    internal sealed record TooWeak : SignInOutcome;
}

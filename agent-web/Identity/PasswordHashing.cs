using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;

namespace CrmUms.AgentWeb.Identity;

/// <summary>
/// The framework's password hasher (PBKDF2). It costs some 50 ms of a core on purpose, so only as many run at once as
/// there are cores to spare, and a crowd at the door waits in a bounded line.
/// </summary>
internal sealed class PasswordHashing : IDisposable
{
    private const int WaitingMax = 2_000;

    private static readonly object Nobody = new();

    private readonly PasswordHasher<object> _hasher = new();
    private readonly Task<string> _strangersHash;
    private readonly ConcurrencyLimiter _line = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = Math.Max(1, Environment.ProcessorCount / 2),
        QueueLimit = WaitingMax,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public PasswordHashing() => _strangersHash = Task.Run(() => Hash(Guid.NewGuid().ToString()));

    public string Hash(string password) => _hasher.HashPassword(Nobody, password);

    /// <summary>A missing hash is checked against one that nothing fits, for the same time.</summary>
    public async Task<PasswordCheck> VerifyAsync(string? hash, string password, CancellationToken cancellation)
    {
        using var permit = await _line.AcquireAsync(1, cancellation);
        if (!permit.IsAcquired)
        {
            return PasswordCheck.Busy;
        }

        // Off the thread that reads requests.
        var against = hash ?? await _strangersHash;
        var result = await Task.Run(() => _hasher.VerifyHashedPassword(Nobody, against, password), cancellation);
        return hash is null || result == PasswordVerificationResult.Failed ? PasswordCheck.Wrong : PasswordCheck.Right;
    }

    public void Dispose() => _line.Dispose();
}

internal enum PasswordCheck
{
    Right,
    Wrong,
    Busy,
}

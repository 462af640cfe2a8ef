using System.Net;
using System.Threading.RateLimiting;

namespace CrmUms.AgentWeb.Identity;

/// <summary>Failed sign-ins per address, so that one machine cannot try its way through everybody's logins.</summary>
internal sealed class FailedSignIns(WebOptions options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<IPAddress> _limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(
        address => RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = options.FailedSignInsPerMinuteMax,
            Window = Window,
        }));

    /// <summary>Null while there is room for another failure.</summary>
    public TimeSpan? RetryAfter(IPAddress address)
    {
        using var lease = _limiter.AttemptAcquire(address, 0);
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait
            : Window;
    }

    public void Count(IPAddress address) => _limiter.AttemptAcquire(address).Dispose();

    public void Dispose() => _limiter.Dispose();
}

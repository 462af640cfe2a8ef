using System.Threading.RateLimiting;
using CrmUms.AgentWeb.Errors;

namespace CrmUms.AgentWeb.Cti;

/// <summary>How much of us one key may take: requests in a minute, and WebSockets at once.</summary>
internal static class CtiLimits
{
    public const string PerKey = "per-key";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddCtiLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.AddPolicy(PerKey, context => RateLimitPartition.GetTokenBucketLimiter(
            // With the limit, so that a changed one holds at once.
            (context.User.ApiKeyId(), Limit: context.User.RequestsPerMinute()),
            key => new TokenBucketRateLimiterOptions
            {
                TokenLimit = key.Limit,
                TokensPerPeriod = key.Limit,
                ReplenishmentPeriod = Window,
            }));
        options.OnRejected = (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : Window;
            context.HttpContext.Response.Headers.RetryAfter = $"{(int)Math.Ceiling(wait.TotalSeconds)}";
            return new ValueTask(Problems.TooManyRequests(wait).ExecuteAsync(context.HttpContext));
        };
    });
}

/// <summary>WebSockets that each key has open.</summary>
internal sealed class CtiSockets : IDisposable
{
    private const int PerKeyMax = 10;

    private readonly PartitionedRateLimiter<Guid> _open = PartitionedRateLimiter.Create<Guid, Guid>(
        key => RateLimitPartition.GetConcurrencyLimiter(
            key, _ => new ConcurrencyLimiterOptions { PermitLimit = PerKeyMax }));

    public RateLimitLease TryOpen(Guid key) => _open.AttemptAcquire(key);

    public void Dispose() => _open.Dispose();
}

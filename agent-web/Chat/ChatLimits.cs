using System.Threading.RateLimiting;
using CrmUms.AgentWeb.Identity;

namespace CrmUms.AgentWeb.Chat;

/// <summary>How much one person may write: what nobody types, but a page gone wild, would wake all others.</summary>
internal static class ChatLimits
{
    public const string PerPerson = "chat-per-person";

    /// <summary>At once: what was written while the server was away comes together.</summary>
    public const int AtOnce = 20;

    private static readonly TimeSpan OneMoreEvery = TimeSpan.FromSeconds(1);

    public static void AddChatLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
        options.AddPolicy(PerPerson, context => RateLimitPartition.GetTokenBucketLimiter(
            context.User.AgentId(),
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = AtOnce, TokensPerPeriod = 1, ReplenishmentPeriod = OneMoreEvery,
            })));
}

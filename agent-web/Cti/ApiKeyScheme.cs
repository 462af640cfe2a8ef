using System.Security.Claims;
using CrmUms.Storage.Identity;

namespace CrmUms.AgentWeb.Cti;

/// <summary>How other systems say who they are, and what each may do.</summary>
internal static class ApiKeyScheme
{
    public const string Name = "ApiKey";
    public const string ScopeClaim = "scope";

    private const string KeyClaim = "api-key";
    private const string LimitClaim = "limit";

    public static ClaimsPrincipal Of(ApiKey key) => new(new ClaimsIdentity(
        [
            new Claim(KeyClaim, key.ApiKeyId.ToString("n")),
            new Claim(LimitClaim, $"{key.RequestsPerMinute}"),
            .. key.Scopes.Select(scope => new Claim(ScopeClaim, scope)),
        ],
        Name));

    public static Guid ApiKeyId(this ClaimsPrincipal system) =>
        Guid.ParseExact(system.FindFirstValue(KeyClaim) ?? throw new InvalidOperationException("No API key."), "n");

    public static int RequestsPerMinute(this ClaimsPrincipal system) =>
        int.Parse(
            system.FindFirstValue(LimitClaim) ?? throw new InvalidOperationException("No API key."),
            System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What a key may be good for. A released word is never renamed.</summary>
internal static class Scopes
{
    /// <summary>Follow what happens.</summary>
    public const string Follow = "follow";

    /// <summary>Answer, hold, transfer, hang up for an agent.</summary>
    public const string Control = "control";

    /// <summary>See agents, and change their state.</summary>
    public const string Agents = "agents";

    /// <summary>Call somebody for an agent.</summary>
    public const string Dial = "dial";

    public static IReadOnlyList<string> All { get; } = [Follow, Control, Agents, Dial];
}

using System.Security.Cryptography;
using System.Text.Encodings.Web;
using CrmUms.AgentWeb.Errors;
using CrmUms.Storage.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CrmUms.AgentWeb.Cti;

/// <summary><c>Authorization: Bearer</c> with a key of ours. Counts only where a policy asks for it.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    PostgresApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        if (!ApiKeySecret.TryRead(header[Bearer.Length..].Trim(), out var id, out var hash)
            || await keys.FindAsync(id, Context.RequestAborted) is not { } key
            || !CryptographicOperations.FixedTimeEquals(hash, key.KeyHash)
            || !key.IsValidAt(TimeProvider.GetUtcNow()))
        {
            return AuthenticateResult.Fail("The key is not valid.");
        }

        await keys.UsedAsync(id, Context.RequestAborted);
        return AuthenticateResult.Success(new AuthenticationTicket(ApiKeyScheme.Of(key), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.KeyInvalid().ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.ScopeMissing().ExecuteAsync(Context);
}

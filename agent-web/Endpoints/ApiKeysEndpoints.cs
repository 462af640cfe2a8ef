using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Cti;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.Storage.Audit;
using CrmUms.Storage.Identity;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>Keys of other systems: made, shown once, revoked. None is ever changed.</summary>
internal static class ApiKeysEndpoints
{
    private const int NameMax = 100;
    private const int RequestsPerMinuteMax = 10_000;

    public static void MapApiKeys(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/api-keys").RequireAuthorization(Policies.Administration);
        group.MapGet("", ListAsync);
        group.MapPost("", AddAsync).Produces<NewApiKeyView>();
        group.MapDelete("/{id}", RevokeAsync).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<ApiKeysView> ListAsync(PostgresApiKeys keys, CancellationToken cancellation) =>
        new([.. (await keys.ListAsync(cancellation)).Select(ToView)], Scopes.All);

    private static async Task<IResult> AddAsync(
        ApiKeyRequest request,
        HttpContext context,
        PostgresApiKeys keys,
        PostgresAuditLog audit,
        TimeProvider time,
        ILogger<ApiKeyHandler> log)
    {
        var now = time.GetUtcNow();
        if (request.Name?.Trim() is not { Length: > 0 and <= NameMax } name)
        {
            return Problems.BadInput($"name has 1 to {NameMax} characters.");
        }

        if (request.Scopes is not { Count: > 0 } scopes || !scopes.All(Scopes.All.Contains))
        {
            return Problems.BadInput($"scopes are some of {string.Join(", ", Scopes.All)}.");
        }

        if (request.RequestsPerMinute is < 1 or > RequestsPerMinuteMax)
        {
            return Problems.BadInput($"requestsPerMinute is 1 to {RequestsPerMinuteMax}.");
        }

        if (request.ExpiresAt <= now)
        {
            return Problems.BadInput("expiresAt is over already.");
        }

        var id = Guid.CreateVersion7(now);
        var (secret, hash) = ApiKeySecret.Make(id);
        var key = new ApiKey
        {
            ApiKeyId = id,
            Name = name,
            KeyHash = hash,
            Scopes = [.. scopes.Distinct()],
            RequestsPerMinute = request.RequestsPerMinute,
            CreatedAt = now,
            ExpiresAt = request.ExpiresAt?.ToUniversalTime(),
        };
        var by = context.User.AgentId().Value;
        await audit.WriteAsync(by, "api-key-created", id.ToString("n"), context.RequestAborted);
        await keys.AddAsync(key, by, context.RequestAborted);
        log.OtherSystemChanged(by, "api-key-created", id.ToString("n"));
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new NewApiKeyView(ToView(key), secret));
    }

    private static async Task<IResult> RevokeAsync(
        string id, HttpContext context, PostgresApiKeys keys, PostgresAuditLog audit, ILogger<ApiKeyHandler> log)
    {
        if (!Guid.TryParseExact(id, "n", out var key) || !await keys.RevokeAsync(key, context.RequestAborted))
        {
            return Problems.NotFound();
        }

        var by = context.User.AgentId().Value;
        await audit.WriteAsync(by, "api-key-revoked", id, context.RequestAborted);
        log.OtherSystemChanged(by, "api-key-revoked", id);
        return Results.NoContent();
    }

    private static ApiKeyView ToView(ApiKey key) => new(
        key.ApiKeyId.ToString("n"),
        key.Name,
        key.Scopes,
        key.RequestsPerMinute,
        key.CreatedAt,
        key.ExpiresAt,
        key.RevokedAt,
        key.LastUsedAt);
}

namespace CrmUms.Storage.Identity;

/// <summary>Keys of other systems. A key itself is never stored, only its hash.</summary>
public sealed class PostgresApiKeys(PostgresDatabase database, TimeProvider time)
{
    private const string Columns =
        """
        api_key_id, name, key_hash, scopes, requests_per_minute, created_at, expires_at, revoked_at, last_used_at
        """;

    private const string Insert =
        """
        insert into identity.api_key
            (api_key_id, name, key_hash, scopes, requests_per_minute, created_at, created_by, expires_at)
        values (@ApiKeyId, @Name, @KeyHash, @Scopes, @RequestsPerMinute, @CreatedAt, @by, @ExpiresAt)
        """;

    private const string SelectAll =
        $"select {Columns} from identity.api_key order by revoked_at is not null, created_at desc";

    private const string SelectOne = $"select {Columns} from identity.api_key where api_key_id = @id";

    private const string RevokeOne =
        "update identity.api_key set revoked_at = @now where api_key_id = @id and revoked_at is null";

    // To the minute: a busy system must not write with every request.
    private const string Touch =
        """
        update identity.api_key
           set last_used_at = @now
         where api_key_id = @id
           and (last_used_at is null or last_used_at < @now - interval '1 minute')
        """;

    public Task AddAsync(ApiKey key, Guid by, CancellationToken cancellation) => database.ExecuteAsync(
        Insert,
        new
        {
            key.ApiKeyId,
            Name = Words.Storable(key.Name),
            key.KeyHash,
            key.Scopes,
            key.RequestsPerMinute,
            key.CreatedAt,
            by,
            key.ExpiresAt,
        },
        cancellation);

    /// <summary>All of them, those that are revoked last.</summary>
    public Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellation) =>
        database.QueryAsync<ApiKey>(SelectAll, null, cancellation);

    public Task<ApiKey?> FindAsync(Guid id, CancellationToken cancellation) =>
        database.FindAsync<ApiKey>(SelectOne, new { id }, cancellation);

    /// <summary>False when there is no such key, or it was revoked before.</summary>
    public async Task<bool> RevokeAsync(Guid id, CancellationToken cancellation) =>
        await database.ExecuteAsync(RevokeOne, new { id, now = time.GetUtcNow() }, cancellation) > 0;

    public Task UsedAsync(Guid id, CancellationToken cancellation) =>
        database.ExecuteAsync(Touch, new { id, now = time.GetUtcNow() }, cancellation);
}

/// <summary>A key of another system.</summary>
public sealed record ApiKey
{
    public Guid ApiKeyId { get; init; }

    public string Name { get; init; } = "";

    public byte[] KeyHash { get; init; } = [];

    public string[] Scopes { get; init; } = [];

    public int RequestsPerMinute { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    public bool IsValidAt(DateTimeOffset now) => RevokedAt is null && !(ExpiresAt <= now);

    // No hash in a log.
    public override string ToString() => ApiKeyId.ToString("n");
}

namespace CrmUms.Storage.Cti;

/// <summary>Web hooks as administrators set them up.</summary>
public sealed class PostgresWebHooks(PostgresDatabase database, TimeProvider time)
{
    private const string Select =
        """
        select web_hook_id, name, url, sealed_secret, types, is_enabled, created_at, position, attempts, due_at,
               failure, delivered_at,
               (select count(*)::int from cti.dead_letter where dead_letter.web_hook_id = web_hook.web_hook_id)
                   as dead_letters
          from cti.web_hook
        """;

    private const string SelectAll = Select + " order by created_at, web_hook_id";
    private const string SelectOne = Select + " where web_hook_id = @id";
    private const string SelectEnabled = Select + " where is_enabled";

    // It is told what happens from now on.
    private const string Insert =
        """
        insert into cti.web_hook (web_hook_id, name, url, sealed_secret, types, is_enabled, created_at, position)
        select @WebHookId, @Name, @Url, @SealedSecret, @Types, @IsEnabled, @now, ordering
          from storage.projection
         where projection = 'cti-feed'
        """;

    // Whoever changes it wants to see it work: the next attempt comes at once.
    private const string Update =
        """
        update cti.web_hook
           set name = @Name, url = @Url, sealed_secret = @SealedSecret, types = @Types, is_enabled = @IsEnabled,
               attempts = 0, due_at = null
         where web_hook_id = @WebHookId
        """;

    private const string Delete = "delete from cti.web_hook where web_hook_id = @id";

    public Task<IReadOnlyList<WebHook>> ListAsync(CancellationToken cancellation) =>
        database.QueryAsync<WebHook>(SelectAll, null, cancellation);

    public Task<IReadOnlyList<WebHook>> ListEnabledAsync(CancellationToken cancellation) =>
        database.QueryAsync<WebHook>(SelectEnabled, null, cancellation);

    public Task<WebHook?> FindAsync(Guid id, CancellationToken cancellation) =>
        database.FindAsync<WebHook>(SelectOne, new { id }, cancellation);

    public Task AddAsync(WebHook hook, CancellationToken cancellation) =>
        database.ExecuteAsync(Insert, ParametersOf(hook), cancellation);

    /// <summary>False when there is none any more.</summary>
    public async Task<bool> UpdateAsync(WebHook hook, CancellationToken cancellation) =>
        await database.ExecuteAsync(Update, ParametersOf(hook), cancellation) > 0;

    /// <summary>False when there was none.</summary>
    public async Task<bool> RemoveAsync(Guid id, CancellationToken cancellation) =>
        await database.ExecuteAsync(Delete, new { id }, cancellation) > 0;

    private object ParametersOf(WebHook hook) => new
    {
        hook.WebHookId,
        Name = Words.Storable(hook.Name),
        Url = Words.Storable(hook.Url),
        hook.SealedSecret,
        hook.Types,
        hook.IsEnabled,
        now = time.GetUtcNow(),
    };
}

namespace CrmUms.Storage.Audit;

/// <summary>Who did what to what, and when: sign-ins, and every access to a recording. Only ever appended.</summary>
public sealed class PostgresAuditLog(PostgresDatabase database, TimeProvider time)
{
    private const string Insert =
        """
        insert into audit.entry (at, employee_id, api_key_id, action, object_id)
        values (@now, @employeeId, @apiKeyId, @action, @objectId)
        """;

    /// <param name="employeeId">Who; null when nobody is signed in (a wrong password).</param>
    /// <param name="action">A stable code: <c>signed-in</c>, <c>recording-played</c>.</param>
    /// <param name="objectId">To what; null when there is none.</param>
    /// <param name="cancellation">Gives up waiting. What cannot be written down must not be done: let it fail.</param>
    public Task WriteAsync(Guid? employeeId, string action, string? objectId, CancellationToken cancellation) =>
        AppendAsync(employeeId, apiKeyId: null, action, objectId, cancellation);

    /// <summary>The same, of another system.</summary>
    public Task WriteForKeyAsync(Guid apiKeyId, string action, string? objectId, CancellationToken cancellation) =>
        AppendAsync(employeeId: null, apiKeyId, action, objectId, cancellation);

    private Task<int> AppendAsync(
        Guid? employeeId, Guid? apiKeyId, string action, string? objectId, CancellationToken cancellation) =>
        database.ExecuteAsync(
            Insert,
            new
            {
                now = time.GetUtcNow(),
                employeeId,
                apiKeyId,
                action,
                objectId = objectId is null ? null : Words.Storable(objectId),
            },
            cancellation);
}

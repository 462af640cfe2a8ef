using Npgsql;

namespace CrmUms.Storage;

/// <summary>What Npgsql throws, in our words. The only file that knows the server's codes.</summary>
internal static class PostgresFailures
{
    public static StorageException Translate(NpgsqlException failure)
    {
        var code = CodeOf(failure);
        // The server's text may quote row values; the code and the constraint say enough.
        var state = failure.SqlState is null ? "" : $" SQLSTATE {failure.SqlState}";
        var constraint = failure is PostgresException { ConstraintName: { } name } ? $" {name}" : "";
        return new StorageException(code, $"PostgreSQL: {code}.{state}{constraint}", failure);
    }

    public static bool IsTransient(Exception failure) => failure switch
    {
        StorageException storage => storage.IsTransient,
        NpgsqlException postgres => Translate(postgres).IsTransient,
        _ => false,
    };

    /// <summary>
    /// Whether the event or row itself is at fault, so that another would pass. A full disk or a missing table is not
    /// about data: whoever goes on there without the event goes on without all of them.
    /// </summary>
    public static bool IsAboutData(Exception failure) => failure switch
    {
        StorageException storage => storage.Code is StorageErrorCode.Duplicate or StorageErrorCode.BadData,
        OperationCanceledException => false,
        _ => true,
    };

    private static StorageErrorCode CodeOf(NpgsqlException failure) => failure.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => StorageErrorCode.Duplicate,
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.LockNotAvailable => StorageErrorCode.Contended,
        PostgresErrorCodes.QueryCanceled => StorageErrorCode.TimedOut,
        PostgresErrorCodes.ReadOnlySqlTransaction => StorageErrorCode.Unavailable,
        null when failure.InnerException is TimeoutException => StorageErrorCode.TimedOut,
        null => StorageErrorCode.Unavailable, // No answer of the server: the connection broke or was never made.
        { } state => state[..2] switch
        {
            // Connection, resources (a full disk, too many connections), shutdown, broken files.
            "08" or "53" or "57" or "58" => StorageErrorCode.Unavailable,
            // The data does not fit its type, or a constraint.
            "22" or "23" => StorageErrorCode.BadData,
            _ => StorageErrorCode.Refused,
        },
    };
}

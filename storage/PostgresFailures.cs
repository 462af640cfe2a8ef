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
        NpgsqlException postgres => CodeOf(postgres) is not (StorageErrorCode.Duplicate or StorageErrorCode.Refused),
        _ => false,
    };

    private static StorageErrorCode CodeOf(NpgsqlException failure) => failure.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => StorageErrorCode.Duplicate,
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.LockNotAvailable => StorageErrorCode.Contended,
        PostgresErrorCodes.QueryCanceled => StorageErrorCode.TimedOut,
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.TooManyConnections => StorageErrorCode.Unavailable,
        { } state when state.StartsWith("08", StringComparison.Ordinal) => StorageErrorCode.Unavailable,
        null when failure.InnerException is TimeoutException => StorageErrorCode.TimedOut,
        null => StorageErrorCode.Unavailable, // No answer of the server: the connection broke or was never made.
        _ => StorageErrorCode.Refused,
    };
}

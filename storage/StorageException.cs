namespace CrmUms.Storage;

/// <summary>How the database can fail us.</summary>
public enum StorageErrorCode
{
    /// <summary>PostgreSQL is down, restarting, full, or has no free connection.</summary>
    Unavailable,

    /// <summary>A statement took too long.</summary>
    TimedOut,

    /// <summary>Another transaction was in the way.</summary>
    Contended,

    /// <summary>What was to be unique is there already.</summary>
    Duplicate,

    /// <summary>A value does not fit its column or a constraint.</summary>
    BadData,

    /// <summary>The statement is wrong, or the schema is not what it expects: a defect of ours.</summary>
    Refused,
}

/// <summary>A request that PostgreSQL did not carry out.</summary>
public sealed class StorageException(StorageErrorCode code, string message, Exception? cause = null)
    : Exception(message, cause)
{
    /// <summary>The reason, from a closed list.</summary>
    public StorageErrorCode Code { get; } = code;

    /// <summary>Whether trying again, unchanged, may succeed.</summary>
    public bool IsTransient =>
        Code is StorageErrorCode.Unavailable or StorageErrorCode.TimedOut or StorageErrorCode.Contended;
}

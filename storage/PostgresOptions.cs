using System.ComponentModel.DataAnnotations;

namespace CrmUms.Storage;

/// <summary>Where PostgreSQL is and how much of it we may use. Section <c>Storage</c>.</summary>
public sealed class PostgresOptions
{
    /// <summary>Npgsql connection string: host, port, database, user. Required; there is no default.</summary>
    [Required]
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// Most connections at once, 3 to 500; the default is 20. When all are in use, a request waits for at most
    /// <see cref="ConnectFor"/> and then fails as <see cref="StorageErrorCode.Unavailable"/>.
    /// </summary>
    [Range(3, 500)]
    public int PoolMax { get; set; } = 20;

    /// <summary>How long connecting may take. One second to a minute; the default is 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ConnectFor { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one statement may take. One second to five minutes; the default is 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan StatementFor { get; set; } = TimeSpan.FromSeconds(30);
}

using Npgsql;

namespace CrmUms.Storage.Projections;

/// <summary>
/// Makes one read model from journalled events. A member of a family: one file, one line in
/// <see cref="ProjectionCatalog"/>; a new one begins with the first event of the journal.
/// </summary>
internal interface IProjection
{
    /// <summary>Its key in storage.projection. Once released it is never renamed.</summary>
    string Name { get; }

    /// <summary>
    /// Takes events in, in order, each once. The caller's transaction on the connection is committed together with the
    /// place reached; when this throws, nothing of it has happened.
    /// </summary>
    Task ApplyAsync(
        NpgsqlConnection connection, IReadOnlyList<JournalledEvent> events, CancellationToken cancellation);
}

/// <summary>An event as the journal holds it.</summary>
/// <param name="Ordering">Its place among all events.</param>
/// <param name="PersistenceId">Whose it is.</param>
/// <param name="SequenceNumber">Its place among the events of its actor.</param>
/// <param name="Manifest">The stable name of its type.</param>
/// <param name="Json">As stored.</param>
/// <param name="Happened">As a record of its module.</param>
internal sealed record JournalledEvent(
    long Ordering, string PersistenceId, long SequenceNumber, string Manifest, byte[] Json, object Happened);

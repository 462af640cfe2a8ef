using System.Text.Json;
using CrmUms.Storage.Events;

namespace CrmUms.Storage.Projections;

/// <summary>Reads the journal by its ordering, across all actors.</summary>
internal sealed class JournalFeed(PostgresDatabase database, EventCatalog catalog)
{
    private const string SelectAfter =
        """
        select ordering, persistence_id, sequence_number, created, manifest, message
          from journal
         where ordering > @after
           and not deleted
         order by ordering
         limit @max
        """;

    public async Task<FeedBatch> ReadAsync(long after, int max, CancellationToken cancellation)
    {
        var rows = await database.QueryAsync<Row>(SelectAfter, new { after, max }, cancellation);
        return new FeedBatch(after, [.. rows.Select(Decode)]);
    }

    private FeedEntry Decode(Row row)
    {
        try
        {
            var type = catalog.TypeOf(row.Manifest ?? "");
            var happened = JsonSerializer.Deserialize(row.Message, type, EventJson.Options)
                ?? throw new JsonException("The event is empty.");
            return new FeedEntry(row, happened, Failure: null);
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException or FormatException)
        {
            return new FeedEntry(row, Happened: null, failure);
        }
    }

    internal sealed record Row
    {
        public long Ordering { get; init; }

        public string PersistenceId { get; init; } = "";

        public long SequenceNumber { get; init; }

        /// <summary>In ticks, as the journal has it.</summary>
        public long Created { get; init; }

        public string? Manifest { get; init; }

        public byte[] Message { get; init; } = [];
    }
}

/// <summary>Consecutive rows of the journal.</summary>
/// <param name="After">Nothing lies between this place and the first of them.</param>
/// <param name="Entries">In order.</param>
internal sealed record FeedBatch(long After, IReadOnlyList<FeedEntry> Entries)
{
    public long Last => Entries[^1].Row.Ordering;

    public (FeedBatch First, FeedBatch Second) Halves()
    {
        var first = new FeedBatch(After, [.. Entries.Take(Entries.Count / 2)]);
        return (first, new FeedBatch(first.Last, [.. Entries.Skip(first.Entries.Count)]));
    }
}

/// <summary>One row of the journal: an event, or the reason why it cannot be read as one.</summary>
internal sealed record FeedEntry(JournalFeed.Row Row, object? Happened, Exception? Failure)
{
    public JournalledEvent ToEvent() => new(
        Row.Ordering,
        Row.PersistenceId,
        Row.SequenceNumber,
        Row.Manifest!,
        Row.Message,
        Happened ?? throw new InvalidOperationException("An unreadable event has no record.", Failure));
}

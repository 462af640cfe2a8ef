using System.Text.Json;
using CrmUms.Storage.Projections;

namespace CrmUms.Storage.Acd;

/// <summary>Reads who changed which rule when.</summary>
public sealed class PostgresRuleHistory(PostgresDatabase database, Projector projector)
{
    // The author is an employee, or the program itself.
    private const string Select =
        """
        select change.version, change.kind, change.item_id, change.before, change.after, change.author,
               employee.display_name as author_name, change.note, change.at
          from acd.rule_change as change
          left join identity.employee as employee on replace(employee.employee_id::text, '-', '') = change.author
         where (@kind is null or change.kind = @kind)
           and (@id is null or change.item_id = @id)
           and (@before is null or change.version < @before)
         order by change.version desc
         limit @limit
        """;

    private const string SelectAt =
        """
        select version, after
          from acd.rule_change
         where kind = @kind
           and item_id = @id
           and version <= @version
         order by version desc
         limit 1
        """;

    /// <param name="kind">Of this kind only; null: of all.</param>
    /// <param name="id">Of this item only; null: of all.</param>
    /// <param name="before">Older than this version; null: from the newest on.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>The newest first.</returns>
    public async Task<IReadOnlyList<RuleChangeEntry>> ListAsync(
        string? kind, string? id, long? before, int limit, CancellationToken cancellation)
    {
        await projector.CatchUpAsync(cancellation); // Whoever has just changed something wants to see it.
        var rows = await database.QueryAsync<Row>(Select, new { kind, id, before, limit }, cancellation);
        return [.. rows.Select(row => row.ToEntry())];
    }

    /// <summary>How an item was at a version of the rules.</summary>
    /// <returns>Null when it had never been there by then.</returns>
    public async Task<RuleAt?> FindAsync(string kind, string id, long version, CancellationToken cancellation)
    {
        await projector.CatchUpAsync(cancellation);
        var row = await database.FindAsync<Row>(SelectAt, new { kind, id, version }, cancellation);
        return row is null ? null : new RuleAt(row.Version, Parse(row.After));
    }

    private static JsonElement? Parse(string? json) => json is null ? null : JsonElement.Parse(json);

    private sealed record Row
    {
        public long Version { get; init; }

        public string Kind { get; init; } = "";

        public string ItemId { get; init; } = "";

        public string? Before { get; init; }

        public string? After { get; init; }

        public string Author { get; init; } = "";

        public string? AuthorName { get; init; }

        public string Note { get; init; } = "";

        public DateTimeOffset At { get; init; }

        public RuleChangeEntry ToEntry() =>
            new(Version, Kind, ItemId, Parse(Before), Parse(After), Author, AuthorName ?? Author, Note, At);
    }
}

/// <summary>One change of the rules.</summary>
/// <param name="Version">Of the rules after it.</param>
/// <param name="Kind">Of which kind the item is.</param>
/// <param name="Id">Which item.</param>
/// <param name="Before">The whole item before; null: there was none.</param>
/// <param name="After">The whole item after; null: it was removed.</param>
/// <param name="Author">The employee's id, or <c>system</c>.</param>
/// <param name="AuthorName">His name.</param>
/// <param name="Note">What he says about it.</param>
/// <param name="At">When.</param>
public sealed record RuleChangeEntry(
    long Version,
    string Kind,
    string Id,
    JsonElement? Before,
    JsonElement? After,
    string Author,
    string AuthorName,
    string Note,
    DateTimeOffset At);

/// <summary>An item as it was. No content: it was removed at that version.</summary>
public sealed record RuleAt(long Version, JsonElement? Content);

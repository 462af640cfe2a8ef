using CrmUms.Acd.Rules;
using CrmUms.Storage.Projections;
using Dapper;
using Npgsql;

namespace CrmUms.Storage.Acd;

/// <summary>acd.rule_change: who changed which rule when, with what it was before and what it became.</summary>
internal sealed class RuleChangeProjection : IProjection
{
    // What it was before is what the last change of the same item made of it.
    private const string Insert =
        """
        insert into acd.rule_change (version, kind, item_id, before, after, author, note, at)
        values (
            @Version,
            @Kind,
            @Id,
            (select former.after
               from acd.rule_change as former
              where former.kind = @Kind
                and former.item_id = @Id
                and former.version < @Version
              order by former.version desc
              limit 1),
            cast(@After as jsonb),
            @Author,
            @Note,
            @At)
        """;

    public string Name => "rule-change";

    public Task ApplyAsync(
        NpgsqlConnection connection, IReadOnlyList<JournalledEvent> events, CancellationToken cancellation)
    {
        var rows = events.Select(entry => entry.Happened).OfType<RuleChanged>().Select(changed => new
        {
            changed.Version,
            changed.Kind,
            changed.Id,
            // jsonb knows no character zero.
            After = changed.Content?.GetRawText().Replace("\\u0000", "", StringComparison.Ordinal),
            changed.Author,
            Note = Words.Storable(changed.Note),
            changed.At,
        });
        return connection.ExecuteAsync(new CommandDefinition(Insert, rows.ToList(), cancellationToken: cancellation));
    }
}

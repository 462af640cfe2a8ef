using Npgsql;

namespace CrmUms.Storage.Projections;

/// <summary>A projection whose rows are folds: load the rows the events are about, fold in memory, save them.</summary>
internal abstract class FoldingProjection<TRow, TEvent> : IProjection
    where TRow : class
    where TEvent : class
{
    public abstract string Name { get; }

    public async Task ApplyAsync(
        NpgsqlConnection connection, IReadOnlyList<JournalledEvent> events, CancellationToken cancellation)
    {
        var happened = events.Select(entry => entry.Happened).OfType<TEvent>().ToList();
        if (happened.Count == 0)
        {
            return;
        }

        var keys = happened.Select(KeyOf).Distinct().ToArray();
        var rows = await LoadAsync(connection, keys, cancellation);
        foreach (var fact in happened)
        {
            if (After(rows.GetValueOrDefault(KeyOf(fact)), fact) is { } row)
            {
                rows[KeyOf(fact)] = row;
            }
        }

        await SaveAsync(connection, rows.Values, cancellation);
    }

    protected abstract Guid KeyOf(TEvent happened);

    /// <summary>The row after an event: pure. Null: there is none yet.</summary>
    protected abstract TRow? After(TRow? row, TEvent happened);

    protected abstract Task<Dictionary<Guid, TRow>> LoadAsync(
        NpgsqlConnection connection, Guid[] keys, CancellationToken cancellation);

    protected abstract Task SaveAsync(
        NpgsqlConnection connection, IReadOnlyCollection<TRow> rows, CancellationToken cancellation);
}

namespace CrmUms.AgentWeb.Floor;

/// <summary>Rows as they were last sent, and which of them may have changed since.</summary>
internal sealed class FloorTable<TKey, TRow>
    where TKey : notnull
    where TRow : class
{
    private readonly Dictionary<TKey, TRow> _rows = [];
    private readonly HashSet<TKey> _touched = [];

    public IEnumerable<TRow> Rows => _rows.Values;

    public void Touch(IEnumerable<TKey> keys) => _touched.UnionWith(keys);

    public void TouchAll() => _touched.UnionWith(_rows.Keys);

    /// <summary>What has changed, and is sent with that number.</summary>
    /// <param name="make">The row as it is now; null when it is no more.</param>
    /// <param name="sequence">The number.</param>
    /// <param name="difference">The parts of a row that differ from what it was; null when none does.</param>
    /// <param name="stamp">The row with the number.</param>
    public FloorDelta<TKey, TRow> Take(
        Func<TKey, TRow?> make, long sequence, Func<TRow, TRow, TRow?> difference, Func<TRow, long, TRow> stamp)
    {
        List<TRow>? changed = null;
        List<TKey>? gone = null;
        foreach (var key in _touched)
        {
            var former = _rows.GetValueOrDefault(key);
            if (make(key) is { } row)
            {
                if ((former is null ? row : difference(former, row)) is { } parts)
                {
                    _rows[key] = stamp(row, sequence);
                    (changed ??= []).Add(stamp(parts, sequence));
                }
            }
            else if (former is not null)
            {
                _rows.Remove(key);
                (gone ??= []).Add(key);
            }
        }

        _touched.Clear();
        return new FloorDelta<TKey, TRow>(changed, gone);
    }
}

/// <summary>Null where there is nothing.</summary>
internal readonly record struct FloorDelta<TKey, TRow>(IReadOnlyList<TRow>? Changed, IReadOnlyList<TKey>? Gone)
{
    public bool IsEmpty => Changed is null && Gone is null;
}

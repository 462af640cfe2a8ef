using System.Collections.Immutable;
using System.Text.Json;

namespace CrmUms.Acd.Rules;

/// <summary>
/// Everything that administrators have set up, at one moment. It never changes: a change makes a new one, whose version
/// is greater by one. An item that was not changed is the same object in both.
/// </summary>
public sealed class CentreRules
{
    private static readonly ImmutableSortedDictionary<string, IRule> NoItems =
        ImmutableSortedDictionary.Create<string, IRule>(StringComparer.Ordinal);

    private readonly ImmutableDictionary<string, ImmutableSortedDictionary<string, IRule>> _items;
    private readonly ImmutableDictionary<(string Kind, string Id), IRule> _former;

    private CentreRules(
        long version,
        ImmutableDictionary<string, ImmutableSortedDictionary<string, IRule>> items,
        ImmutableDictionary<(string Kind, string Id), IRule> former) =>
        (Version, _items, _former) = (version, items, former);

    /// <summary>The rules of a centre that nobody has set up.</summary>
    public static CentreRules Empty { get; } = new(
        0,
        ImmutableDictionary<string, ImmutableSortedDictionary<string, IRule>>.Empty,
        ImmutableDictionary<(string Kind, string Id), IRule>.Empty);

    /// <summary>How many changes have led to these rules.</summary>
    public long Version { get; }

    /// <summary>The values that hold for the whole centre.</summary>
    public SettingsRule Settings => Find<SettingsRule>(SettingsRule.TheOne) ?? SettingsRule.Default;

    /// <summary>All items of one kind, in the order of their keys.</summary>
    public IEnumerable<T> All<T>()
        where T : class, IRule => ItemsOf(RuleCatalog.Of<T>().Key).Values.Cast<T>();

    /// <summary>One item, or null.</summary>
    public T? Find<T>(string id)
        where T : class, IRule => (T?)ItemsOf(RuleCatalog.Of<T>().Key).GetValueOrDefault(id);

    /// <summary>
    /// One item, also when it was removed meanwhile: whoever waits in a queue that is gone is served by its rule.
    /// </summary>
    public T? FindEver<T>(string id)
        where T : class, IRule => Find<T>(id) ?? (T?)_former.GetValueOrDefault((RuleCatalog.Of<T>().Key, id));

    /// <summary>Items of one kind that were removed and may still serve somebody.</summary>
    public IEnumerable<T> Former<T>()
        where T : class, IRule => _former.Values.OfType<T>();

    /// <summary>All items of one kind as they stand on the wire.</summary>
    public IEnumerable<JsonElement> Written(RuleKind kind) => ItemsOf(kind.Key).Values.Select(kind.Write);

    /// <summary>One item as it stands on the wire, or null.</summary>
    public JsonElement? Written(RuleKind kind, string id) => Item(kind.Key, id) is { } rule ? kind.Write(rule) : null;

    /// <summary>Whether there is such an item.</summary>
    public bool Has(string kind, string id) => ItemsOf(kind).ContainsKey(id);

    internal IRule? Item(string kind, string id) => ItemsOf(kind).GetValueOrDefault(id);

    /// <summary>Everything that needs an item.</summary>
    internal IEnumerable<string> UsersOf(string kind, string id) =>
        from user in RuleCatalog.Kinds
        from rule in ItemsOf(user.Key).Values
        where user.ReferencesOf(rule).Any(reference => reference.Kind == kind && reference.Id == id)
        select $"{user.Key}/{rule.Id}";

    /// <summary>What makes no sense anywhere. Empty for all rules that were ever in force.</summary>
    internal IEnumerable<RuleProblem> Problems() =>
        from kind in RuleCatalog.Kinds
        from rule in ItemsOf(kind.Key).Values
        from problem in kind.ProblemsOf(rule, this)
        select problem;

    internal CentreRules With(RuleKind kind, IRule rule) => new(
        Version + 1, _items.SetItem(kind.Key, ItemsOf(kind.Key).SetItem(rule.Id, rule)), _former);

    internal CentreRules Without(RuleKind kind, string id)
    {
        var former = kind.OutlivesRemoval && Item(kind.Key, id) is { } gone
            ? _former.SetItem((kind.Key, id), gone)
            : _former;
        return new CentreRules(Version + 1, _items.SetItem(kind.Key, ItemsOf(kind.Key).Remove(id)), former);
    }

    internal CentreRules After(RuleChanged changed)
    {
        var kind = RuleCatalog.Find(changed.Kind)
            ?? throw new InvalidOperationException($"The journal holds rules of the kind {changed.Kind}.");
        return changed.Content is { } content
            ? With(kind, kind.Recall(changed.Id, content))
            : Without(kind, changed.Id);
    }

    internal RulesSnapshot ToSnapshot() => new(
        Version,
        [
            .. from kind in RuleCatalog.Kinds
               from rule in ItemsOf(kind.Key).Values
               select new RuleSnapshot(kind.Key, rule.Id, kind.Write(rule), IsFormer: false),
            .. from former in _former
               let kind = RuleCatalog.Find(former.Key.Kind)!
               select new RuleSnapshot(kind.Key, former.Key.Id, kind.Write(former.Value), IsFormer: true),
        ]);

    internal static CentreRules From(RulesSnapshot snapshot)
    {
        var read = snapshot.Items.ToLookup(item => item.IsFormer, item =>
        {
            var kind = RuleCatalog.Find(item.Kind)
                ?? throw new InvalidOperationException($"The journal holds rules of the kind {item.Kind}.");
            return (item.Kind, Rule: kind.Recall(item.Id, item.Content));
        });
        return new CentreRules(
            snapshot.Version,
            read[false].GroupBy(item => item.Kind).ToImmutableDictionary(
                items => items.Key,
                items => NoItems.AddRange(items.Select(item => KeyValuePair.Create(item.Rule.Id, item.Rule)))),
            read[true].ToImmutableDictionary(item => (item.Kind, item.Rule.Id), item => item.Rule));
    }

    private ImmutableSortedDictionary<string, IRule> ItemsOf(string kind) => _items.GetValueOrDefault(kind, NoItems);
}

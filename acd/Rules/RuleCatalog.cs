namespace CrmUms.Acd.Rules;

/// <summary>Every kind of rule, one line each.</summary>
public static class RuleCatalog
{
    /// <summary>In the order in which an administrator sets a centre up.</summary>
    public static IReadOnlyList<RuleKind> Kinds { get; } =
    [
        new SettingsKind(),
        new SkillKind(),
        new GroupKind(),
        new CalendarKind(),
        new MusicKind(),
        new FlowKind(),
        new QueueKind(),
        new NumberKind(),
        new AgentKind(),
        new PriorityKind(),
        new ReasonKind(),
        new BlackListKind(),
        new CallerIdKind(),
    ];

    private static readonly Dictionary<string, RuleKind> ByKey = Kinds.ToDictionary(kind => kind.Key);

    private static readonly Dictionary<Type, RuleKind> ByType = Kinds.ToDictionary(kind => kind.Type);

    /// <summary>The kind with this key, or null.</summary>
    public static RuleKind? Find(string key) => ByKey.GetValueOrDefault(key);

    internal static RuleKind Of<T>()
        where T : class, IRule => ByType[typeof(T)];
}

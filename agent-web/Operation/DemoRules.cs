using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.AgentWeb.Operation;

/// <summary>A small centre that answers at once, for trying the program.</summary>
internal static class DemoRules
{
    /// <param name="agents">Everybody who may handle calls.</param>
    public static IEnumerable<RuleChange> For(IReadOnlyList<AgentProfile> agents) =>
    [
        .. Skills(),
        .. Groups(),
        .. Queues(),
        .. Numbers(),
        .. Priorities(),
        .. agents.Select((agent, index) => RuleChange.To(Agent(agent.Agent, index))),
    ];

    private static IEnumerable<RuleChange> Skills() => new (string Id, string Name)[]
    {
        ("support", "Поддержка"), ("debt", "Задолженность"), ("retention", "Удержание"), ("sales", "Продажи"),
        ("russian", "Русский язык"), ("uzbek", "Узбекский язык"), ("english", "Английский язык"),
    }.Select(skill => RuleChange.To(new SkillRule { Id = skill.Id, Name = skill.Name }));

    private static IEnumerable<RuleChange> Groups() => new (string Id, string Name)[]
    {
        ("first-line", "Первая линия"), ("debt", "Работа с задолженностью"),
    }.Select(group => RuleChange.To(new GroupRule { Id = group.Id, Name = group.Name }));

    private static IEnumerable<RuleChange> Queues() => new QueueRule[]
    {
        new() { Id = "support", Name = "Поддержка", Requirement = "support", WrapUpExtensionSeconds = 60 },
        new()
        {
            Id = "express", Name = "Экспресс", Requirement = "support", WrapUpSeconds = 30, WrapUpExtensionSeconds = 30,
            AgentsMayPick = true,
        },
        new()
        {
            Id = "debt",
            Name = "Задолженность",
            Requirement = "debt",
            WrapUpSeconds = 90,
            WrapUpExtensionSeconds = 60,
            Overflow =
            [
                new OverflowRule { When = OverflowWhen.Wait, Threshold = 300, Target = RuleTarget.Queue("support") },
            ],
        },
    }.Select(RuleChange.To);

    private static IEnumerable<RuleChange> Numbers() => new NumberRule[]
    {
        new()
        {
            Id = "1000", Name = "Короткий номер", Target = RuleTarget.Queue("support"), Greeting = "crmums-greeting",
        },
        new()
        {
            Id = "+998711234567", Name = "Городской", Target = RuleTarget.Queue("support"),
            Greeting = "crmums-greeting",
        },
        new() { Id = "1001", Name = "Экспресс", Target = RuleTarget.Queue("express") },
    }.Select(RuleChange.To);

    private static IEnumerable<RuleChange> Priorities() => new PriorityRule[]
    {
        new() { Id = "vip", Name = "VIP-клиенты", Vip = true, Points = 30 },
        new() { Id = "organizations", Name = "Юридические лица", ClientKind = ClientKind.Organization, Points = 10 },
        new() { Id = "debtors", Name = "С задолженностью", Debt = true, Points = -5 },
    }.Select(RuleChange.To);

    // The first takes everything; the others differ a little, so that there is something to choose among.
    private static AgentRule Agent(AgentId agent, int index) => new()
    {
        Id = agent.ToString(),
        Skills = new Dictionary<string, int>
        {
            ["support"] = 5,
            ["russian"] = 5 + (index % 5),
            ["uzbek"] = 10 - (index % 5),
            ["debt"] = 1 + (index % 3),
        },
        Groups = ["first-line"],
    };
}

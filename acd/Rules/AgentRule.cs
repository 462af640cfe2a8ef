using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Rules;

/// <summary>
/// What routing must know of an agent. Who he is, and whether he works here, is the employees' matter.
/// </summary>
public sealed record AgentRule : IRule
{
    /// <summary>The employee's 32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Skill to level, 1 to 10.</summary>
    public IReadOnlyDictionary<string, int> Skills { get; init; } = new Dictionary<string, int>();

    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Queue to preference, 1 to 9; the lower comes first. Empty: every queue that his skills fit.</summary>
    public IReadOnlyDictionary<string, int> Queues { get; init; } = new Dictionary<string, int>();

    public AgentCapacity Capacity { get; init; } = new();

    /// <summary>He hears a tone and the caller; his page does not ring.</summary>
    public bool AutoAnswer { get; init; }

    /// <summary>Above this share of time in talk and wrap-up others are asked first; null: never.</summary>
    public int? OccupancyMaxPercent { get; init; }

    internal static string IdOf(AgentId agent) => agent.ToString();
}

/// <summary>How much an agent takes at once.</summary>
public sealed record AgentCapacity
{
    public int Voice { get; init; } = 1;

    public int Chat { get; init; } = 3;

    /// <summary>No chat while he talks, no call while he writes.</summary>
    public bool VoiceExcludesChat { get; init; } = true;
}

internal sealed class AgentKind() : RuleKind<AgentRule>("agent")
{
    private const int PreferenceMax = 9;

    internal override string IdForm => "[0-9a-f]{32}";

    internal override bool IsId(string id) =>
        Guid.TryParseExact(id, "n", out var agent) && agent.ToString("n") == id;

    protected override void Judge(AgentRule rule, CentreRules rules, RuleFindings findings)
    {
        foreach (var (skill, level) in rule.Skills)
        {
            findings.Range($"skills.{skill}", level, 1, SkillRule.LevelMax);
        }

        foreach (var (queue, preference) in rule.Queues)
        {
            findings.Range($"queues.{queue}", preference, 1, PreferenceMax);
        }

        findings.Distinct("groups", rule.Groups);
        findings.Range("capacity.voice", rule.Capacity.Voice, 0, 1);
        findings.Range("capacity.chat", rule.Capacity.Chat, 0, 20);
        findings.Range("occupancyMaxPercent", rule.OccupancyMaxPercent, 10, 100);
    }

    protected override IEnumerable<RuleReference> ReferencesOf(AgentRule rule) =>
    [
        .. rule.Skills.Keys.Select(skill => new RuleReference("skill", skill, $"skills.{skill}")),
        .. rule.Groups.Select((group, index) => new RuleReference("group", group, RuleFindings.At("groups", index))),
        .. rule.Queues.Keys.Select(queue => new RuleReference("queue", queue, $"queues.{queue}")),
    ];
}

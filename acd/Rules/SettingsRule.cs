namespace CrmUms.Acd.Rules;

/// <summary>Values that hold for the whole centre. There is one item of them.</summary>
public sealed record SettingsRule : IRule
{
    /// <summary>The key of the one item.</summary>
    public const string TheOne = "centre";

    public required string Id { get; init; }

    /// <summary>Of prompts where no queue or flow names another.</summary>
    public string Language { get; init; } = "ru";

    /// <summary>After so many unanswered offers in a row an agent is made not ready.</summary>
    public int NoAnswersMax { get; init; } = 1;

    /// <summary>A ready agent whose page shows no sign of life for so long is made not ready; zero: never.</summary>
    public int InactivityMinutes { get; init; }

    /// <summary>What those see whom agents call, where no group says otherwise; empty: any of our numbers.</summary>
    public string CallerId { get; init; } = "";

    /// <summary>Agents may call numbers of other countries.</summary>
    public bool CallsAbroad { get; init; }

    /// <summary>Wrap-up of a call that an agent has made; zero: none.</summary>
    public int OutboundWrapUpSeconds { get; init; } = 30;

    /// <summary>
    /// Whether an agent sees everybody who listens to him; otherwise those are hidden who have the right to listen
    /// unseen. Who whispers or barges in he always sees.
    /// </summary>
    public bool AgentsSeeListeners { get; init; } = true;

    /// <summary>
    /// What an agent's screen opens for a caller (<see cref="ScreenPop"/>): an address with names in braces; empty:
    /// nothing.
    /// </summary>
    public string ScreenPopUrl { get; init; } = "";

    /// <summary>Whether it opens by itself when the offer comes; otherwise the agent opens it.</summary>
    public bool ScreenPopAutomatic { get; init; }

    internal static SettingsRule Default { get; } = new() { Id = TheOne };
}

internal sealed class SettingsKind() : RuleKind<SettingsRule>("settings")
{
    internal override string IdForm => SettingsRule.TheOne;

    internal override bool IsId(string id) => id == SettingsRule.TheOne;

    protected override void Judge(SettingsRule rule, CentreRules rules, RuleFindings findings)
    {
        findings.Word("language", rule.Language, RuleWords.Languages);
        findings.Range("noAnswersMax", rule.NoAnswersMax, 1, 20);
        findings.Range("inactivityMinutes", rule.InactivityMinutes, 0, 24 * 60);
        findings.Range("outboundWrapUpSeconds", rule.OutboundWrapUpSeconds, 0, 3600);
        findings.CallerId("callerId", rule.CallerId);
        ScreenPop.Judge("screenPopUrl", rule.ScreenPopUrl, findings);
    }
}

namespace CrmUms.Acd.Rules;

/// <summary>Somebody whose calls are not taken.</summary>
public sealed record BlackListRule : IRule
{
    public required string Id { get; init; }

    /// <summary>His number in E.164 form, or how it begins.</summary>
    public string Number { get; init; } = "";

    /// <summary>All numbers that begin so.</summary>
    public bool Prefix { get; init; }

    /// <summary>Why, for those who ask later.</summary>
    public string Reason { get; init; } = "";

    /// <summary>From when on he is welcome again; null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public BlackListTreatment Treatment { get; init; }

    /// <summary>What he hears when the treatment is <c>prompt</c>.</summary>
    public string Prompt { get; init; } = "";
}

/// <summary>What a caller gets whose calls are not taken.</summary>
public enum BlackListTreatment
{
    /// <summary>His call is refused.</summary>
    Reject,

    /// <summary>We seem to be busy.</summary>
    Busy,

    /// <summary>He hears an announcement.</summary>
    Prompt,
}

internal sealed class BlackListKind() : RuleKind<BlackListRule>("black-list")
{
    private const int DigitsMax = 15;

    protected override void Judge(BlackListRule rule, CentreRules rules, RuleFindings findings)
    {
        var digitsMin = rule.Prefix ? 1 : 3;
        if (rule.Number is not ['+', .. var digits]
            || digits.Length < digitsMin
            || digits.Length > DigitsMax
            || !digits.All(char.IsAsciiDigit))
        {
            findings.Add(RuleCodes.NumberInvalid, "number", ("value", rule.Number));
        }

        findings.Text("reason", rule.Reason, max: 500);
        findings.Length("prompt", rule.Prompt, max: 100);
        if (rule.Treatment == BlackListTreatment.Prompt && rule.Prompt.Length == 0)
        {
            findings.Add(RuleCodes.Missing, "prompt");
        }

        var twin = rules.All<BlackListRule>().FirstOrDefault(
            other => other.Id != rule.Id && other.Number == rule.Number && other.Prefix == rule.Prefix);
        if (twin is not null)
        {
            findings.Add(RuleCodes.Duplicate, "number", ("other", twin.Id));
        }
    }
}

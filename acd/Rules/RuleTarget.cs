namespace CrmUms.Acd.Rules;

/// <summary>Where a caller goes.</summary>
/// <param name="Kind">To what.</param>
/// <param name="Id">To which; empty where there is only one.</param>
public sealed record RuleTarget(TargetKind Kind, string Id = "")
{
    public static RuleTarget Queue(string id) => new(TargetKind.Queue, id);

    public static RuleTarget Flow(string id) => new(TargetKind.Flow, id);

    internal IEnumerable<RuleReference> References(string field) => Kind switch
    {
        TargetKind.Queue => [new RuleReference("queue", Id, field + ".id")],
        TargetKind.Flow => [new RuleReference("flow", Id, field + ".id")],
        TargetKind.Voicemail or TargetKind.HangUp => [],
        _ => throw new NotSupportedException(Kind.ToString()),
    };

    /// <summary>What makes no sense in a target beyond its being there.</summary>
    internal static void Judge(RuleTarget? target, string field, CentreRules rules, RuleFindings findings)
    {
        if (target is null)
        {
            findings.Add(RuleCodes.TargetMissing, field);
        }
        else if (target.Kind == TargetKind.Flow && rules.Find<FlowRule>(target.Id) is { Published: null })
        {
            findings.Add(RuleCodes.FlowNotPublished, field + ".id", ("id", target.Id));
        }
    }
}

/// <summary>Kinds of places a caller can be sent to.</summary>
public enum TargetKind
{
    Queue,
    Flow,
    Voicemail,
    HangUp,
}

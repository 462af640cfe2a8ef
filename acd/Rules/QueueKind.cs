using System.Globalization;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Routing.Skills;
using CrmUms.Acd.Routing.Strategies;

namespace CrmUms.Acd.Rules;

/// <summary>What makes sense in a queue.</summary>
internal sealed class QueueKind() : RuleKind<QueueRule>("queue")
{
    private const int DaySeconds = 24 * 60 * 60;
    private static readonly string[] Channels = ["voice"];

    /// <summary>Whoever waits in it when it is removed is served by it.</summary>
    internal override bool OutlivesRemoval => true;

    protected override void Judge(QueueRule rule, CentreRules rules, RuleFindings findings)
    {
        findings.Text("name", rule.Name);
        findings.Word("channel", rule.Channel, Channels);
        findings.Word("strategy", rule.Strategy, RoutingCatalog.Strategies.Keys);
        findings.Word("language", rule.Language, RuleWords.Languages);
        findings.Text("music", rule.Music, max: 50);
        findings.Distinct("groups", rule.Groups);
        findings.Range("answerWithinSeconds", rule.AnswerWithinSeconds, 1, 3_600);
        findings.Range("ringSeconds", rule.RingSeconds, 3, 300);
        findings.Range("wrapUpSeconds", rule.WrapUpSeconds, 0, 3_600);
        findings.Range("wrapUpExtensionSeconds", rule.WrapUpExtensionSeconds, 0, 3_600);
        findings.Range("waitingMax", rule.WaitingMax, 1, 100_000);
        findings.Range("personalManagerWaitSeconds", rule.PersonalManagerWaitSeconds, 1, 600);
        findings.Range("secondsPerPriorityPoint", rule.SecondsPerPriorityPoint, 0, 600);
        JudgeSkills(rule, findings);
        JudgeWeights(rule, findings);
        JudgeComfort(rule, findings);
        JudgeOverflow(rule, rules, findings);
    }

    protected override IEnumerable<RuleReference> ReferencesOf(QueueRule rule) =>
    [
        .. SkillReferences("requirement", rule.Requirement),
        .. rule.Relaxation.SelectMany((step, index) =>
            SkillReferences(RuleFindings.At("relaxation", index) + ".requirement", step.Requirement)),
        .. rule.Groups.Select((group, index) => new RuleReference("group", group, RuleFindings.At("groups", index))),
        .. rule.Overflow.SelectMany((overflow, index) =>
            overflow.Target?.References(RuleFindings.At("overflow", index) + ".target") ?? []),
        .. rule.Calendar is { } calendar
            ? [new RuleReference("calendar", calendar, "calendar")]
            : Array.Empty<RuleReference>(),
        .. MusicRule.OfThePbx.Contains(rule.Music)
            ? Array.Empty<RuleReference>()
            : [new RuleReference("music", rule.Music, "music")],
    ];

    private static IEnumerable<RuleReference> SkillReferences(string field, string expression) =>
        (SkillParser.Read(expression).Expression?.Skills() ?? [])
            .Distinct()
            .Select(skill => new RuleReference("skill", skill, field));

    private static void JudgeSkills(QueueRule rule, RuleFindings findings)
    {
        JudgeExpression("requirement", rule.Requirement, findings);
        var former = 0;
        for (var index = 0; index < rule.Relaxation.Count; index++)
        {
            var (step, field) = (rule.Relaxation[index], RuleFindings.At("relaxation", index));
            JudgeExpression(field + ".requirement", step.Requirement, findings);
            findings.Range(field + ".afterSeconds", step.AfterSeconds, 1, DaySeconds);
            if (index > 0 && step.AfterSeconds <= former)
            {
                findings.Add(RuleCodes.StepsOutOfOrder, field + ".afterSeconds");
            }

            former = step.AfterSeconds;
        }
    }

    private static void JudgeExpression(string field, string expression, RuleFindings findings)
    {
        findings.Length(field, expression, max: 500);
        if (SkillParser.Read(expression).Mistake is { } mistake)
        {
            findings.Add(
                RuleCodes.ExpressionInvalid,
                field,
                ("value", expression),
                ("mistake", mistake.Code),
                ("position", mistake.Position.ToString(CultureInfo.InvariantCulture)),
                ("found", mistake.Found));
        }
    }

    private static void JudgeWeights(QueueRule rule, RuleFindings findings)
    {
        foreach (var (term, weight) in rule.Weights)
        {
            var max = term == WeightedStrategy.OccupancyCap ? 1 : 100; // A share.
            if (!(weight >= 0 && weight <= max))
            {
                findings.Add(
                    RuleCodes.OutOfRange,
                    $"weights.{term}",
                    ("min", "0"),
                    ("max", max.ToString(CultureInfo.InvariantCulture)));
            }
        }
    }

    private static void JudgeComfort(QueueRule rule, RuleFindings findings)
    {
        if (rule.Announcement is { } told)
        {
            findings.Range("announcement.firstAfterSeconds", told.FirstAfterSeconds, 0, 3_600);
            findings.Range("announcement.everySeconds", told.EverySeconds, 10, 3_600);
            if (!told.Position && !told.EstimatedWait)
            {
                findings.Add(RuleCodes.Missing, "announcement.position");
            }
        }

        if (rule.Callback is { } callback)
        {
            findings.Range("callback.offerAfterSeconds", callback.OfferAfterSeconds, 0, DaySeconds);
            findings.Range(
                "callback.offerAtEstimatedWaitSeconds", callback.OfferAtEstimatedWaitSeconds, 0, DaySeconds);
            findings.Range("callback.attemptsMax", callback.AttemptsMax, 1, 10);
            findings.Range("callback.retrySeconds", callback.RetrySeconds, 10, DaySeconds);
            if (callback is { OfferAfterSeconds: null, OfferAtEstimatedWaitSeconds: null })
            {
                findings.Add(RuleCodes.Missing, "callback.offerAfterSeconds");
            }
        }

        if (rule.LastAgent is { } last)
        {
            findings.Range("lastAgent.withinMinutes", last.WithinMinutes, 1, 90 * 24 * 60);
            findings.Range("lastAgent.waitSeconds", last.WaitSeconds, 1, 600);
        }
    }

    private static void JudgeOverflow(QueueRule rule, CentreRules rules, RuleFindings findings)
    {
        for (var index = 0; index < rule.Overflow.Count; index++)
        {
            var (overflow, field) = (rule.Overflow[index], RuleFindings.At("overflow", index));
            RuleTarget.Judge(overflow.Target, field + ".target", rules, findings);
            findings.Length(field + ".prompt", overflow.Prompt, max: 100);
            if (overflow.When is OverflowWhen.Length or OverflowWhen.Wait or OverflowWhen.EstimatedWait)
            {
                findings.Range(field + ".threshold", overflow.Threshold ?? 0, 1, 100_000);
            }

            if (overflow.When == OverflowWhen.Closed && rule.Calendar is null)
            {
                findings.Add(RuleCodes.Missing, "calendar");
            }
        }

        if (OverflowCircle.From(rule, rules) is { } circle)
        {
            findings.Add(RuleCodes.CircularOverflow, "overflow", ("path", string.Join(" → ", circle)));
        }
    }
}

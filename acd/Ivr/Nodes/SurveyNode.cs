using System.Globalization;
using CrmUms.Acd.Ivr.Running;
using CrmUms.Acd.Ivr.Values;

namespace CrmUms.Acd.Ivr.Nodes;

/// <summary>
/// One question of a survey, answered by a key (CSAT 1 to 5) or two (NPS 0 to 10). Usually stands behind the exit
/// <c>served</c> of a queue, which a caller takes when the agent hangs up.
/// </summary>
internal sealed class SurveyNode : FlowNodeLogic
{
    private const string Nps = "nps";
    private const int NpsLowest = 0;
    private const int NpsHighest = 10;

    private static readonly FlowSettingType KindSetting = FlowSetting.Choice("kind", "csat", "csat", Nps, "csi");
    private static readonly FlowSettingType QuestionSetting =
        FlowSetting.Text("question", preset: "service", max: FlowLimits.IdMax);

    private static readonly FlowSettingType LowestSetting = FlowSetting.Number("lowest", 0, 1, preset: 1);
    private static readonly FlowSettingType HighestSetting = FlowSetting.Number("highest", 2, 10, preset: 5);
    private static readonly FlowSettingType ThanksSetting = FlowSetting.Prompts("thanksPrompts");

    private readonly KeyForm _form;
    private readonly string _kind;
    private readonly string _question;
    private readonly int _lowest;
    private readonly int _highest;
    private readonly IReadOnlyList<FlowTemplate> _thanks;

    public SurveyNode(NodeSettings settings)
    {
        (_kind, _question) = (settings.Choice(KindSetting), settings.Text(QuestionSetting));
        (_lowest, _highest) = (settings.Number(LowestSetting), settings.Number(HighestSetting));
        _thanks = settings.Prompts(ThanksSetting);
        // Ten is two keys; after a one by itself a moment tells that no zero follows.
        _form = KeyFormSettings.OneKey(settings) with
        {
            Max = _highest >= 10 ? 2 : 1, NextKeyWithin = TimeSpan.FromSeconds(2), Terminator = '#',
        };
    }

    public static FlowNodeType Type { get; } = new(
        "survey",
        ["answered", "unanswered"],
        [
            KindSetting,
            QuestionSetting,
            KeyFormSettings.Prompts,
            LowestSetting,
            HighestSetting,
            ThanksSetting,
            .. KeyFormSettings.Asking[1..],
        ]);

    // Promoters and detractors are counted on one scale only.
    public override IEnumerable<NodeFinding> Findings()
    {
        if (_kind == Nps && _lowest != NpsLowest)
        {
            yield return new NodeFinding(
                FlowCodes.SettingTooLarge, LowestSetting.Key, "max", FlowProblem.Text(NpsLowest));
        }

        if (_kind == Nps && _highest != NpsHighest)
        {
            yield return new NodeFinding(
                FlowCodes.SettingTooSmall, HighestSetting.Key, "min", FlowProblem.Text(NpsHighest));
        }
    }

    public override FlowMove Enter(FlowVisit visit) => Judge(visit, _form.Ask(visit));

    public override FlowMove On(FlowVisit visit, FlowEvent happening) => visit.Stage == "thanks"
        ? happening is FlowEvent.PromptFinished ? FlowMove.Exit("answered") : FlowMove.Stay
        : Judge(visit, _form.On(visit, happening));

    private FlowMove Judge(FlowVisit visit, KeyAnswer answer)
    {
        if (answer.Digits is { } digits)
        {
            if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var score)
                && score >= _lowest && score <= _highest)
            {
                return Record(visit, score);
            }

            answer = _form.Miss(visit, KeyMiss.NoMatch);
        }

        return answer.Missed is null ? FlowMove.Stay : FlowMove.Exit("unanswered");
    }

    private FlowMove Record(FlowVisit visit, int score)
    {
        visit.Note(new FlowNote.SurveyAnswered(_kind, _question, score) { Lowest = _lowest, Highest = _highest });
        visit.Do(new FlowEffect.RecordSurvey(_kind, _question, score));
        visit.Stage = "thanks";
        return visit.Play(visit.Names(_thanks)) ? FlowMove.Stay : FlowMove.Exit("answered");
    }
}

using CrmUms.Acd.Ivr.Running;

namespace CrmUms.Acd.Ivr.Nodes;

/// <summary>A choice by one key. Each option has an exit that is named by its key.</summary>
internal sealed class MenuNode(NodeSettings settings) : FlowNodeLogic
{
    private static readonly FlowSettingType OptionsSetting = FlowSetting.Options("options");

    private readonly KeyForm _form = KeyFormSettings.OneKey(settings);
    private readonly IReadOnlyList<FlowOption> _options = settings.Options(OptionsSetting);

    public static FlowNodeType Type { get; } = new(
        "menu",
        [FlowNodeType.PerOption, KeyFormSettings.NoInput, KeyFormSettings.NoMatch],
        [KeyFormSettings.Prompts, OptionsSetting, .. KeyFormSettings.Asking[1..]]);

    public override IEnumerable<NodeFinding> Findings()
    {
        var seen = new HashSet<string>();
        foreach (var digit in _options.Select(option => option.Digit))
        {
            if (digit.Length == 0)
            {
                yield return new NodeFinding(FlowCodes.OptionEmpty, OptionsSetting.Key);
            }
            else if (digit is not [(>= '0' and <= '9') or '*' or '#'])
            {
                yield return new NodeFinding(FlowCodes.OptionNotAKey, OptionsSetting.Key, "digit", digit);
            }
            else if (!seen.Add(digit))
            {
                yield return new NodeFinding(FlowCodes.OptionRepeated, OptionsSetting.Key, "digit", digit);
            }
        }
    }

    public override FlowMove Enter(FlowVisit visit) => Judge(visit, _form.Ask(visit));

    public override FlowMove On(FlowVisit visit, FlowEvent happening) => Judge(visit, _form.On(visit, happening));

    private FlowMove Judge(FlowVisit visit, KeyAnswer answer)
    {
        if (answer.Digits is { } digit)
        {
            if (_options.FirstOrDefault(option => option.Digit == digit) is { } chosen)
            {
                visit.Note(new FlowNote.MenuChosen(visit.State.Node, chosen.Digit, chosen.Label));
                return FlowMove.Exit(chosen.Digit);
            }

            answer = _form.Miss(visit, KeyMiss.NoMatch);
        }

        return answer.Missed is { } missed ? KeyFormSettings.ExitOf(missed) : FlowMove.Stay;
    }
}

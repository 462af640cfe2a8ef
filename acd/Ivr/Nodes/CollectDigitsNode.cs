using CrmUms.Acd.Ivr.Running;
using CrmUms.Acd.Ivr.Values;

namespace CrmUms.Acd.Ivr.Nodes;

/// <summary>
/// Asks for digits and keeps them in a variable: a contract number, a sum, a PIN (<c>private.pin</c>).
/// </summary>
internal sealed class CollectDigitsNode(NodeSettings settings) : FlowNodeLogic
{
    private static readonly FlowSettingType VariableSetting = FlowSetting.Variable("variable");

    private readonly KeyForm _form = KeyFormSettings.Digits(settings);
    private readonly string _variable = settings.Text(VariableSetting);

    public static FlowNodeType Type { get; } = new(
        "collect-digits",
        ["done", KeyFormSettings.NoInput, KeyFormSettings.NoMatch],
        [KeyFormSettings.Prompts, VariableSetting, .. KeyFormSettings.Collecting[1..]]);

    public override IEnumerable<NodeFinding> Findings() => KeyFormSettings.Findings(settings);

    public override FlowMove Enter(FlowVisit visit) => Judge(visit, _form.Ask(visit));

    public override FlowMove On(FlowVisit visit, FlowEvent happening) => Judge(visit, _form.On(visit, happening));

    private FlowMove Judge(FlowVisit visit, KeyAnswer answer)
    {
        if (answer.Digits is not { } digits)
        {
            return answer.Missed is { } missed ? KeyFormSettings.ExitOf(missed) : FlowMove.Stay;
        }

        if (FlowVariables.IsSettable(_variable))
        {
            visit.Set(_variable, digits);
        }
        else
        {
            visit.Fault(FlowFault.SettingInvalid, VariableSetting.Key);
        }

        return FlowMove.Exit("done");
    }
}

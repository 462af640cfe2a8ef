using System.Globalization;
using CrmUms.Acd.Ivr.Running;
using CrmUms.Acd.Ivr.Values;

namespace CrmUms.Acd.Ivr.Nodes;

/// <summary>Sets a variable to a text with values in it, or adds a number to it (attempts, sums).</summary>
internal sealed class SetVariableNode(NodeSettings settings) : FlowNodeLogic
{
    private static readonly FlowSettingType VariableSetting = FlowSetting.Variable("variable");
    private static readonly FlowSettingType OperationSetting = FlowSetting.Choice("operation", "set", "set", "add");
    private static readonly FlowSettingType ValueSetting = FlowSetting.Text("value", max: FlowLimits.ValueMax);

    private readonly string _variable = settings.Text(VariableSetting);
    private readonly bool _adds = settings.Choice(OperationSetting) == "add";
    private readonly FlowTemplate _value = settings.Template(ValueSetting);

    public static FlowNodeType Type { get; } =
        new("set-variable", ["done"], [VariableSetting, OperationSetting, ValueSetting]) { Waits = false };

    public override FlowMove Enter(FlowVisit visit)
    {
        if (!FlowVariables.IsSettable(_variable))
        {
            visit.Fault(FlowFault.SettingInvalid, VariableSetting.Key);
            return FlowMove.Exit("done");
        }

        var value = visit.Expand(_value);
        visit.Set(_variable, _adds ? Sum(visit.Value(_variable), value) : value);
        return FlowMove.Exit("done");
    }

    // What is no number counts as nothing; a sum beyond all bounds stays where it was.
    private static string Sum(string one, string other)
    {
        var (left, right) = (Number(one), Number(other));
        return Math.Abs(left) < 1e15m && Math.Abs(right) < 1e15m
            ? (left + right).ToString(CultureInfo.InvariantCulture)
            : one;
    }

    private static decimal Number(string text) =>
        decimal.TryParse(text, FlowNumber.Style, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

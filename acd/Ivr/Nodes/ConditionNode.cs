using CrmUms.Acd.Ivr.Running;
using CrmUms.Acd.Ivr.Values;

namespace CrmUms.Acd.Ivr.Nodes;

/// <summary>Two ways, by a condition. One that cannot be read does not hold.</summary>
internal sealed class ConditionNode(NodeSettings settings) : FlowNodeLogic
{
    private static readonly FlowSettingType ExpressionSetting = FlowSetting.Expression("expression");

    private readonly FlowExpression? _expression = FlowExpression.Parse(settings.Text(ExpressionSetting)).Expression;

    public static FlowNodeType Type { get; } =
        new("condition", ["true", "false"], [ExpressionSetting]) { Waits = false };

    public override IEnumerable<NodeFinding> Findings() =>
        settings.Text(ExpressionSetting) is { Length: > 0 } text && FlowExpression.Parse(text).Error is { } error
            ? [new NodeFinding(error.Code, ExpressionSetting.Key, "found", error.Found)]
            : [];

    public override FlowMove Enter(FlowVisit visit)
    {
        if (_expression is null)
        {
            visit.Fault(FlowFault.SettingInvalid, ExpressionSetting.Key);
            return FlowMove.Exit("false");
        }

        return FlowMove.Exit(visit.Holds(_expression) ? "true" : "false");
    }
}

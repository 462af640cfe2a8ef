using CrmUms.Acd.Ivr.Running;

namespace CrmUms.Acd.Ivr.Nodes;

/// <summary>
/// Walks another flow and comes back when that says so (its hang-up node with <c>return</c>). Variables and language
/// stay as they are there. A flow that is not there: <c>failed</c>, or where that is open the fall-back. With
/// <c>returned</c> open we hang up.
/// </summary>
internal sealed class SubFlowNode(NodeSettings settings) : FlowNodeLogic
{
    public static readonly FlowSettingType WhichSetting = FlowSetting.Flow();

    private readonly string _flow = settings.Text(WhichSetting);

    public static FlowNodeType Type { get; } = new("sub-flow", ["returned", "failed"], [WhichSetting])
    {
        OptionalExits = ["returned", "failed"], Waits = false, Leaves = true,
    };

    public override FlowMove Enter(FlowVisit visit) => FlowMove.Into(_flow);
}

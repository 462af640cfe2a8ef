using CrmUms.Acd.Ivr.Running;
using CrmUms.Acd.Ivr.Values;
using CrmUms.Acd.Ports;

namespace CrmUms.Acd.Ivr.Nodes;

/// <summary>The end: says goodbye and hangs up; or, in a sub-flow, leads back to the flow that called it.</summary>
internal sealed class HangUpNode(NodeSettings settings) : FlowNodeLogic
{
    public const string Return = "return";
    public static readonly FlowSettingType ThenSetting = FlowSetting.Choice("then", "hang-up", "hang-up", Return);

    private static readonly FlowSettingType PromptsSetting = FlowSetting.Prompts("prompts");

    private static readonly FlowSettingType ReasonSetting =
        FlowSetting.Choice("reason", "normal", "normal", "congestion", "unknown-number");

    private readonly IReadOnlyList<FlowTemplate> _prompts = settings.Prompts(PromptsSetting);
    private readonly bool _returns = settings.Choice(ThenSetting) == Return;

    private readonly HangUpReason _reason = settings.Choice(ReasonSetting) switch
    {
        "congestion" => HangUpReason.Congestion,
        "unknown-number" => HangUpReason.UnknownNumber,
        _ => HangUpReason.Normal,
    };

    public static FlowNodeType Type { get; } =
        new("hang-up", [], [PromptsSetting, ThenSetting, ReasonSetting]) { Waits = false, Leaves = true };

    public override FlowMove Enter(FlowVisit visit) => visit.Play(visit.Names(_prompts)) ? FlowMove.Stay : End(visit);

    public override FlowMove On(FlowVisit visit, FlowEvent happening) =>
        happening is FlowEvent.PromptFinished ? End(visit) : FlowMove.Stay;

    private FlowMove End(FlowVisit visit) => _returns ? FlowMove.Return : FlowRun.HangUp(visit, _reason);
}

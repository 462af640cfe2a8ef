using CrmUms.Acd.Ivr.Running;
using CrmUms.Acd.Ivr.Values;

namespace CrmUms.Acd.Ivr.Nodes;

/// <summary>Plays prompts. A key stops them and is kept for the node that asks.</summary>
internal sealed class PlayNode(NodeSettings settings) : FlowNodeLogic
{
    private static readonly FlowSettingType PromptsSetting = FlowSetting.Prompts("prompts", required: true);
    private static readonly FlowSettingType BargeInSetting = FlowSetting.Flag("bargeIn", preset: true);

    private readonly IReadOnlyList<FlowTemplate> _prompts = settings.Prompts(PromptsSetting);
    private readonly bool _bargeIn = settings.Flag(BargeInSetting);

    public static FlowNodeType Type { get; } =
        new("play", ["done"], [PromptsSetting, BargeInSetting]) { Waits = false };

    public override FlowMove Enter(FlowVisit visit) => Player.Play(visit, visit.Names(_prompts), _bargeIn);

    public override FlowMove On(FlowVisit visit, FlowEvent happening) => Player.On(visit, happening, _bargeIn);
}

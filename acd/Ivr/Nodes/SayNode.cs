using CrmUms.Acd.Ivr.Running;
using CrmUms.Acd.Ivr.Saying;
using CrmUms.Acd.Ivr.Values;

namespace CrmUms.Acd.Ivr.Nodes;

/// <summary>
/// Says a value: a number, a sum of money, a date, digit by digit. One that cannot be said leads out by <c>invalid</c>,
/// or where that is open on as if it had been said.
/// </summary>
internal sealed class SayNode(NodeSettings settings) : FlowNodeLogic
{
    private static readonly FlowSettingType KindSetting = FlowSetting.Choice(
        "kind", SayingKind.Number, SayingKind.Number, SayingKind.Money, SayingKind.Date, SayingKind.Digits);

    private static readonly FlowSettingType ValueSetting = FlowSetting.Text("value", required: true);
    private static readonly FlowSettingType BargeInSetting = FlowSetting.Flag("bargeIn", preset: true);

    private readonly string _kind = settings.Choice(KindSetting);
    private readonly FlowTemplate _value = settings.Template(ValueSetting);
    private readonly bool _bargeIn = settings.Flag(BargeInSetting);

    public static FlowNodeType Type { get; } = new(
        "say", ["done", "invalid"], [KindSetting, ValueSetting, BargeInSetting])
    {
        OptionalExits = ["invalid"], Waits = false,
    };

    public override FlowMove Enter(FlowVisit visit) =>
        Sayings.Say(_kind, visit.Expand(_value), visit.State.Language) is { } prompts
            ? Player.Play(visit, prompts, _bargeIn)
            : visit.ExitOr("invalid", "done");

    public override FlowMove On(FlowVisit visit, FlowEvent happening) => Player.On(visit, happening, _bargeIn);
}

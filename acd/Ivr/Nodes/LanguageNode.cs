using CrmUms.Acd.Ivr.Running;

namespace CrmUms.Acd.Ivr.Nodes;

/// <summary>From here on the caller hears this language.</summary>
internal sealed class LanguageNode(NodeSettings settings) : FlowNodeLogic
{
    public static readonly FlowSettingType LanguageSetting = FlowSetting.Choice("language", "ru", "ru", "uz", "en");

    private readonly string _language = settings.Choice(LanguageSetting);

    public static FlowNodeType Type { get; } = new("language", ["done"], [LanguageSetting]) { Waits = false };

    public override FlowMove Enter(FlowVisit visit)
    {
        visit.Change(state => state with { Language = _language });
        return FlowMove.Exit("done");
    }
}

namespace CrmUms.Acd.Ivr.Running;

/// <summary>Makes settings of nodes, each kind with its bounds.</summary>
internal static class FlowSetting
{
    public const int LineMax = 500;

    public static FlowSettingType Prompts(string key, bool required = false) =>
        new(key, FlowSettingKind.Prompts) { Max = FlowLimits.EntriesMax, Required = required };

    public static FlowSettingType Text(string key, bool required = false, string? preset = null, int max = LineMax) =>
        new(key, FlowSettingKind.Text) { Max = max, Required = required, Default = preset };

    public static FlowSettingType LongText(string key) =>
        new(key, FlowSettingKind.LongText) { Max = FlowLimits.TextMax };

    public static FlowSettingType Number(string key, int min, int max, int preset) =>
        new(key, FlowSettingKind.Number) { Min = min, Max = max, Default = preset };

    public static FlowSettingType Flag(string key, bool preset) =>
        new(key, FlowSettingKind.Boolean) { Default = preset };

    public static FlowSettingType Choice(string key, string preset, params string[] choices) =>
        new(key, FlowSettingKind.Choice) { Choices = choices, Default = preset };

    public static FlowSettingType Variable(string key, bool required = true) =>
        new(key, FlowSettingKind.Variable) { Max = Values.FlowVariables.NameMax, Required = required };

    public static FlowSettingType Expression(string key) =>
        new(key, FlowSettingKind.Expression) { Max = Values.FlowExpression.LengthMax, Required = true };

    public static FlowSettingType Skills() =>
        new("skills", FlowSettingKind.Skills) { Max = Routing.Skills.SkillParser.LengthMax };

    public static FlowSettingType Options(string key) =>
        new(key, FlowSettingKind.Options) { Max = 12, Required = true };

    public static FlowSettingType Headers(string key) =>
        new(key, FlowSettingKind.Headers) { Max = FlowLimits.EntriesMax };

    public static FlowSettingType Queue(bool required = true) =>
        new("queue", FlowSettingKind.Queue) { Max = FlowLimits.IdMax, Required = required };

    public static FlowSettingType Flow() =>
        new("flow", FlowSettingKind.Flow) { Max = FlowLimits.IdMax, Required = true };

    public static FlowSettingType Calendar() =>
        new("calendar", FlowSettingKind.Calendar) { Max = FlowLimits.IdMax, Required = true };
}

using System.Text.Json;
using CrmUms.Acd.Ivr.Values;

namespace CrmUms.Acd.Ivr.Running;

/// <summary>
/// The settings of one node as it runs: what is missing or makes no sense has its default or nothing, what is out of
/// bounds is at the bound. The validator is strict before; a caller must not suffer after.
/// </summary>
internal sealed class NodeSettings(FlowNode node, FlowNodeType type)
{
    public string Node => node.Id;

    public string Text(FlowSettingType setting) => Find(setting) switch
    {
        { ValueKind: JsonValueKind.String } text =>
            FlowTemplate.Cut(text.GetString()!, setting.Max ?? FlowLimits.TextMax),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(), // 5 for "5".
        _ => setting.Default as string ?? "",
    };

    public FlowTemplate Template(FlowSettingType setting) => FlowTemplate.Parse(Text(setting));

    public int Number(FlowSettingType setting)
    {
        var number = Find(setting) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var read)
            ? read
            : (int?)setting.Default ?? 0;
        return (int)Math.Clamp(number, setting.Min ?? int.MinValue, setting.Max ?? int.MaxValue);
    }

    public TimeSpan Seconds(FlowSettingType setting) => TimeSpan.FromSeconds(Number(setting));

    public bool Flag(FlowSettingType setting) => Find(setting) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => setting.Default is true,
    };

    /// <summary>One of the choices.</summary>
    public string Choice(FlowSettingType setting)
    {
        var text = Text(setting);
        return setting.Choices!.Contains(text) ? text : setting.Default as string ?? "";
    }

    /// <summary>The key that a choice of keys names, or null for <c>none</c>.</summary>
    public char? Key(FlowSettingType setting) => Choice(setting) is [var key] ? key : null;

    public IReadOnlyList<FlowTemplate> Prompts(FlowSettingType setting) => Find(setting) switch
    {
        { ValueKind: JsonValueKind.Array } list =>
        [
            .. list.EnumerateArray()
                .Where(item => item.ValueKind == JsonValueKind.String)
                .Take(setting.Max ?? FlowLimits.EntriesMax)
                .Select(item => FlowTemplate.Parse(FlowTemplate.Cut(item.GetString()!, FlowSetting.LineMax)))
                .Where(prompt => !prompt.IsEmpty),
        ],
        { ValueKind: JsonValueKind.String } one when one.GetString()!.Length > 0 =>
            [FlowTemplate.Parse(one.GetString()!)],
        _ => [],
    };

    public IReadOnlyList<(string Name, string Value)> Pairs(FlowSettingType setting) => Find(setting) switch
    {
        { ValueKind: JsonValueKind.Object } pairs =>
        [
            .. pairs.EnumerateObject()
                .Where(pair => pair.Name.Length > 0 && pair.Value.ValueKind == JsonValueKind.String)
                .Take(setting.Max ?? FlowLimits.EntriesMax)
                .Select(pair => (pair.Name, FlowTemplate.Cut(pair.Value.GetString()!, FlowLimits.TextMax))),
        ],
        _ => [],
    };

    public IReadOnlyList<FlowOption> Options(FlowSettingType setting) => Find(setting) switch
    {
        { ValueKind: JsonValueKind.Array } list =>
            [.. list.EnumerateArray().Take(setting.Max ?? FlowLimits.EntriesMax).Select(Option).OfType<FlowOption>()],
        _ => [],
    };

    public IEnumerable<string> OptionKeys() => type.Settings.FirstOrDefault(IsOptions) is { } setting
        ? Options(setting).Select(option => option.Digit).Distinct()
        : [];

    private static bool IsOptions(FlowSettingType setting) => setting.Kind == FlowSettingKind.Options;

    private static FlowOption? Option(JsonElement item) => item switch
    {
        { ValueKind: JsonValueKind.String } => new FlowOption(item.GetString()!, ""),
        { ValueKind: JsonValueKind.Object } => new FlowOption(Part(item, "digit"), Part(item, "label")),
        _ => null,
    };

    private static string Part(JsonElement item, string name) => !item.TryGetProperty(name, out var part) ? ""
        : part.ValueKind == JsonValueKind.String ? FlowTemplate.Cut(part.GetString()!, FlowLimits.NameMax)
        : part.ValueKind == JsonValueKind.Number ? part.GetRawText()
        : "";

    private JsonElement? Find(FlowSettingType setting) =>
        node.Settings.TryGetValue(setting.Key, out var value) ? value : null;
}

/// <summary>One line of a menu: which key, and what it means.</summary>
internal sealed record FlowOption(string Digit, string Label);

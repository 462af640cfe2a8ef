using System.Text.Json;
using CrmUms.Acd.Ivr;

namespace CrmUms.Acd.Tests.Ivr;

/// <summary>
/// Draws flows that nobody would draw: right, wrong and senseless settings, exits that lead anywhere. Sound ones have
/// settings that the editor would let pass.
/// </summary>
internal sealed class RandomFlows(Random random, bool areSound = false)
{
    private static readonly string[] Words =
    [
        "", "1", "#", "main", "flow-1", "support", "sales", "gone", "office", "${caller.number}", "${n}", "ru", "uz",
        "n", "private.p", "caller.number", "n > 1", "not (", "https://x.example/${n}", "sip:bot@x.example", "102",
        "money", "2026-11-25", "add", "return", "${", "contract", "none",
    ];

    public FlowContext Centre() => FlowCaller.Centre(
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(index => Flow(index == 0 ? "main" : $"flow-{index}"))]);

    private FlowGraph Flow(string id)
    {
        var ids = Enumerable.Range(0, random.Next(1, 12)).Select(index => $"n{index}").ToArray();
        return new FlowGraph
        {
            Id = id,
            Name = id,
            Language = areSound ? Pick("ru", "uz", "en") : Pick("ru", "uz", "en", "xx"),
            FallbackQueue = areSound ? Pick(null, "sales") : Pick(null, "sales", "gone"),
            Start = IsMischief(20) ? Pick(null, "nowhere") : ids[0],
            Nodes = [.. ids.Select(node => Node(node, ids))],
        };
    }

    private FlowNode Node(string id, string[] ids)
    {
        var type = IsMischief(30) ? null : FlowNodeCatalog.Types[random.Next(FlowNodeCatalog.Types.Count)];
        var node = new FlowNode
        {
            Id = id,
            Type = type?.Type ?? "teleport",
            Settings = (type?.Settings ?? [])
                .Where(setting => setting.Required ? !IsMischief(8) : random.Next(8) > 0)
                .ToDictionary(setting => setting.Key, Setting),
        };
        return node with
        {
            Exits = FlowNodeCatalog.ExitsOf(node).Append("odd").Distinct()
                .Where(_ => !IsMischief(6))
                .ToDictionary(exit => exit, _ => IsMischief(25) ? "nowhere" : ids[random.Next(ids.Length)]),
        };
    }

    private bool IsMischief(int oneIn) => !areSound && random.Next(oneIn) == 0;

    private JsonElement Setting(FlowSettingType setting) => areSound ? Sound(setting)
        : IsMischief(10) ? Json(Pick<object?>(null, 7, "x", true, new[] { 1 }, new { a = 1 }))
        : setting.Kind switch
        {
            FlowSettingKind.Number => Json(random.Next((setting.Min ?? 0) - 1, Math.Min(setting.Max ?? 9, 30) + 2)),
            FlowSettingKind.Boolean => Json(random.Next(2) == 0),
            FlowSettingKind.Choice => Json(setting.Choices![random.Next(setting.Choices.Count)]),
            FlowSettingKind.Prompts => Json(Pick<object>(
                Array.Empty<string>(), new[] { "hello" }, "one", new[] { "a", "${n}" })),
            FlowSettingKind.Options => Json(Pick<object>(
                new[] { new { digit = "1", label = "One" }, new { digit = "2", label = "" } }, new[] { "5", "5" })),
            FlowSettingKind.Headers => Json(new Dictionary<string, string> { ["X-A"] = Word(), [Word()] = Word() }),
            FlowSettingKind.Variable => Json(Pick("n", "m", "private.p", "client.name")),
            FlowSettingKind.Queue => Json(Pick("support", "sales", "gone")),
            FlowSettingKind.Flow => Json(Pick("main", "flow-1", "flow-2", "gone")),
            FlowSettingKind.Calendar => Json(Pick("office", "gone")),
            _ => Json(Word()),
        };

    private JsonElement Sound(FlowSettingType setting) => setting.Kind switch
    {
        FlowSettingKind.Number when setting.Key is "minDigits" or "maxDigits" => Json(5),
        FlowSettingKind.Number => Json(random.Next(setting.Min ?? 0, Math.Min(setting.Max ?? 9, 30) + 1)),
        FlowSettingKind.Boolean => Json(random.Next(2) == 0),
        FlowSettingKind.Choice when setting.Key is "acceptKey" => Json("1"),
        FlowSettingKind.Choice when setting.Key is "otherNumberKey" => Json("2"),
        FlowSettingKind.Choice when setting.Choices!.Contains("nps") => Json("csat"), // Any scale will do.
        FlowSettingKind.Choice => Json(setting.Choices![random.Next(setting.Choices.Count)]),
        FlowSettingKind.Prompts => Json(new[] { "hello" }),
        FlowSettingKind.Options => Json(new[] { "1", "2" }),
        FlowSettingKind.Headers => Json(setting.Key == "mapping"
            ? new Dictionary<string, string> { ["n"] = "n" }
            : new Dictionary<string, string> { ["X-A"] = "${n}" }),
        FlowSettingKind.Variable => Json(Pick("n", "m", "private.p")),
        FlowSettingKind.Queue => Json(Pick("support", "sales")),
        FlowSettingKind.Flow => Json(Pick("main", "flow-1", "flow-2")),
        FlowSettingKind.Calendar => Json("office"),
        FlowSettingKind.Expression => Json(Pick("n > 1", "client.vip or caller.number starts-with '+998'")),
        _ => Json(setting.Key switch
        {
            "url" => "https://x.example/${n}",
            "number" when setting.Required => "102",
            "address" => "sip:bot@x.example",
            "value" when setting.Required => "7",
            _ => "",
        }),
    };

    private string Word() => Words[random.Next(Words.Length)];

    private T Pick<T>(params T[] from) => from[random.Next(from.Length)];

    private static JsonElement Json(object? value) => JsonSerializer.SerializeToElement(value);
}

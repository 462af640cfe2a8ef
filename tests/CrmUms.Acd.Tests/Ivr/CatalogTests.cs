using System.Text.Json;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ivr.Running;

namespace CrmUms.Acd.Tests.Ivr;

public sealed class CatalogTests
{
    [Fact]
    public void Every_node_stands_in_the_catalog()
    {
        var nodes = typeof(FlowNodeCatalog).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(FlowNodeLogic)));

        nodes.ShouldBe(
            FlowNodeCatalog.Types.Select(type =>
                FlowNodeCatalog.Make(new FlowNode { Id = "x", Type = type.Type })!.GetType()),
            ignoreOrder: true);
    }

    [Fact]
    public void The_types_are_those_that_flows_were_promised() =>
        FlowNodeCatalog.Types.Select(type => type.Type).ShouldBe(
        [
            "play", "menu", "collect-digits", "say", "hours", "language", "set-variable", "condition", "http-lookup",
            "client-lookup", "identify", "queue", "callback", "voicemail", "transfer", "assistant", "survey",
            "sub-flow", "hang-up",
        ],
        ignoreOrder: true);

    [Fact]
    public void What_an_editor_needs_is_there()
    {
        foreach (var type in FlowNodeCatalog.Types)
        {
            type.Settings.Select(setting => setting.Key).ShouldBeUnique();
            type.OptionalExits.ShouldBeSubsetOf(type.Exits);
            type.Settings.Where(setting => setting.Kind == FlowSettingKind.Number)
                .ShouldAllBe(setting => setting.Min != null && setting.Max != null && setting.Default is int);
            type.Settings.Where(setting => setting.Kind == FlowSettingKind.Choice)
                .ShouldAllBe(setting => setting.Choices!.Contains((string)setting.Default!));
        }
    }

    [Fact]
    public void A_type_on_the_wire_is_what_the_editor_reads()
    {
        var json = JsonSerializer.SerializeToElement(FlowNodeCatalog.Find("menu"), FlowJson.Options);

        json.GetProperty("type").GetString().ShouldBe("menu");
        json.GetProperty("exits")[0].GetString().ShouldBe("per-option");
        var attempts = json.GetProperty("settings").EnumerateArray()
            .Single(setting => setting.GetProperty("key").GetString() == "attempts");
        attempts.GetProperty("default").GetInt32().ShouldBe(3);
        attempts.GetProperty("max").GetInt32().ShouldBe(10);
    }

    [Fact]
    public void A_flow_is_the_same_on_the_wire_and_back()
    {
        const string Json =
            """
            {"id":"main","name":"Main","language":"uz","start":"a","nodes":[{"id":"a","type":"play","x":1.5,"y":-2,
            "settings":{"prompts":["hello"]},"exits":{"done":"a"}}]}
            """;

        var (graph, problem) = FlowJson.Read(Json);

        problem.ShouldBeNull();
        FlowJson.Write(graph!).ShouldBe(Json.ReplaceLineEndings(""));
    }

    [Theory]
    [InlineData("{", FlowCodes.Malformed)]
    [InlineData("null", FlowCodes.Malformed)]
    [InlineData("""{"nodes":[null]}""", FlowCodes.Malformed)]
    [InlineData("""{"nodes":[{"id":1}]}""", FlowCodes.Malformed)]
    [InlineData("""{"name":null}""", FlowCodes.Malformed)]
    public void What_is_no_flow_is_a_problem_and_no_accident(string json, string code) =>
        FlowJson.Read(json).Problem!.Code.ShouldBe(code);
}

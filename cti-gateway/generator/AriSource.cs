using System.Text;
using System.Text.RegularExpressions;

namespace CrmUms.CtiGateway.Generator;

/// <summary>Pure: from description and wish list to the text of every generated file.</summary>
public static class AriSource
{
    private const string Heading =
        """
        // Generated from Asterisk's API description by cti-gateway/generator. Do not edit.
        #nullable enable


        """;

    public static SortedDictionary<string, string> Write(ApiDescription description, IReadOnlyList<string> wanted)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in wanted.Select(name => description.Operations[name]).GroupBy(o => o.Resource))
        {
            var name = CSharpNames.Pascal(resource.Key) + "Requests";
            files[name + ".g.cs"] = Heading + RequestWriter.Write(name, [.. resource]);
        }

        var models = ModelsNeeded(description, wanted);
        files["Models.g.cs"] = Heading + ModelWriter.WriteModels(models);
        foreach (var family in description.Events.OrderBy(e => e.Name, StringComparer.Ordinal).GroupBy(Family))
        {
            files[family.Key + ".g.cs"] = Heading + ModelWriter.WriteEvents([.. family]);
        }

        files["AriEvents.g.cs"] = Heading + ModelWriter.WriteEventReader(description.Events);
        files["AriJson.g.cs"] = Heading + ModelWriter.WriteJsonContext(JsonTypes(description, wanted));
        return files;
    }

    /// <summary>Every model that an event or the answer to a wanted operation holds, however deep.</summary>
    public static IReadOnlyList<Model> ModelsNeeded(ApiDescription description, IReadOnlyList<string> wanted)
    {
        var needed = new SortedDictionary<string, Model>(StringComparer.Ordinal);
        var open = new Stack<string?>(
            wanted.Select(name => CSharpNames.ModelOf(description.Operations[name].Response)));
        foreach (var property in description.Events.SelectMany(model => model.Properties))
        {
            open.Push(CSharpNames.ModelOf(property.Type));
        }

        while (open.TryPop(out var name))
        {
            if (name is not null && needed.TryAdd(name, description.Models[name]))
            {
                foreach (var property in description.Models[name].Properties)
                {
                    open.Push(CSharpNames.ModelOf(property.Type));
                }
            }
        }

        return [.. needed.Values];
    }

    private static string Family(Model model) => model.Name switch
    {
        _ when model.Name.StartsWith("Channel", StringComparison.Ordinal) => "ChannelEvents",
        _ when model.Name.StartsWith("Bridge", StringComparison.Ordinal) => "BridgeEvents",
        _ => "OtherEvents",
    };

    private static IEnumerable<string> JsonTypes(ApiDescription description, IReadOnlyList<string> wanted) =>
        description.Events.Select(model => model.Name)
            .Concat(wanted.Select(name => description.Operations[name].Response).Where(type => type != "void"))
            .Distinct()
            .Order(StringComparer.Ordinal);
}

/// <summary>Lines with an indent, ended by a line feed on every system.</summary>
internal sealed partial class SourceText
{
    private const int SummaryMax = 80; // A longer one says more than a reader needs here.

    private readonly StringBuilder _text = new();

    public void Line(string line = "") => _text.Append(line).Append('\n');

    public void Summary(string indent, string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        var sentence = SentenceEnd().Split(line)[0].TrimEnd('.');
        var escaped = sentence.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal);
        if (escaped.Length <= SummaryMax)
        {
            Line($"{indent}/// <summary>{escaped}.</summary>");
        }
    }

    public override string ToString() => _text.ToString();

    [GeneratedRegex(@"\.\s+(?=[A-Z])")]
    private static partial Regex SentenceEnd();
}

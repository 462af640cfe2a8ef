namespace CrmUms.CtiGateway.Generator;

/// <summary>Writes records for models and events, the event reader and the serializer's context.</summary>
internal static class ModelWriter
{
    public static string WriteModels(IReadOnlyList<Model> models) => WriteRecords(models, baseType: "");

    public static string WriteEvents(IReadOnlyList<Model> events) => WriteRecords(events, " : AriEvent");

    public static string WriteEventReader(IReadOnlyList<Model> events)
    {
        var text = new SourceText();
        WriteUsings(text, json: true, serialization: false);
        text.Line();
        text.Line("/// <summary>Reads an event by the name that stands in its <c>type</c>.</summary>");
        text.Line("internal static class AriEvents");
        text.Line("{");
        text.Line("    /// <summary>The event, or null when the description does not know the name.</summary>");
        text.Line("    public static AriEvent? Read(string type, ReadOnlySpan<byte> json) => type switch");
        text.Line("    {");
        foreach (var name in events.Select(model => model.Name).Order(StringComparer.Ordinal))
        {
            var type = CSharpNames.Pascal(name);
            text.Line($"        \"{name}\" => JsonSerializer.Deserialize(json, AriJson.Default.{type}),");
        }

        text.Line("        _ => null,");
        text.Line("    };");
        text.Line("}");
        return text.ToString();
    }

    public static string WriteJsonContext(IEnumerable<string> types)
    {
        var text = new SourceText();
        WriteUsings(text, json: false, serialization: true);
        text.Line();
        text.Line("[JsonSourceGenerationOptions(");
        text.Line("    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,");
        text.Line("    Converters = [typeof(AriDateConverter)])]");
        foreach (var type in types)
        {
            text.Line($"[JsonSerializable(typeof({CSharpNames.Type(type)}))]");
        }

        text.Line("internal sealed partial class AriJson : JsonSerializerContext;");
        return text.ToString();
    }

    private static string WriteRecords(IReadOnlyList<Model> models, string baseType)
    {
        var text = new SourceText();
        var properties = models.SelectMany(model => model.Properties).ToList();
        WriteUsings(
            text,
            json: properties.Any(property => property.Type.Contains("object", StringComparison.Ordinal)),
            serialization: properties.Any(property => !CSharpNames.FollowsPolicy(property.Name)));
        foreach (var model in models)
        {
            text.Line();
            WriteRecord(text, model, baseType);
        }

        return text.ToString();
    }

    private static void WriteUsings(SourceText text, bool json, bool serialization)
    {
        if (json)
        {
            text.Line("using System.Text.Json;");
        }

        if (serialization)
        {
            text.Line("using System.Text.Json.Serialization;");
        }

        if (json || serialization)
        {
            text.Line();
        }

        text.Line("namespace CrmUms.CtiGateway.Ari.Generated;");
    }

    private static void WriteRecord(SourceText text, Model model, string baseType)
    {
        text.Summary("", model.Description.Length > 0 ? model.Description : $"{model.Name} on the wire.");
        text.Line($"internal sealed record {CSharpNames.Pascal(model.Name)}{baseType}");
        text.Line("{");
        foreach (var (index, property) in model.Properties.Index())
        {
            if (index > 0)
            {
                text.Line();
            }

            if (!CSharpNames.FollowsPolicy(property.Name))
            {
                text.Line($"    [JsonPropertyName(\"{property.Name}\")]");
            }

            var (mark, initial) = property.IsRequired ? ("", CSharpNames.Default(property.Type)) : ("?", "");
            var type = CSharpNames.Type(property.Type);
            text.Line($"    public {type}{mark} {CSharpNames.Pascal(property.Name)} {{ get; init; }}{initial}");
        }

        text.Line("}");
    }
}

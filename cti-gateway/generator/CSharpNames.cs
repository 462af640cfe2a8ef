using System.Text.Json;

namespace CrmUms.CtiGateway.Generator;

/// <summary>Pure: how the wire's names and types are written in C#.</summary>
public static class CSharpNames
{
    /// <summary><c>replace_channel</c> to ReplaceChannel, <c>sendDTMF</c> to SendDtmf.</summary>
    public static string Pascal(string name) => string.Concat(
        name.Replace("DTMF", "Dtmf", StringComparison.Ordinal)
            .Replace("REST", "Rest", StringComparison.Ordinal)
            .Replace("CEP", "Cep", StringComparison.Ordinal)
            .Replace("ID", "Id", StringComparison.Ordinal)
            .Split('_')
            .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    public static string Camel(string name)
    {
        var pascal = Pascal(name);
        return char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }

    /// <summary>Whether the serializer's naming policy turns the property's C# name back into the wire's.</summary>
    public static bool FollowsPolicy(string name) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(Pascal(name)) == name;

    public static string Type(string type) => type switch
    {
        "string" => "string",
        "int" => "int",
        "long" => "long",
        "double" => "double",
        "boolean" => "bool",
        "Date" => "DateTimeOffset",
        "object" => "JsonElement",
        _ when Element(type) is { } element => $"IReadOnlyList<{Type(element)}>",
        _ => Pascal(type),
    };

    /// <summary>What a missing value becomes: an older Asterisk may not send it.</summary>
    public static string Default(string type) => type switch
    {
        "string" => " = \"\";",
        "int" or "long" or "double" or "boolean" or "Date" or "object" => "",
        _ when Element(type) is not null => " = [];",
        _ => " = new();",
    };

    /// <summary>The element type of <c>List[Channel]</c>, or null.</summary>
    public static string? Element(string type) =>
        type.StartsWith("List[", StringComparison.Ordinal) ? type[5..^1] : null;

    /// <summary>The model that a type refers to, directly or as an element, or null for plain values.</summary>
    public static string? ModelOf(string type)
    {
        var name = Element(type) ?? type;
        var isPlain = name is "string" or "int" or "long" or "double" or "boolean" or "Date" or "object" or "void";
        return isPlain ? null : name;
    }
}

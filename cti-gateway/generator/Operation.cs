using System.Text.Json;

namespace CrmUms.CtiGateway.Generator;

/// <summary>One request: <c>POST /channels/{channelId}/answer</c>.</summary>
public sealed record Operation(
    string Resource, string Nickname, string Method, string Path, string Response, string Summary,
    IReadOnlyList<Parameter> Parameters)
{
    public string Name => $"{Resource}.{Nickname}";

    public static Operation Read(string resource, string path, JsonElement json) => new(
        resource,
        json.GetProperty("nickname").GetString()!,
        json.GetProperty("httpMethod").GetString()!,
        path,
        json.GetProperty("responseClass").GetString()!,
        json.GetProperty("summary").GetString()!,
        json.TryGetProperty("parameters", out var parameters)
            ? [.. parameters.EnumerateArray().Select(Parameter.Read)]
            : []);

    public IEnumerable<string> MissingFrom(Operation? other)
    {
        if (other is null || other.Method != Method || other.Path != Path)
        {
            return [$"{Method} {Path} ({Name})"];
        }

        var known = other.Parameters.Select(parameter => (parameter.Name, parameter.Place)).ToHashSet();
        return Parameters
            .Where(parameter => !known.Contains((parameter.Name, parameter.Place)))
            .Select(parameter => $"parameter {parameter.Name} of {Name}");
    }
}

/// <summary>One parameter of a request.</summary>
/// <param name="Name">As on the wire.</param>
/// <param name="Place"><c>path</c>, <c>query</c> or <c>body</c>.</param>
/// <param name="Type">The description's word for its type.</param>
/// <param name="IsRequired">Whether it must be given; a part of the path always must.</param>
public sealed record Parameter(string Name, string Place, string Type, bool IsRequired)
{
    public static Parameter Read(JsonElement json)
    {
        var place = json.GetProperty("paramType").GetString()!;
        return new Parameter(
            json.GetProperty("name").GetString()!,
            place,
            json.GetProperty("dataType").GetString()!,
            place == "path" || (json.TryGetProperty("required", out var required) && required.GetBoolean()));
    }
}

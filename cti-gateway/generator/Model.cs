using System.Text.Json;

namespace CrmUms.CtiGateway.Generator;

/// <summary>One kind of object on the wire.</summary>
public sealed record Model(
    string Name, string Description, IReadOnlyList<ModelProperty> Properties, IReadOnlyList<string> SubTypes)
{
    public static Model Read(string name, JsonElement json) => new(
        name,
        json.TryGetProperty("description", out var description) ? description.GetString()! : "",
        [.. json.GetProperty("properties").EnumerateObject().Select(ModelProperty.Read)],
        json.TryGetProperty("subTypes", out var subTypes)
            ? [.. subTypes.EnumerateArray().Select(subType => subType.GetString()!)]
            : []);

    public IEnumerable<string> MissingFrom(Model? other)
    {
        if (other is null)
        {
            return [$"model {Name}"];
        }

        var known = other.Properties.Select(property => (property.Name, property.Type)).ToHashSet();
        return Properties
            .Where(property => !known.Contains((property.Name, property.Type)))
            .Select(property => $"property {property.Name} of {Name}");
    }
}

/// <summary>One property of an object on the wire.</summary>
public sealed record ModelProperty(string Name, string Type, bool IsRequired)
{
    public static ModelProperty Read(JsonProperty json) => new(
        json.Name,
        json.Value.GetProperty("type").GetString()!,
        json.Value.TryGetProperty("required", out var required) && required.GetBoolean());
}

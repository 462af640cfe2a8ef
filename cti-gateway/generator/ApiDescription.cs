using System.Text.Json;

namespace CrmUms.CtiGateway.Generator;

/// <summary>Asterisk's description of its own interface (Swagger 1.1): operations by name, models by name.</summary>
public sealed class ApiDescription
{
    private readonly SortedDictionary<string, Operation> _operations = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Model> _models = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Model> Models => _models;

    public IReadOnlyDictionary<string, Operation> Operations => _operations;

    /// <summary>Every kind of event, REST responses over the WebSocket among them.</summary>
    public IReadOnlyList<Model> Events => [.. _models["Event"].SubTypes.Select(name => _models[name])];

    public static ApiDescription ReadFolder(string folder)
    {
        var description = new ApiDescription();
        foreach (var file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            description.Add(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file));
        }

        return description;
    }

    /// <summary>Adds one resource, as it lies in a file or is served below <c>/ari/api-docs/</c>.</summary>
    public void Add(string resource, string json)
    {
        using var document = JsonDocument.Parse(json);
        foreach (var api in document.RootElement.GetProperty("apis").EnumerateArray())
        {
            var path = api.GetProperty("path").GetString()!;
            foreach (var operation in api.GetProperty("operations").EnumerateArray())
            {
                var read = Operation.Read(resource, path, operation);
                _operations[read.Name] = read;
            }
        }

        if (document.RootElement.TryGetProperty("models", out var models))
        {
            foreach (var model in models.EnumerateObject())
            {
                _models[model.Name] = Model.Read(model.Name, model.Value);
            }
        }
    }

    /// <summary>What of ours another description (an older or newer Asterisk) lacks, in words.</summary>
    public IReadOnlyList<string> MissingFrom(ApiDescription other, IReadOnlyList<string> wanted)
    {
        var missing = new List<string>();
        foreach (var operation in wanted.Select(name => _operations[name]))
        {
            missing.AddRange(operation.MissingFrom(other._operations.GetValueOrDefault(operation.Name)));
        }

        foreach (var model in AriSource.ModelsNeeded(this, wanted).Concat(Events))
        {
            missing.AddRange(model.MissingFrom(other._models.GetValueOrDefault(model.Name)));
        }

        return missing;
    }
}

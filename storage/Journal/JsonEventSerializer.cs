using System.Text.Json;
using CrmUms.Storage.Events;

namespace CrmUms.Storage.Journal;

/// <summary>Events of the catalog to JSON and back.</summary>
public sealed class JsonEventSerializer(EventCatalog catalog) : IEventSerializer
{
    public SerializedPayload Serialize(object payload)
    {
        var manifest = catalog.ManifestOf(payload);
        var json = JsonSerializer.SerializeToUtf8Bytes(payload, payload.GetType(), EventJson.Options);
        return new SerializedPayload(manifest, json);
    }

    public object Deserialize(string manifest, ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, catalog.TypeOf(manifest), EventJson.Options)
            ?? throw new JsonException($"The journal holds an empty '{manifest}'.");
}

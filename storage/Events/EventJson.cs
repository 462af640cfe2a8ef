using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CrmUms.Acd.Shared;

namespace CrmUms.Storage.Events;

/// <summary>
/// How events stand in the journal: camelCase names and enums, ids and numbers as strings, spans as d.hh:mm:ss.
/// </summary>
public static class EventJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        // An event that lacks what its record needs is an error, not a zero.
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        // What a record computes from the rest is not part of what has happened.
        IgnoreReadOnlyProperties = true,
        // People read the journal: names stay as they are written. It never goes into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            Text(text => new AgentId(Id(text)), id => id.ToString()),
            Text(text => new InteractionId(Id(text)), id => id.ToString()),
            Text(text => new ClientId(Id(text)), id => id.ToString()),
            Text(text => new QueueId(text), id => id.Value),
            Text(text => new LegId(text), id => id.Value),
            Text(text => new PartyId(text), id => id.Value),
            Text(PhoneNumber.FromE164, number => number.E164),
        },
    };

    private static Guid Id(string text) =>
        Guid.TryParseExact(text, "n", out var id) ? id : throw new JsonException("An id is 32 hexadecimal digits.");

    private static TextConverter<T> Text<T>(Func<string, T> read, Func<T, string> write) => new(read, write);

    private sealed class TextConverter<T>(Func<string, T> read, Func<T, string> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            read(reader.GetString() ?? throw new JsonException($"{typeof(T).Name} is a string."));

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(write(value));
    }
}

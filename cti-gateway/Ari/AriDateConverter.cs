using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrmUms.CtiGateway.Ari;

/// <summary>Asterisk writes <c>2026-11-22T07:21:09.001+0000</c>: an offset without a colon.</summary>
internal sealed class AriDateConverter : JsonConverter<DateTimeOffset>
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fffzzz";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? throw new JsonException("A moment is missing.");
        return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(Form, CultureInfo.InvariantCulture));
}

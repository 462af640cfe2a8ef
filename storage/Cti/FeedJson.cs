using System.Text.Json;
using System.Text.Json.Serialization;
using CrmUms.Acd.Feed;
using CrmUms.Storage.Events;

namespace CrmUms.Storage.Cti;

/// <summary>How other systems are told: the words of the journal, and nothing that is null.</summary>
public static class FeedJson
{
    private static readonly JsonSerializerOptions Options = new(EventJson.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The event as it is sent.</summary>
    public static string Write(FeedEvent told) => JsonSerializer.Serialize(told, Options);

    internal static string Write(FeedContext known) => JsonSerializer.Serialize(known, Options);

    internal static FeedContext ReadContext(string json) =>
        JsonSerializer.Deserialize<FeedContext>(json, Options) ?? FeedContext.Unknown;
}

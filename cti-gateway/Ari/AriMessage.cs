using System.Text.Json;
using CrmUms.CtiGateway.Ari.Generated;

namespace CrmUms.CtiGateway.Ari;

/// <summary>One message of Asterisk's WebSocket: an event, the reply to a request, or something unknown.</summary>
internal abstract record AriMessage
{
    private AriMessage()
    {
    }

    public static AriMessage Read(ReadOnlySpan<byte> json)
    {
        var type = "";
        try
        {
            type = TypeOf(json);
            return Known(type, json);
        }
        catch (JsonException cause)
        {
            return new Unreadable(type, cause);
        }
    }

    private static AriMessage Known(string type, ReadOnlySpan<byte> json) =>
        AriEvents.Read(type, json) switch
        {
            RestResponse reply => new Reply(reply.RequestId, new AriReply(reply.StatusCode, reply.MessageBody ?? "")),
            { } happened => new Happened(happened),
            null => new Unknown(type),
        };

    private static string TypeOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            reader.Read();
            if (isType)
            {
                return reader.GetString() ?? "";
            }

            reader.Skip();
        }

        return "";
    }

    /// <summary>An event.</summary>
    public sealed record Happened(AriEvent Event) : AriMessage;

    /// <summary>The reply to the request of that id.</summary>
    public sealed record Reply(string RequestId, AriReply Answer) : AriMessage;

    /// <summary>An event that the description does not know: counted, not feared.</summary>
    public sealed record Unknown(string Type) : AriMessage;

    /// <summary>Not JSON, or an event that does not look as described. One of them harms no other.</summary>
    public sealed record Unreadable(string Type, Exception Cause) : AriMessage;
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CrmUms.CtiGateway.Ari;

/// <summary>One request to Asterisk, ready for either transport.</summary>
/// <param name="Method">GET, POST, PUT or DELETE.</param>
/// <param name="Uri">Path and query below <c>/ari/</c>.</param>
/// <param name="Body">JSON, or null.</param>
internal record AriRequest(string Method, string Uri, string? Body)
{
    /// <summary>What it has to do with prompts and recordings that run; null for nothing.</summary>
    public LegStep? Step { get; init; }

    /// <summary>What is asked, without ids: <c>POST channels answer</c>. For metrics and errors.</summary>
    public string Operation
    {
        get
        {
            var path = Uri.AsSpan();
            var query = path.IndexOf('?');
            path = query < 0 ? path : path[..query];
            var first = path.IndexOf('/');
            var last = path.LastIndexOf('/');
            return first == last
                ? $"{Method} {(first < 0 ? path : path[..first])}"
                : $"{Method} {path[..first]} {VerbOf(path, first, last)}";
        }
    }

    // channels/{id}/answer ends in a verb, channels/{id}/play/{id} has it before the last id.
    private static ReadOnlySpan<char> VerbOf(ReadOnlySpan<char> path, int first, int last)
    {
        var middle = path[(first + 1)..last];
        return middle.Contains('/') ? middle[(middle.LastIndexOf('/') + 1)..] : path[(last + 1)..];
    }
}

/// <summary>A request whose answer has a body of a known type.</summary>
internal sealed record AriRequest<T>(string Method, string Uri, string? Body, JsonTypeInfo<T> ReplyType)
    : AriRequest(Method, Uri, Body)
{
    /// <exception cref="JsonException">The body is not what the description promises.</exception>
    public T Read(AriReply reply) =>
        JsonSerializer.Deserialize(reply.Body, ReplyType) ?? throw new JsonException($"{Operation} answered null.");
}

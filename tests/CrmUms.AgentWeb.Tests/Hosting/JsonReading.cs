using System.Text.Json;

namespace CrmUms.AgentWeb.Tests.Hosting;

internal static class JsonReading
{
    /// <summary>An id as the wire writes it: 32 hexadecimal digits and nothing else.</summary>
    public static Guid GetGuidN(this JsonElement id) => Guid.ParseExact(id.GetString()!, "n");

    public static string? Text(this JsonElement element, params string[] path) =>
        path.Aggregate(element, (inner, name) => inner.GetProperty(name)).GetString();
}

using System.Text;

namespace CrmUms.CtiGateway.Ari;

/// <summary>Pure: paths and queries of requests.</summary>
internal static class AriUri
{
    public static string Escape(string segment) => Uri.EscapeDataString(segment);

    /// <summary>Path with a query of those values that are given.</summary>
    public static string Of(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var text = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in query)
        {
            if (value is not null)
            {
                text.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                separator = '&';
            }
        }

        return text.ToString();
    }
}

namespace CrmUms.Acd.Ivr.Values;

/// <summary>Whom a look-up asks is written in the flow: what a caller says may stand in path and query only.</summary>
internal static class HttpAddress
{
    public static bool IsAllowed(FlowTemplate url) => IsAddress(url) && !HasVariableHost(url);

    public static bool IsAddress(FlowTemplate url) =>
        Uri.TryCreate(url.Expand(static _ => "x", FlowLimits.TextMax), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.UserInfo.Length == 0;

    /// <summary>Whether a variable stands before the path begins.</summary>
    public static bool HasVariableHost(FlowTemplate url)
    {
        if (!url.Names.Any())
        {
            return false;
        }

        var beginning = url.Beginning;
        var host = beginning.IndexOf("://", StringComparison.Ordinal);
        return host < 0 || beginning.AsSpan(host + 3).IndexOfAny('/', '?', '#') < 0;
    }
}

using CrmUms.CtiGateway;

namespace CrmUms.AgentWeb.Operation;

/// <summary>Whose pages may show our softphone in a frame.</summary>
internal static class EmbedOrigins
{
    public const string SoftphonePage = "/softphone.html";

    public static IReadOnlyList<string> Of(CtiOptions options) =>
        options.EmbedOrigins.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Scheme, host and port, and nothing that would mean something else in a policy.</summary>
    public static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && text == address.GetLeftPart(UriPartial.Authority)
        && address.UserInfo.Length == 0;
}

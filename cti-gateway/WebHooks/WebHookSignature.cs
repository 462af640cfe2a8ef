using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CrmUms.CtiGateway.WebHooks;

/// <summary>
/// Says that a delivery is ours and new: an HMAC-SHA256 over instant and body, so that neither can be changed, and an
/// old one cannot be sent again as a fresh one.
/// </summary>
public static class WebHookSignature
{
    /// <summary>The header it stands in.</summary>
    public const string Header = "X-CrmUms-Signature";

    /// <summary>Of the form <c>t=1784021415,v1=hex</c>.</summary>
    public static string Of(string secret, DateTimeOffset now, string body)
    {
        var instant = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{instant}.{body}"));
        return $"t={instant},v1={Convert.ToHexStringLower(hash)}";
    }
}

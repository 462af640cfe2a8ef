using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace CrmUms.AgentWeb.Cti;

/// <summary>
/// A key: <c>crmums_</c>, its id, a point, 256 random bits. They cannot be guessed, so a plain hash guards them.
/// </summary>
internal static class ApiKeySecret
{
    private const string Prefix = "crmums_";
    private const int SecretBytes = 32;
    private const int LengthMax = 200;

    public static (string Key, byte[] Hash) Make(Guid id)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        return ($"{Prefix}{id:n}.{secret}", HashOf(secret));
    }

    /// <summary>False for what is no key of ours.</summary>
    public static bool TryRead(string key, out Guid id, [NotNullWhen(true)] out byte[]? hash)
    {
        (id, hash) = (default, null);
        if (key.Length > LengthMax
            || !key.StartsWith(Prefix, StringComparison.Ordinal)
            || key[Prefix.Length..].Split('.') is not [var name, { Length: > 0 } secret]
            || !Guid.TryParseExact(name, "n", out id))
        {
            return false;
        }

        hash = HashOf(secret);
        return true;
    }

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

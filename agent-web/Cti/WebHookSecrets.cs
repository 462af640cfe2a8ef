using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CrmUms.AgentWeb.Cti;

/// <summary>
/// What web hooks sign with. It must be readable to sign, so it is sealed with the server's own keys: the database
/// alone gives it to nobody.
/// </summary>
internal sealed class WebHookSecrets(IDataProtectionProvider protection)
{
    /// <summary>The failure of a delivery that cannot be signed; a new secret mends it.</summary>
    public const string Unreadable = "the secret cannot be read: make a new one";

    private const int SecretBytes = 32;

    private readonly IDataProtector _seal = protection.CreateProtector("web-hook");

    public static string Make() => "whsec_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    public string Seal(string secret) => _seal.Protect(secret);

    /// <summary>Null when the server's keys are not those that sealed it, as after a restore without them.</summary>
    public string? Open(string sealedSecret)
    {
        try
        {
            return _seal.Unprotect(sealedSecret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

using System.Globalization;
using System.Security.Claims;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;
using CrmUms.CrmCore.History;
using CrmUms.Storage.Identity;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CrmUms.AgentWeb.Identity;

/// <summary>Who speaks, as his session says.</summary>
internal static class SignedInUser
{
    private const string Login = "login";
    private const string Language = "language";
    private const string Began = "began";

    public static ClaimsPrincipal Of(Account account, DateTimeOffset now) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, account.EmployeeId.ToString("n")),
            new Claim(ClaimTypes.Name, account.DisplayName),
            new Claim(ClaimTypes.Role, Roles.Of(account.Role)),
            new Claim(Login, account.Login),
            new Claim(Language, account.Language),
            new Claim(Began, now.ToString("o", CultureInfo.InvariantCulture)),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme));

    public static SessionView ToSession(this ClaimsPrincipal user) => new(
        Value(user, ClaimTypes.NameIdentifier),
        Value(user, Login),
        Value(user, ClaimTypes.Name),
        Value(user, ClaimTypes.Role),
        Value(user, Language));

    /// <summary>When he signed in; null in a session of an earlier version.</summary>
    public static DateTimeOffset? SessionBegan(this ClaimsPrincipal user) =>
        DateTimeOffset.TryParseExact(
            user.FindFirstValue(Began), "o", CultureInfo.InvariantCulture, DateTimeStyles.None, out var began)
            ? began
            : null;

    public static AgentId AgentId(this ClaimsPrincipal user) =>
        new(Guid.ParseExact(Value(user, ClaimTypes.NameIdentifier), "n"));

    /// <summary>Whether an audio leg of his own may be open: the policy <see cref="Policies.Desk"/>.</summary>
    public static bool HasDesk(this ClaimsPrincipal user) =>
        user.IsInRole(Roles.Agent) || user.IsInRole(Roles.Supervisor);

    /// <summary>Agents see the calls that were theirs; supervisors see all; administrators see none.</summary>
    public static bool MaySee(this ClaimsPrincipal user, HistoryRow row) =>
        user.IsInRole(Roles.Supervisor) || (user.IsInRole(Roles.Agent) && row.WasOf(user.AgentId()));

    private static string Value(ClaimsPrincipal user, string claim) =>
        user.FindFirstValue(claim) ?? throw new InvalidOperationException($"A session without {claim}.");
}

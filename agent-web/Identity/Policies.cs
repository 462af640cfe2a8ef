using CrmUms.AgentWeb.Cti;
using CrmUms.Storage.Identity;
using Microsoft.AspNetCore.Authorization;

namespace CrmUms.AgentWeb.Identity;

/// <summary>Who may do what. Whatever names no policy is for the signed in only.</summary>
internal static class Policies
{
    public const string Agent = "agent";

    /// <summary>Whoever has a desk with an audio leg of his own.</summary>
    public const string Desk = "desk";

    public const string Supervision = "supervision";
    public const string Floor = "floor";
    public const string History = "history";
    public const string Administration = "administration";

    // Of other systems: they have keys, not sessions.
    public const string CtiFollow = "cti-follow";
    public const string CtiControl = "cti-control";
    public const string CtiAgents = "cti-agents";
    public const string CtiDial = "cti-dial";

    public static void AddPolicies(this IServiceCollection services) => services.AddAuthorizationBuilder()
        .SetFallbackPolicy(new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .Build())
        .AddPolicy(Agent, policy => policy.RequireRole(Roles.Agent))
        .AddPolicy(Desk, policy => policy.RequireRole(Roles.Agent, Roles.Supervisor))
        .AddPolicy(Supervision, policy => policy.RequireRole(Roles.Supervisor, Roles.Administrator))
        .AddPolicy(Floor, policy => policy.RequireRole(Roles.Supervisor))
        .AddPolicy(History, policy => policy.RequireRole(Roles.Agent, Roles.Supervisor))
        .AddPolicy(Administration, policy => policy.RequireRole(Roles.Administrator))
        .AddPolicy(CtiFollow, policy => RequireScope(policy, Scopes.Follow))
        .AddPolicy(CtiControl, policy => RequireScope(policy, Scopes.Control))
        .AddPolicy(CtiAgents, policy => RequireScope(policy, Scopes.Agents))
        .AddPolicy(CtiDial, policy => RequireScope(policy, Scopes.Dial));

    private static void RequireScope(AuthorizationPolicyBuilder policy, string scope) =>
        policy.AddAuthenticationSchemes(ApiKeyScheme.Name).RequireClaim(ApiKeyScheme.ScopeClaim, scope);
}

internal static class Roles
{
    public const string Agent = "agent";
    public const string Supervisor = "supervisor";
    public const string Administrator = "administrator";

    public static string Of(EmployeeRole role) => role switch
    {
        EmployeeRole.Agent => Agent,
        EmployeeRole.Supervisor => Supervisor,
        EmployeeRole.Administrator => Administrator,
        _ => throw new NotSupportedException(role.ToString()),
    };
}

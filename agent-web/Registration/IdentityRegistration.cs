using CrmUms.AgentWeb.Endpoints;
using CrmUms.AgentWeb.Identity;

namespace CrmUms.AgentWeb.Registration;

internal static class IdentityRegistration
{
    public static void AddIdentity(this IServiceCollection services)
    {
        services.AddSingleton<PasswordHashing>();
        services.AddSingleton<FailedSignIns>();
        services.AddSingleton<SignInService>();
        services.AddSingleton<EndedSessions>();
        services.AddSingleton<RuleChanging>();
        services.AddSingleton<StaffChanging>();
    }
}

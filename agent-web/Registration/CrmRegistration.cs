using CrmUms.Acd.Ports;
using CrmUms.CrmCore.Clients;

namespace CrmUms.AgentWeb.Registration;

internal static class CrmRegistration
{
    public static void AddCrm(this IServiceCollection services) =>
        services.AddSingleton<IClientDirectory, ClientDirectory>();
}

using CrmUms.Acd;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CrmCore.Clients;
using CrmUms.CrmCore.Ports;

namespace CrmUms.AgentWeb.Registration;

internal static class CrmRegistration
{
    public static void AddCrm(this IServiceCollection services) =>
        services.AddSingleton<IClientDirectory>(provider =>
        {
            var habits = provider.GetRequiredService<AcdOptions>();
            var plan = new NumberingPlan(habits.CountryCode, habits.NationalNumberLength);
            return new ClientDirectory(provider.GetRequiredService<IClientStore>(), plan);
        });
}

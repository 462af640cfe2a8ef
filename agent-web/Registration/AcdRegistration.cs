using CrmUms.Acd;
using CrmUms.Acd.Ports;
using CrmUms.AgentWeb.Identity;

namespace CrmUms.AgentWeb.Registration;

internal static class AcdRegistration
{
    public static void AddAcd(this IServiceCollection services)
    {
        services.AddSingleton(provider => new AcdServices(
            provider.GetRequiredService<ICallControl>(),
            provider.GetRequiredService<IAgentPhones>(),
            provider.GetRequiredService<IClientDirectory>(),
            provider.GetRequiredService<IStaffDirectory>(),
            provider.GetRequiredService<IPromptLibrary>(),
            provider.GetRequiredService<IHttpLookUps>(),
            provider.GetRequiredService<IOpenInteractions>(),
            provider.GetRequiredService<ILastAgents>(),
            provider.GetRequiredService<IHandBackTickets>(),
            provider.GetRequiredService<AcdOptions>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger("CrmUms.Acd"))
        {
            DayEvents = provider.GetRequiredService<IDayEvents>(),
            Music = provider.GetRequiredService<IMusicClasses>(),
        });
        services.AddSingleton<HandBackTickets>();
        services.AddSingleton<IHandBackTickets>(provider => provider.GetRequiredService<HandBackTickets>());
        services.AddSingleton<RunningAcd>();
        services.AddSingleton(provider => provider.GetRequiredService<RunningAcd>().Refs);
    }
}

/// <summary>The addresses of the ACD, from the moment when it has recovered. Nothing is served before.</summary>
internal sealed class RunningAcd(ActorSystem system, AcdServices services)
{
    private AcdRefs? _refs;

    public AcdRefs Refs => _refs ?? throw new InvalidOperationException("The ACD has not recovered yet.");

    public async Task StartAsync(TimeSpan within) => _refs = await AcdRoot.StartAsync(system, services, within);
}

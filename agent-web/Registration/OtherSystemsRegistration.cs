using CrmUms.AgentWeb.Cti;
using CrmUms.AgentWeb.Endpoints;
using CrmUms.CtiGateway.WebHooks;

namespace CrmUms.AgentWeb.Registration;

/// <summary>The interface for other systems. Behind the operation: it begins when the server has started.</summary>
internal static class OtherSystemsRegistration
{
    public static void AddOtherSystems(this IServiceCollection services)
    {
        services.AddCtiLimits();
        services.AddSingleton<CtiSockets>();
        services.AddSingleton<FeedReader>();
        services.AddSingleton<EventSocket>();
        services.AddSingleton<CtiCommands>();
        services.AddSingleton<WebHookSecrets>();
        services.AddSingleton<WebHookSender>();
        services.AddSingleton<WebHooksEndpoints.WebHooksWork>();
        services.AddSingleton<FeedUpkeep>();
        services.AddSingleton<DeadLetterNews>();
        services.AddSingleton<WebHookPump>();
        services.AddHostedService<CtiWork>();
    }
}

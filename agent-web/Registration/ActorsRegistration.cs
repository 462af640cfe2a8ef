using CrmUms.AgentWeb.Runtime;

namespace CrmUms.AgentWeb.Registration;

internal static class ActorsRegistration
{
    public static void AddActors(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(ActorRuntime.Create);
    }
}

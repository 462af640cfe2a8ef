using CrmUms.AgentWeb.Operation;

namespace CrmUms.AgentWeb.Registration;

internal static class OperationRegistration
{
    public static void AddOperation(this IServiceCollection services)
    {
        // Made before anything else measures: a listener hears only what comes after it.
        services.AddSingleton(new MetricsCollector());
        services.AddSingleton<Heartbeat>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<Seed>();
        services.AddHostedService<StartUp>();
    }
}

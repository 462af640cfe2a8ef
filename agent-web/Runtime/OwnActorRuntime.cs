using CrmUms.Storage.Journal;

namespace CrmUms.AgentWeb.Runtime;

/// <summary>
/// Starts our own kernel on our own journal. Its twin, AkkaActorRuntime, starts Akka.NET on the same tables.
/// </summary>
internal static class ActorRuntime
{
    public static ActorSystem Create(IServiceProvider services) => ActorSystem.Create("crmums", new ActorSystemOptions
    {
        Journal = services.GetRequiredService<PostgresJournal>(),
        LoggerFactory = services.GetRequiredService<ILoggerFactory>(),
        TimeProvider = services.GetRequiredService<TimeProvider>(),
    });

    public static void AddJournal(IServiceCollection services)
    {
        services.AddSingleton<IEventSerializer, JsonEventSerializer>();
        services.AddSingleton<PostgresJournal>();
    }
}

using CrmUms.Storage.Journal;

namespace CrmUms.AgentWeb.Runtime;

/// <summary>
/// Starts our own kernel on our own journal. Its twin, AkkaActorRuntime, starts Akka.NET on the same tables.
/// </summary>
internal static class ActorRuntime
{
    // sysexits.h: try again later. The watchdog does.
    private const int TemporaryFailure = 75;

    public static ActorSystem Create(IServiceProvider services)
    {
        var journal = services.GetRequiredService<PostgresJournal>();
        var lifetime = services.GetRequiredService<IHostApplicationLifetime>();
        journal.GivenUp += () =>
        {
            Environment.ExitCode = TemporaryFailure;
            lifetime.StopApplication();
        };
        return ActorSystem.Create("crmums", new ActorSystemOptions
        {
            Journal = journal,
            LoggerFactory = services.GetRequiredService<ILoggerFactory>(),
            TimeProvider = services.GetRequiredService<TimeProvider>(),
        });
    }

    public static void AddJournal(IServiceCollection services)
    {
        services.AddSingleton<IEventSerializer, JsonEventSerializer>();
        services.AddSingleton<PostgresJournal>();
    }
}

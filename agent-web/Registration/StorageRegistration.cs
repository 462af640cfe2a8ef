using CrmUms.Acd;
using CrmUms.Acd.Ports;
using CrmUms.AgentWeb.Runtime;
using CrmUms.CrmCore.Ports;
using CrmUms.Recording.Ports;
using CrmUms.Storage;
using CrmUms.Storage.Acd;
using CrmUms.Storage.Audit;
using CrmUms.Storage.Chat;
using CrmUms.Storage.Crm;
using CrmUms.Storage.Cti;
using CrmUms.Storage.Demo;
using CrmUms.Storage.Events;
using CrmUms.Storage.Identity;
using CrmUms.Storage.Projections;
using CrmUms.Storage.Recording;

namespace CrmUms.AgentWeb.Registration;

internal static class StorageRegistration
{
    /// <summary>Every module that journals, one line each.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, Type>> JournalledTypes { get; } = [AcdEvents.Manifests];

    public static void AddStorage(this IServiceCollection services)
    {
        services.AddSingleton<PostgresDatabase>();
        services.AddSingleton<Migrator>();
        services.AddSingleton(new EventCatalog(JournalledTypes));
        services.AddSingleton<ProjectionBell>();
        services.AddSingleton<ReadModelNews>();
        services.AddSingleton<Projector>();
        services.AddSingleton<PostgresAccountStore>();
        services.AddSingleton<PostgresEmployeeStore>();
        services.AddSingleton<PostgresAuditLog>();
        services.AddSingleton<PostgresFeed>();
        services.AddSingleton<PostgresApiKeys>();
        services.AddSingleton<PostgresWebHooks>();
        services.AddSingleton<PostgresDeliveries>();
        services.AddSingleton<PostgresRuleHistory>();
        services.AddSingleton<PostgresPreferences>();
        services.AddSingleton<PostgresNotices>();
        services.AddSingleton<PostgresChat>();
        services.AddSingleton<PostgresAgentDays>();
        services.AddSingleton<PostgresSurveys>();
        services.AddSingleton<DemoSeed>();
        services.AddSingleton<IOpenInteractions, PostgresOpenInteractions>();
        services.AddSingleton<IDayEvents, PostgresDayEvents>();
        services.AddSingleton<IPastInteractions, PostgresPastInteractions>();
        services.AddSingleton<ILastAgents, PostgresLastAgents>();
        services.AddSingleton<IStaffDirectory, PostgresStaffDirectory>();
        services.AddSingleton<IHistoryStore, PostgresHistory>();
        services.AddSingleton<IClientStore, PostgresClientStore>();
        services.AddSingleton<ICaseStore, PostgresCaseStore>();
        services.AddSingleton<ITopicStore, PostgresTopicStore>();
        services.AddSingleton<IRecordingIndex, PostgresRecordingIndex>();
        services.AddSingleton<IPromptIndex, PostgresPromptIndex>();
        ActorRuntime.AddJournal(services);
    }
}

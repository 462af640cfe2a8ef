using System.Collections.Immutable;
using System.Text.Json;
using Akka.Configuration;
using Akka.Serialization;
using CrmUms.AgentWeb.Registration;
using CrmUms.Storage;
using CrmUms.Storage.Events;

namespace CrmUms.AgentWeb.Runtime;

/// <summary>
/// Starts Akka.NET on Akka.Persistence.Sql, over the same tables and the same JSON as our own kernel's journal.
/// Compiled with <c>-p:ActorRuntime=Akka</c> only, in place of OwnActorRuntime.
/// </summary>
internal static class ActorRuntime
{
    public static ActorSystem Create(IServiceProvider services)
    {
        var connection = services.GetRequiredService<PostgresOptions>().ConnectionString;
        var catalog = services.GetRequiredService<EventCatalog>();
        var persistence = ConfigurationFactory.ParseString(
            $$"""
            akka.persistence {
              journal {
                plugin = "akka.persistence.journal.sql"
                sql {
                  class = "Akka.Persistence.Sql.Journal.SqlWriteJournal, Akka.Persistence.Sql"
                  connection-string = {{Quoted(connection)}}
                  provider-name = "PostgreSQL.15"
                  auto-initialize = false
                }
              }
              snapshot-store {
                plugin = "akka.persistence.snapshot-store.sql"
                sql {
                  class = "Akka.Persistence.Sql.Snapshot.SqlSnapshotStore, Akka.Persistence.Sql"
                  connection-string = {{Quoted(connection)}}
                  provider-name = "PostgreSQL.15"
                  auto-initialize = false
                }
              }
            }
            """);
        return ActorSystem.Create("crmums", BootstrapSetup.Create().WithConfig(persistence).And(
            SerializationSetup.Create(system => ImmutableHashSet.Create(SerializerDetails.Create(
                "crmums-events", new AkkaEventSerializer(system, catalog), JournalledTypes())))));
    }

    public static void AddJournal(IServiceCollection services)
    {
        // Akka.Persistence.Sql brings its own.
    }

    private static ImmutableHashSet<Type> JournalledTypes() =>
        [.. StorageRegistration.JournalledTypes.SelectMany(module => module.Values)];

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private sealed class AkkaEventSerializer(ExtendedActorSystem system, EventCatalog catalog)
        : SerializerWithStringManifest(system)
    {
        // The number that our own journal writes beside each event.
        public override int Identifier => 7100;

        public override string Manifest(object o) => catalog.ManifestOf(o);

        public override byte[] ToBinary(object obj) =>
            JsonSerializer.SerializeToUtf8Bytes(obj, obj.GetType(), EventJson.Options);

        public override object FromBinary(byte[] bytes, string manifest) =>
            JsonSerializer.Deserialize(bytes, catalog.TypeOf(manifest), EventJson.Options)
                ?? throw new JsonException($"The journal holds an empty '{manifest}'.");
    }
}

using System.Text.Json;
using Akka.Configuration;
using CrmUms.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrmUms.KernelBenches;

/// <summary>
/// The journal a bench writes to when compiled with <c>-p:ActorRuntime=Akka</c>: Akka.Persistence.Sql over the same
/// tables where CRMUMS_PG says which PostgreSQL, Akka's own memory otherwise.
/// </summary>
internal sealed class JournalTarget : IAsyncDisposable
{
    private readonly Config _config;

    private JournalTarget(string name, Config config) => (Name, _config) = (name, config);

    public string Name { get; }

    /// <summary>
    /// Opens it; a database gets its tables first. Its events are the bench's own: give it one to throw away.
    /// </summary>
    public static async Task<JournalTarget> OpenAsync()
    {
        if (Environment.GetEnvironmentVariable("CRMUMS_PG") is not { Length: > 0 } connectionString)
        {
            return new JournalTarget("memory", Config.Empty);
        }

        await using var database = new PostgresDatabase(new PostgresOptions { ConnectionString = connectionString });
        await new Migrator(database, TimeProvider.System, NullLogger<Migrator>.Instance).RunAsync(default);
        return new JournalTarget("postgresql", ConfigurationFactory.ParseString(
            $$"""
            akka.persistence.journal {
              plugin = "akka.persistence.journal.sql"
              sql {
                class = "Akka.Persistence.Sql.Journal.SqlWriteJournal, Akka.Persistence.Sql"
                connection-string = {{JsonSerializer.Serialize(connectionString)}}
                provider-name = "PostgreSQL.15"
                auto-initialize = false
              }
            }
            """));
    }

    public ActorSystem CreateSystem() => ActorSystem.Create("bench", _config);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

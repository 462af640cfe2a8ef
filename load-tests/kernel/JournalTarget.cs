using CrmUms.Storage;
using CrmUms.Storage.Events;
using CrmUms.Storage.Journal;
using CrmUms.Storage.Projections;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrmUms.KernelBenches;

/// <summary>The journal a bench writes to: PostgreSQL where CRMUMS_PG says which, memory otherwise.</summary>
internal sealed class JournalTarget : IAsyncDisposable
{
    private static readonly EventCatalog Catalog =
        new(new Dictionary<string, Type> { ["bench-event"] = typeof(BenchEvent) });

    private readonly IEventJournal _journal;
    private readonly PostgresDatabase? _database;

    private JournalTarget(string name, IEventJournal journal, PostgresDatabase? database) =>
        (Name, _journal, _database) = (name, journal, database);

    public string Name { get; }

    /// <summary>
    /// Opens it; a database gets its tables first. Its events are the bench's own: give it one to throw away.
    /// </summary>
    public static async Task<JournalTarget> OpenAsync()
    {
        if (Environment.GetEnvironmentVariable("CRMUMS_PG") is not { Length: > 0 } connectionString)
        {
            return new JournalTarget("memory", new InMemoryJournal(), database: null);
        }

        var database = new PostgresDatabase(new PostgresOptions { ConnectionString = connectionString });
        await new Migrator(database, TimeProvider.System, NullLogger<Migrator>.Instance).RunAsync(default);
        var journal = new PostgresJournal(
            database,
            new JsonEventSerializer(Catalog),
            new ProjectionBell(),
            TimeProvider.System,
            NullLogger<PostgresJournal>.Instance);
        return new JournalTarget("postgresql", journal, database);
    }

    public ActorSystem CreateSystem() =>
        ActorSystem.Create("bench", new ActorSystemOptions { Journal = _journal });

    public async ValueTask DisposeAsync()
    {
        if (_journal is IAsyncDisposable journal)
        {
            await journal.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }
}

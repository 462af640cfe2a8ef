using CrmUms.Acd;
using CrmUms.Storage.Events;
using CrmUms.Storage.Journal;
using CrmUms.Storage.Projections;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrmUms.Storage.Tests.Server;

/// <summary>A test with a database of its own, a journal and the projector.</summary>
public abstract class DatabaseTest(PostgresServer server) : IAsyncLifetime
{
    private readonly Dictionary<string, long> _sequence = [];
    private TestDatabase? _test;

    protected static EventCatalog Catalog { get; } = new(AcdEvents.Manifests);

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected PostgresDatabase Database => Test.Database;

    protected PostgresJournal Journal { get; private set; } = null!;

    protected Projector Projector { get; private set; } = null!;

    private protected TestDatabase Test => _test ?? throw new InvalidOperationException("The test has not begun.");

    public async ValueTask InitializeAsync()
    {
        _test = await server.CreateDatabaseAsync();
        var bell = new ProjectionBell();
        Journal = new PostgresJournal(
            Database,
            new JsonEventSerializer(Catalog),
            bell,
            TimeProvider.System,
            NullLogger<PostgresJournal>.Instance);
        Projector = new Projector(
            Database, Catalog, bell, new ReadModelNews(), TimeProvider.System, NullLogger<Projector>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        Projector.Dispose();
        await Journal.DisposeAsync();
        await Test.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Journals what has happened, as its actor would.</summary>
    protected async Task HappenedAsync(string persistenceId, params object[] events)
    {
        var from = _sequence.GetValueOrDefault(persistenceId);
        _sequence[persistenceId] = from + events.Length;
        var stored = events.Select((happened, index) => new PersistedEvent(
            persistenceId, from + index + 1, happened, DateTimeOffset.UnixEpoch, Guid.Empty));
        await Journal.WriteAsync([new AtomicWrite(persistenceId, [.. stored])], Cancellation);
    }
}

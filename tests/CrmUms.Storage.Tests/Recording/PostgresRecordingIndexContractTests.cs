using CrmUms.Acd.Interactions;
using CrmUms.Acd.Shared;
using CrmUms.Recording.Ports;
using CrmUms.Storage.Recording;
using CrmUms.Storage.Tests.Server;
using CrmUms.TestKit.Contracts;

namespace CrmUms.Storage.Tests.Recording;

/// <summary>The index in PostgreSQL does what every index does.</summary>
public sealed class PostgresRecordingIndexContractTests(PostgresServer server) : RecordingIndexContract, IAsyncLifetime
{
    private readonly JournalledCalls _calls = new(server);

    protected override IRecordingIndex Index => _calls.Index;

    public ValueTask InitializeAsync() => _calls.InitializeAsync();

    public ValueTask DisposeAsync() => _calls.DisposeAsync();

    protected override Task ArriveAsync(InteractionId interaction, string rawFile, DateTimeOffset at) =>
        _calls.HappenedAsync(new InteractionArrived(
            interaction, new LegId(rawFile), "1000", CallerNumber.Anonymous, rawFile, at));

    protected override Task EndAsync(InteractionId interaction, DateTimeOffset at) =>
        _calls.HappenedAsync(new InteractionEnded(interaction, InteractionEnding.CallerHungUp, at));

    private sealed class JournalledCalls(PostgresServer server) : DatabaseTest(server)
    {
        public PostgresRecordingIndex Index => new(Database, Projector);

        public Task HappenedAsync(IInteractionEvent happened) =>
            HappenedAsync(InteractionActor.PersistenceIdOf(happened.Interaction), happened);
    }
}

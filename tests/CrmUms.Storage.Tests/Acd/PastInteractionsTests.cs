using CrmUms.Acd.Shared;
using CrmUms.Storage.Acd;
using CrmUms.Storage.Tests.Server;

namespace CrmUms.Storage.Tests.Acd;

/// <summary>What has happened to one interaction, event by event.</summary>
public sealed class PastInteractionsTests(PostgresServer server) : DatabaseTest(server)
{
    private static readonly DateTimeOffset Morning = new(2026, 7, 14, 4, 0, 0, TimeSpan.Zero);

    private PostgresPastInteractions Past => new(Database, Catalog);

    [Fact]
    public async Task An_interaction_is_read_in_the_order_in_which_it_happened_and_no_other_with_it()
    {
        var (call, other) = (new Call(Morning), new Call(Morning));
        await HappenedAsync(call.PersistenceId, call.Arrived(), call.Queued(1));
        await HappenedAsync(other.PersistenceId, other.Arrived());
        await HappenedAsync(call.PersistenceId, call.Offered(2), call.Connected(4), call.Ended(9));

        (await Past.ReadAsync(call.Id, Cancellation)).ShouldBe(
            [call.Arrived(), call.Queued(1), call.Offered(2), call.Connected(4), call.Ended(9)]);
        (await Past.ReadAsync(new InteractionId(Guid.NewGuid()), Cancellation)).ShouldBeEmpty();
    }
}

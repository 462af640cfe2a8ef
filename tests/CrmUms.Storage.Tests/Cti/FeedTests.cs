using System.Text.Json;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Feed;
using CrmUms.Storage.Cti;
using CrmUms.Storage.Tests.Acd;
using CrmUms.Storage.Tests.Server;

namespace CrmUms.Storage.Tests.Cti;

public sealed class FeedTests(PostgresServer server) : DatabaseTest(server)
{
    private static readonly DateTimeOffset Morning = new(2026, 7, 14, 9, 0, 0, TimeSpan.Zero);

    private PostgresFeed Feed => new(Database);

    [Fact]
    public async Task Events_stand_in_the_order_of_the_journal_and_pages_join_without_a_gap()
    {
        for (var number = 0; number < 20; number++)
        {
            var call = new Call(Morning);
            await HappenedAsync(call.PersistenceId, call.Arrived(), call.Queued(1), call.Offered(2), call.Connected(3));
            await HappenedAsync($"agent-{call.Agent}", new AgentBecameReady(call.Agent, call.At(4)));
        }

        await Projector.CatchUpAsync(Cancellation);
        var (all, after) = (new List<FeedRow>(), 0L);
        while (await Feed.ReadAsync(after, null, 7, Cancellation) is { Rows.Count: > 0 } page)
        {
            all.AddRange(page.Rows);
            after = page.Reached;
        }

        all.Count.ShouldBe(100);
        all.Select(row => row.Sequence).ShouldBeInOrder();
        all.Select(row => row.Sequence).ShouldBeUnique();
        after.ShouldBe((await Feed.GetStateAsync(Cancellation)).Latest);
        foreach (var row in all)
        {
            using var body = JsonDocument.Parse(row.Body);
            body.RootElement.GetProperty("sequence").GetInt64().ShouldBe(row.Sequence);
            body.RootElement.GetProperty("type").GetString().ShouldBe(row.Type);
        }
    }

    [Fact]
    public async Task What_is_known_of_a_call_outlives_the_batch()
    {
        var call = new Call(Morning);
        await HappenedAsync(call.PersistenceId, call.Arrived(), call.Queued(1));
        await Projector.CatchUpAsync(Cancellation);
        await HappenedAsync(call.PersistenceId, call.Offered(2));

        await Projector.CatchUpAsync(Cancellation);

        var offered = (await Feed.ReadAsync(0, [FeedTypes.Offered], 10, Cancellation)).Rows.ShouldHaveSingleItem();
        using var body = JsonDocument.Parse(offered.Body);
        body.RootElement.GetProperty("number").GetString().ShouldBe("+998901234567");
        body.RootElement.GetProperty("queueId").GetString().ShouldBe("support");
        offered.SubjectId.ShouldBe(call.Id.Value);
    }

    [Fact]
    public async Task A_page_of_some_types_goes_past_all_others()
    {
        var call = new Call(Morning);
        await HappenedAsync(call.PersistenceId, call.Arrived(), call.Queued(1), call.Ended(2));
        await Projector.CatchUpAsync(Cancellation);

        var page = await Feed.ReadAsync(0, [FeedTypes.Arrived], 10, Cancellation);

        page.Rows.Count.ShouldBe(1);
        page.Reached.ShouldBe(page.State.Latest);
    }

    [Fact]
    public async Task What_is_old_is_forgotten_and_whoever_asks_for_it_is_told()
    {
        var (old, young) = (new Call(Morning), new Call(Morning.AddDays(8)));
        await HappenedAsync(old.PersistenceId, old.Arrived(), old.Queued(1));
        await HappenedAsync(young.PersistenceId, young.Arrived());
        await Projector.CatchUpAsync(Cancellation);

        (await Feed.PruneAsync(Morning.AddDays(7), Cancellation)).ShouldBe(2);

        var state = await Feed.GetStateAsync(Cancellation);
        (await Feed.ReadAsync(0, null, 10, Cancellation)).IsGone.ShouldBeTrue();
        var page = await Feed.ReadAsync(state.PrunedThrough, null, 10, Cancellation);
        page.IsGone.ShouldBeFalse();
        page.Rows.ShouldHaveSingleItem().SubjectId.ShouldBe(young.Id.Value);
        (await Feed.PruneAsync(Morning.AddDays(7), Cancellation)).ShouldBe(0);
        (await Feed.GetStateAsync(Cancellation)).PrunedThrough.ShouldBe(state.PrunedThrough);
    }
}

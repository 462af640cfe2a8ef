using CrmUms.Acd.Feed;
using CrmUms.Storage.Cti;
using CrmUms.Storage.Tests.Acd;
using CrmUms.Storage.Tests.Server;

namespace CrmUms.Storage.Tests.Cti;

public sealed class DeliveriesTests(PostgresServer server) : DatabaseTest(server)
{
    private static readonly DateTimeOffset Morning = new(2026, 7, 14, 9, 0, 0, TimeSpan.Zero);

    private PostgresWebHooks Hooks => new(Database, TimeProvider.System);

    private PostgresDeliveries Deliveries => new(Database, TimeProvider.System);

    [Fact]
    public async Task A_new_web_hook_is_told_what_happens_from_now_on()
    {
        await CallAsync();

        var hook = await AddAsync();

        hook.Position.ShouldBe((await new PostgresFeed(Database).GetStateAsync(Cancellation)).Latest);
    }

    [Fact]
    public async Task Place_and_what_is_set_aside_move_together_and_only_from_where_they_were()
    {
        var hook = await AddAsync();
        var rows = await CallAsync();

        (await Deliveries.MoveAsync(hook, rows[0].Sequence, [], [rows[0]], "HTTP 500", Cancellation)).ShouldBeTrue();
        (await Deliveries.MoveAsync(hook, rows[1].Sequence, [rows[1]], [rows[1]], "late", Cancellation))
            .ShouldBeFalse();

        (await FindAsync(hook)).Position.ShouldBe(rows[0].Sequence);
        var letter = (await Deliveries.ListLettersAsync(hook.WebHookId, 10, Cancellation)).ShouldHaveSingleItem();
        (letter.Sequence, letter.Failure, letter.Body).ShouldBe((rows[0].Sequence, "HTTP 500", rows[0].Body));
        (await Deliveries.ListBlockedAsync(hook.WebHookId, Cancellation)).ShouldBe([rows[0].SubjectId]);
    }

    [Fact]
    public async Task Attempts_outlive_a_restart_and_end_with_the_next_step()
    {
        var hook = await AddAsync();
        var rows = await CallAsync();

        await Deliveries.PostponeAsync(hook, 3, Morning, "no answer in time", Cancellation);

        var waiting = await FindAsync(hook);
        (waiting.Attempts, waiting.DueAt, waiting.Failure).ShouldBe((3, Morning, "no answer in time"));
        await Deliveries.MoveAsync(waiting, rows[0].Sequence, [rows[0]], [], "", Cancellation);
        var moved = await FindAsync(hook);
        (moved.Attempts, moved.DueAt, moved.Failure).ShouldBe((0, (DateTimeOffset?)null, (string?)null));
        moved.DeliveredAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Dead_letters_are_wanted_again_by_subject_in_order_and_one_that_fails_stops_the_rest()
    {
        var hook = await AddAsync();
        var (first, second) = (await CallAsync(), await CallAsync());
        await Deliveries.MoveAsync(hook, second[^1].Sequence, [], [.. first, .. second], "HTTP 500", Cancellation);

        (await Deliveries.WantAgainAsync(hook.WebHookId, first[0].SubjectId, Cancellation)).ShouldBe(first.Count);

        var wanted = await Deliveries.ListWantedAsync(hook.WebHookId, 10, Cancellation);
        wanted.Select(letter => letter.Sequence).ShouldBe(first.Select(row => row.Sequence));
        await Deliveries.TakenAsync(hook.WebHookId, wanted[0].Sequence, Cancellation);
        await Deliveries.NotTakenAsync(hook.WebHookId, wanted[1], "HTTP 503", Cancellation);
        (await Deliveries.ListWantedAsync(hook.WebHookId, 10, Cancellation)).ShouldBeEmpty();
        (await FindAsync(hook)).DeadLetters.ShouldBe(first.Count + second.Count - 1);
        (await Deliveries.DropAsync(hook.WebHookId, null, Cancellation)).ShouldBe(first.Count + second.Count - 1);
    }

    [Fact]
    public async Task A_state_of_an_agent_that_was_not_taken_holds_up_none_that_follow_and_goes_with_the_next()
    {
        var hook = await AddAsync();
        var agent = Guid.NewGuid();
        var (first, second) = (StateOf(agent, 1), StateOf(agent, 2));
        await Deliveries.MoveAsync(hook, 600, [], [first, StateOf(Guid.NewGuid(), 1, offset: 500)], "x", Cancellation);

        (await Deliveries.ListBlockedAsync(hook.WebHookId, Cancellation)).ShouldBeEmpty();
        await Deliveries.MoveAsync(await FindAsync(hook), 700, [second], [], "", Cancellation);

        (await Deliveries.ListLettersAsync(hook.WebHookId, 10, Cancellation))
            .ShouldHaveSingleItem().SubjectId.ShouldNotBe(agent);
    }

    [Fact]
    public async Task Dead_letters_are_forgotten_with_their_age()
    {
        var hook = await AddAsync();
        var rows = await CallAsync();
        await Deliveries.MoveAsync(hook, rows[0].Sequence, [], [rows[0]], "HTTP 500", Cancellation);

        var before = (await Deliveries.ListLettersAsync(hook.WebHookId, 1, Cancellation))[0];
        await Deliveries.NotTakenAsync(hook.WebHookId, before, "HTTP 503", Cancellation);
        (await Deliveries.ListLettersAsync(hook.WebHookId, 1, Cancellation))[0].FailedAt
            .ShouldBe(before.FailedAt, "another attempt in vain makes it no younger");
        (await Deliveries.DropOldAsync(TimeProvider.System.GetUtcNow().AddDays(-1), Cancellation)).ShouldBe(0);
        (await Deliveries.DropOldAsync(TimeProvider.System.GetUtcNow().AddDays(1), Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task Of_too_many_dead_letters_the_oldest_go_and_another_web_hook_keeps_its_own()
    {
        var (hook, other) = (await AddAsync(), await AddAsync());
        var rows = await CallAsync();
        await Deliveries.MoveAsync(hook, rows[^1].Sequence, [], rows, "HTTP 500", Cancellation);
        await Deliveries.MoveAsync(other, rows[^1].Sequence, [], rows, "HTTP 500", Cancellation);

        (await Deliveries.DropWithoutPlaceAsync(hook.WebHookId, rows.Count, Cancellation)).ShouldBe(0);
        (await Deliveries.DropWithoutPlaceAsync(hook.WebHookId, 1, Cancellation)).ShouldBe(rows.Count - 1);

        (await Deliveries.ListLettersAsync(hook.WebHookId, 10, Cancellation))
            .ShouldHaveSingleItem().Sequence.ShouldBe(rows[^1].Sequence);
        (await FindAsync(other)).DeadLetters.ShouldBe(rows.Count);
    }

    private static FeedRow StateOf(Guid agent, long sequence, long offset = 0) =>
        new() { Sequence = sequence + offset, SubjectId = agent, Type = FeedTypes.AgentStateChanged, Body = "{}" };

    private async Task<WebHook> AddAsync()
    {
        await Projector.CatchUpAsync(Cancellation);
        var hook = new WebHook
        {
            WebHookId = Guid.NewGuid(),
            Name = "CRM",
            Url = "https://crm.example/",
            SealedSecret = "sealed",
            Types = [.. FeedTypes.All],
            IsEnabled = true,
        };
        await Hooks.AddAsync(hook, Cancellation);
        return await FindAsync(hook);
    }

    private async Task<WebHook> FindAsync(WebHook hook) =>
        (await Hooks.FindAsync(hook.WebHookId, Cancellation)).ShouldNotBeNull();

    private async Task<IReadOnlyList<FeedRow>> CallAsync()
    {
        var call = new Call(Morning);
        await HappenedAsync(call.PersistenceId, call.Arrived(), call.Queued(1), call.Offered(2));
        await Projector.CatchUpAsync(Cancellation);
        var page = await new PostgresFeed(Database).ReadAsync(0, null, 1_000, Cancellation);
        return [.. page.Rows.Where(row => row.SubjectId == call.Id.Value)];
    }
}

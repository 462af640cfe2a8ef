using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;

namespace CrmUms.Storage.Tests.Journal;

/// <summary>What every journal promises to the actors.</summary>
public abstract class JournalContract
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract IEventJournal Journal { get; }

    [Fact]
    public async Task What_was_written_is_replayed_in_order_and_unchanged()
    {
        await WriteAsync(Write("agent-1", 1, Ready(1), NotReady(2, "break")), Write("agent-1", 3, Ready(3)));

        var replayed = await ReplayAsync("agent-1");

        replayed.Select(stored => stored.Payload).ShouldBe([Ready(1), NotReady(2, "break"), Ready(3)]);
        replayed.Select(stored => stored.SequenceNr).ShouldBe([1L, 2L, 3L]);
        replayed[0].At.ShouldBe(At(1));
        replayed[0].WriterUuid.ShouldBe(Writer);
    }

    [Fact]
    public async Task A_replay_keeps_to_its_bounds()
    {
        await WriteAsync(Write("agent-1", 1, Ready(1), Ready(2), Ready(3), Ready(4)));

        (await ReplayAsync("agent-1", 2, 3)).Select(stored => stored.SequenceNr).ShouldBe([2L, 3L]);
    }

    [Fact]
    public async Task Actors_do_not_see_each_others_events()
    {
        await WriteAsync(Write("agent-1", 1, Ready(1)), Write("agent-2", 1, Ready(2)), Write("agent-1", 2, Ready(3)));

        (await ReplayAsync("agent-1")).Select(stored => stored.Payload).ShouldBe([Ready(1), Ready(3)]);
        (await ReplayAsync("agent-2")).Select(stored => stored.Payload).ShouldBe([Ready(2)]);
        (await Journal.ReadHighestSequenceNrAsync("agent-1", Cancellation)).ShouldBe(2);
        (await Journal.ReadHighestSequenceNrAsync("nobody", Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task A_sequence_number_that_is_taken_is_a_conflict_and_stores_nothing_of_the_batch()
    {
        await WriteAsync(Write("agent-1", 1, Ready(1)));

        await Should.ThrowAsync<JournalConflictException>(
            () => WriteAsync(Write("agent-2", 1, Ready(2)), Write("agent-1", 1, Ready(3))));

        (await ReplayAsync("agent-1")).Count.ShouldBe(1);
        (await ReplayAsync("agent-2")).ShouldBeEmpty();
        await WriteAsync(Write("agent-2", 1, Ready(2)));
    }

    [Fact]
    public async Task The_youngest_snapshot_within_the_criteria_is_loaded()
    {
        await Journal.SaveSnapshotAsync(new PersistedSnapshot("agent-1", 10, Ready(10), At(10)), Cancellation);
        await Journal.SaveSnapshotAsync(new PersistedSnapshot("agent-1", 20, Ready(20), At(20)), Cancellation);
        await Journal.SaveSnapshotAsync(new PersistedSnapshot("agent-1", 20, Ready(21), At(21)), Cancellation);

        (await LoadAsync(SnapshotSelectionCriteria.Latest)).ShouldBe(new("agent-1", 20, Ready(21), At(21)));
        (await LoadAsync(new SnapshotSelectionCriteria(19))).ShouldBe(new("agent-1", 10, Ready(10), At(10)));
        (await LoadAsync(new SnapshotSelectionCriteria(9))).ShouldBeNull();
        (await LoadAsync(SnapshotSelectionCriteria.None)).ShouldBeNull();

        await Journal.DeleteSnapshotsAsync("agent-1", new SnapshotSelectionCriteria(19), Cancellation);

        (await LoadAsync(new SnapshotSelectionCriteria(19))).ShouldBeNull();
        (await LoadAsync(SnapshotSelectionCriteria.Latest)).ShouldNotBeNull();
    }

    protected static Guid Writer { get; } = Guid.Parse("0197a000-0000-7000-8000-00000000aaaa");

    protected static AgentBecameReady Ready(int second) => new(new AgentId(Guid.Empty), At(second));

    protected static AtomicWrite Write(string persistenceId, long from, params object[] events) =>
        new(persistenceId, [.. events.Select((happened, index) => new PersistedEvent(
            persistenceId, from + index, happened, At((int)from + index), Writer))]);

    protected Task<IReadOnlyList<Exception?>?> WriteAsync(params AtomicWrite[] batch) =>
        Journal.WriteAsync(batch, Cancellation);

    protected async Task<List<PersistedEvent>> ReplayAsync(string persistenceId, long from = 1, long to = long.MaxValue)
    {
        List<PersistedEvent> replayed = [];
        await foreach (var stored in Journal.ReplayAsync(persistenceId, from, to, Cancellation))
        {
            replayed.Add(stored);
        }

        return replayed;
    }

    private static DateTimeOffset At(int second) => DateTimeOffset.UnixEpoch.AddSeconds(second);

    private static AgentBecameNotReady NotReady(int second, string reason) =>
        new(new AgentId(Guid.Empty), reason, At(second));

    private Task<PersistedSnapshot?> LoadAsync(SnapshotSelectionCriteria criteria) =>
        Journal.LoadSnapshotAsync("agent-1", criteria, Cancellation);
}

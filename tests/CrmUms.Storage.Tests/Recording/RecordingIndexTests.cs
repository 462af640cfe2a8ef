using CrmUms.Acd.Shared;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Shared;
using CrmUms.Storage.Recording;
using CrmUms.Storage.Tests.Acd;
using CrmUms.Storage.Tests.Server;

namespace CrmUms.Storage.Tests.Recording;

public sealed class RecordingIndexTests(PostgresServer server) : DatabaseTest(server)
{
    private static readonly DateTimeOffset Morning = new(2026, 7, 14, 9, 0, 0, TimeSpan.Zero);

    private readonly InteractionId _interaction = new(Guid.CreateVersion7());

    private PostgresRecordingIndex Index => new(Database, Projector);

    [Fact]
    public async Task A_raw_file_is_entered_once_and_parts_count_on()
    {
        var first = await Index.AddAsync(New("a.raw"), Cancellation);
        var again = await Index.AddAsync(New("a.raw"), Cancellation);
        var second = await Index.AddAsync(New("b.raw"), Cancellation);

        again.ShouldBe(first);
        (first.Part, first.State, second.Part).ShouldBe((1, RecordingState.Recording, 2));
    }

    [Fact]
    public async Task Many_files_of_one_interaction_at_once_get_a_part_each()
    {
        var entries = await Task.WhenAll(
            Enumerable.Range(1, 12).Select(number => Index.AddAsync(New($"{number}.raw"), Cancellation)));

        entries.Select(entry => entry.Part).Order().ShouldBe(Enumerable.Range(1, 12));
    }

    [Fact]
    public async Task An_entry_is_read_back_as_it_was_saved()
    {
        var entry = await Index.AddAsync(New("a.raw"), Cancellation) with
        {
            State = RecordingState.Stored,
            Attempts = 2,
            StartedAt = Morning.AddMilliseconds(40),
            Audio = new StoredAudio("2026/07/14/a.opus", "audio/ogg", 4711, TimeSpan.FromMilliseconds(61_250)),
        };
        await Index.SaveAsync(entry, Cancellation);
        await Index.SaveAsync(entry, Cancellation);

        (await Index.FindAsync(entry.Recording, Cancellation)).ShouldBe(entry);
        (await Index.FindAsync(new RecordingId(Guid.NewGuid()), Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Only_what_is_neither_stored_nor_failed_is_unfinished_oldest_first()
    {
        var late = await Index.AddAsync(New("late.raw", Morning.AddHours(1)), Cancellation);
        var early = await Index.AddAsync(New("early.raw"), Cancellation);
        var failed = await Index.AddAsync(New("failed.raw"), Cancellation);
        await Index.SaveAsync(failed with { State = RecordingState.Failed }, Cancellation);
        await Index.SaveAsync(late with { State = RecordingState.Encoding }, Cancellation);

        (await Index.ListUnfinishedAsync(Cancellation)).Select(entry => entry.RawFile)
            .ShouldBe(["early.raw", "late.raw"]);
        early.State.ShouldBe(RecordingState.Recording);
    }

    [Fact]
    public async Task The_journal_knows_whose_a_raw_file_is()
    {
        var call = new Call(Morning);
        await HappenedAsync(call.PersistenceId, call.Arrived());
        (await Index.FindOwnerAsync($"{call.Id}.raw", Cancellation))
            .ShouldBe(new RawFileOwner(call.Id, Morning, false));

        await HappenedAsync(call.PersistenceId, call.Ended(5));
        (await Index.FindOwnerAsync($"{call.Id}.raw", Cancellation)).ShouldBe(new RawFileOwner(call.Id, Morning, true));
        (await Index.FindOwnerAsync("stranger.raw", Cancellation)).ShouldBeNull();
        (await Index.FindOwnerAsync("", Cancellation)).ShouldBeNull();
    }

    private NewRecording New(string rawFile, DateTimeOffset? at = null) =>
        new(new RecordingId(Guid.CreateVersion7()), _interaction, rawFile, at ?? Morning);
}

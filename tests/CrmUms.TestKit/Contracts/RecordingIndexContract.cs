using CrmUms.Acd.Shared;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Shared;

namespace CrmUms.TestKit.Contracts;

/// <summary>What every index of recordings does.</summary>
public abstract class RecordingIndexContract
{
    protected static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    protected abstract IRecordingIndex Index { get; }

    /// <summary>An interaction that arrived with this raw file stands in the journal.</summary>
    protected abstract Task ArriveAsync(InteractionId interaction, string rawFile, DateTimeOffset at);

    /// <summary>Its ending stands in the journal.</summary>
    protected abstract Task EndAsync(InteractionId interaction, DateTimeOffset at);

    [Fact]
    public async Task A_raw_file_is_entered_once_and_keeps_its_id()
    {
        var first = await AddAsync(NewInteraction(), "a.raw");

        var second = await Index.AddAsync(
            new NewRecording(NewRecording(), first.Interaction, "a.raw", Noon), Cancellation);

        second.ShouldBe(first);
        first.State.ShouldBe(RecordingState.Recording);
    }

    [Fact]
    public async Task Raw_files_of_one_interaction_are_counted_as_parts()
    {
        var interaction = NewInteraction();

        (await AddAsync(interaction, "a.raw")).Part.ShouldBe(1);
        (await AddAsync(interaction, "b.raw")).Part.ShouldBe(2);
        (await AddAsync(NewInteraction(), "c.raw")).Part.ShouldBe(1);
    }

    [Fact]
    public async Task A_stored_recording_is_found_with_its_audio_and_is_no_longer_unfinished()
    {
        var entry = await AddAsync(NewInteraction(), "a.raw");
        var stored = entry with
        {
            State = RecordingState.Stored,
            StartedAt = Noon.AddSeconds(2),
            Audio = new StoredAudio("2026/03/02/a.opus", "audio/ogg", 12345, TimeSpan.FromMilliseconds(61_250)),
        };

        await Index.SaveAsync(stored, Cancellation);
        await Index.SaveAsync(stored, Cancellation);

        (await Index.FindAsync(entry.Recording, Cancellation)).ShouldBe(stored);
        (await Index.ListUnfinishedAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Unfinished_recordings_are_listed_oldest_first_with_their_attempts()
    {
        var young = await AddAsync(NewInteraction(), "young.raw", Noon.AddMinutes(1));
        var old = await AddAsync(NewInteraction(), "old.raw", Noon);
        var failed = await AddAsync(NewInteraction(), "failed.raw", Noon);
        await Index.SaveAsync(old with { State = RecordingState.Waiting, Attempts = 2 }, Cancellation);
        await Index.SaveAsync(failed with { State = RecordingState.Failed, Attempts = 5 }, Cancellation);

        var unfinished = await Index.ListUnfinishedAsync(Cancellation);

        unfinished.ShouldBe([old with { State = RecordingState.Waiting, Attempts = 2 }, young]);
    }

    [Fact]
    public async Task A_raw_file_that_was_never_entered_has_the_interaction_that_arrived_with_it()
    {
        var interaction = NewInteraction();
        await ArriveAsync(interaction, "a.raw", Noon);
        (await Index.FindOwnerAsync("a.raw", Cancellation))
            .ShouldBe(new RawFileOwner(interaction, Noon, HasEnded: false));

        await EndAsync(interaction, Noon.AddMinutes(3));

        (await Index.FindOwnerAsync("a.raw", Cancellation))

            .ShouldBe(new RawFileOwner(interaction, Noon, HasEnded: true));
        (await Index.FindOwnerAsync("nobodys.raw", Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task A_second_part_belongs_to_the_interaction_it_was_entered_for()
    {
        var interaction = NewInteraction();
        await ArriveAsync(interaction, "a.raw", Noon);
        await AddAsync(interaction, "b.raw");

        (await Index.FindOwnerAsync("b.raw", Cancellation))

            .ShouldBe(new RawFileOwner(interaction, Noon, HasEnded: false));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static InteractionId NewInteraction() => new(Guid.CreateVersion7());

    private static RecordingId NewRecording() => new(Guid.CreateVersion7());

    private Task<RecordingEntry> AddAsync(InteractionId interaction, string rawFile, DateTimeOffset? at = null) =>
        Index.AddAsync(new NewRecording(NewRecording(), interaction, rawFile, at ?? Noon), Cancellation);
}

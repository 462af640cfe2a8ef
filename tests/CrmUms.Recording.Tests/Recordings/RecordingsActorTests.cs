using CrmUms.Acd.Interactions;
using CrmUms.Acd.Shared;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Recordings;
using CrmUms.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrmUms.Recording.Tests.Recordings;

public sealed class RecordingsActorTests : Actors.TestKit.TestKit
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeRecordingIndex _index = new();
    private readonly FakeEncoder _encoder = new();

    [Fact]
    public void A_call_that_ends_leaves_a_finished_recording_and_no_raw_file()
    {
        Start();
        var interaction = Arrive("a.raw");
        Talk("a.raw", seconds: 10);

        End(interaction);

        var entry = Stored("a.raw");
        entry.Audio!.Duration.ShouldBe(TimeSpan.FromSeconds(10));
        entry.Audio.Path.ShouldBe($"2026/01/01/{entry.Recording}.copy");
        AwaitAssert(() => _folder.RawFiles.ShouldBeEmpty());
        _folder.FinishedFiles.ShouldBe([entry.Audio.Path]);
    }

    [Fact]
    public void A_recording_begins_where_its_samples_began_not_where_the_call_arrived()
    {
        Start();
        var interaction = Arrive("a.raw");
        Scheduler.Advance(TimeSpan.FromSeconds(5));
        Talk("a.raw", seconds: 10);

        End(interaction);

        Stored("a.raw").StartedAt.ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 5, TimeSpan.Zero));
    }

    [Fact]
    public void A_second_raw_file_becomes_the_second_part_of_the_same_interaction()
    {
        var actor = Start();
        var interaction = Arrive("a.raw");
        actor.Tell(new FollowRecording(interaction, "b.raw", Scheduler.Now));
        AwaitAssert(() => _index.Entries.Count.ShouldBe(2));
        Talk("a.raw", seconds: 3);
        Talk("b.raw", seconds: 4);

        End(interaction);

        Stored("a.raw").Part.ShouldBe(1);
        Stored("b.raw").Part.ShouldBe(2);
        Stored("b.raw").Interaction.ShouldBe(interaction);
    }

    [Fact]
    public void One_recording_is_encoded_at_a_time()
    {
        Start();
        _encoder.Gate = new TaskCompletionSource();
        for (var i = 0; i < 5; i++)
        {
            var interaction = Arrive($"{i}.raw");
            Talk($"{i}.raw", seconds: 1);
            End(interaction);
        }

        AwaitAssert(() => _encoder.Runs.ShouldBe(1));
        _encoder.Gate.SetResult();

        AwaitAssert(() => _index.Entries.ShouldAllBe(entry => entry.State == RecordingState.Stored));
        _encoder.RunningMax.ShouldBe(1);
    }

    [Fact]
    public void An_encoder_that_fails_is_asked_again_and_the_recording_is_not_lost()
    {
        Start();
        _encoder.FailNext(RecordingErrorCode.EncoderFailed);
        _encoder.FailNext(RecordingErrorCode.EncoderTooSlow);
        var interaction = Arrive("a.raw");
        Talk("a.raw", seconds: 1);

        End(interaction);
        AwaitAssert(() => Entry("a.raw").Attempts.ShouldBe(1));
        Scheduler.Advance(TimeSpan.FromSeconds(30));
        AwaitAssert(() => Entry("a.raw").Attempts.ShouldBe(2));
        Scheduler.Advance(TimeSpan.FromSeconds(60));

        Stored("a.raw").Attempts.ShouldBe(2);
    }

    [Fact]
    public void An_encoder_that_never_manages_is_given_up_and_the_raw_file_kept()
    {
        Start();
        for (var i = 0; i < 5; i++)
        {
            _encoder.FailNext(RecordingErrorCode.EncoderFailed);
        }

        var interaction = Arrive("a.raw");
        Talk("a.raw", seconds: 1);
        End(interaction);
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            var made = attempt;
            AwaitAssert(() => Entry("a.raw").Attempts.ShouldBe(made));
            Scheduler.Advance(TimeSpan.FromSeconds(30 * attempt));
        }

        Entry("a.raw").State.ShouldBe(RecordingState.Failed);
        _folder.RawFiles.ShouldBe(["a.raw"]);
        Scheduler.Advance(TimeSpan.FromMinutes(5));
        _encoder.Runs.ShouldBe(5);
    }

    [Fact]
    public void An_index_that_is_away_delays_a_recording_and_counts_no_attempt()
    {
        Start();
        _index.FailuresOfStoring = 3;
        var interaction = Arrive("a.raw");
        Talk("a.raw", seconds: 1);
        End(interaction);

        AwaitAssert(() =>
        {
            Scheduler.Advance(TimeSpan.FromMinutes(1));
            Entry("a.raw").State.ShouldBe(RecordingState.Stored);
        });

        Entry("a.raw").Attempts.ShouldBe(0);
        AwaitAssert(() => _folder.RawFiles.ShouldBeEmpty());
    }

    [Fact]
    public void A_call_that_arrived_while_the_index_was_away_is_recorded_all_the_same()
    {
        Start();
        _index.IsAway = true;
        var interaction = NewInteraction("a.raw");
        Publish(new InteractionArrived(
            interaction, new LegId("x"), "1000", CallerNumber.Anonymous, "a.raw", Scheduler.Now));
        Talk("a.raw", seconds: 1);
        _index.Ended(interaction);
        _index.IsAway = false;

        Scheduler.Advance(TimeSpan.FromMinutes(1));

        Stored("a.raw").Interaction.ShouldBe(interaction);
    }

    [Fact]
    public void After_a_crash_everything_left_behind_is_finished()
    {
        // Ended while the server was away; ended, but never entered; finished, only the raw file was not removed yet.
        var ended = NewInteraction("ended.raw");
        Add(ended, "ended.raw");
        _index.Ended(ended);
        var unknown = NewInteraction("unknown.raw");
        _index.Ended(unknown);
        var done = NewInteraction("done.raw");
        _index.Ended(done);
        var entry = Add(done, "done.raw");
        _index.SaveAsync(entry with { State = RecordingState.Stored }, TestContext.Current.CancellationToken);
        foreach (var file in (string[])["ended.raw", "unknown.raw", "done.raw"])
        {
            _folder.WriteRaw(file, 1, Scheduler.Now.AddMinutes(-1));
        }

        Start();

        Stored("ended.raw");
        Stored("unknown.raw").Interaction.ShouldBe(unknown);
        AwaitAssert(() => _folder.RawFiles.ShouldBeEmpty());
        _encoder.Runs.ShouldBe(2);
    }

    [Fact]
    public void A_call_that_survived_the_crash_is_left_alone_until_it_ends()
    {
        var interaction = NewInteraction("alive.raw");
        Add(interaction, "alive.raw");
        _folder.WriteRaw("alive.raw", 1, Scheduler.Now.AddMinutes(-1));
        var actor = Start();
        AwaitAssert(() =>
        {
            actor.Tell(new GetRecordingsView());
            ExpectMsg<RecordingsView>().ShouldBe(new RecordingsView(Recording: 1, Waiting: 0));
        });

        Scheduler.Advance(TimeSpan.FromMinutes(3));
        Entry("alive.raw").State.ShouldBe(RecordingState.Recording);
        End(interaction);

        Stored("alive.raw");
    }

    [Fact]
    public void A_raw_file_that_no_interaction_names_is_neither_touched_nor_removed()
    {
        _folder.WriteRaw("music.raw", 1, Scheduler.Now.AddHours(-3));
        Start();

        Scheduler.Advance(TimeSpan.FromMinutes(5));

        _folder.RawFiles.ShouldBe(["music.raw"]);
        _encoder.Runs.ShouldBe(0);
    }

    [Fact]
    public void A_missing_raw_file_is_a_failed_recording_and_not_an_endless_one()
    {
        Start();
        var interaction = Arrive("never-written.raw");

        End(interaction);

        AwaitAssert(() => Entry("never-written.raw").State.ShouldBe(RecordingState.Failed));
    }

    [Fact]
    public void A_raw_file_outside_its_folder_is_refused()
    {
        Start();

        Publish(new InteractionArrived(
            NewInteraction("x"), new LegId("x"), "1000", CallerNumber.Anonymous, "../etc/passwd", Scheduler.Now));

        Scheduler.Advance(TimeSpan.FromMinutes(1));
        _index.Entries.ShouldBeEmpty();
    }

    protected override void AfterAll() => _folder.Dispose();

    private IActorRef Start()
    {
        var options = new RecordingOptions { RawFolder = _folder.Raw, Folder = _folder.Finished };
        var services = new RecordingServices(
            _index, _encoder, options, Scheduler.TimeProvider, NullLogger.Instance);
        var actor = Sys.ActorOf(Props.Create(() => new RecordingsActor(services)));
        Scheduler.Advance(TimeSpan.Zero);
        return actor;
    }

    private InteractionId NewInteraction(string rawFile)
    {
        var interaction = new InteractionId(Guid.CreateVersion7());
        _index.Arrived(interaction, rawFile, Scheduler.Now);
        return interaction;
    }

    private InteractionId Arrive(string rawFile)
    {
        var interaction = NewInteraction(rawFile);
        Publish(new InteractionArrived(
            interaction, new LegId(rawFile), "1000", CallerNumber.Anonymous, rawFile, Scheduler.Now));
        AwaitAssert(() => Entry(rawFile).State.ShouldBe(RecordingState.Recording));
        return interaction;
    }

    private void Talk(string rawFile, double seconds)
    {
        Scheduler.Advance(TimeSpan.FromSeconds(seconds));
        _folder.WriteRaw(rawFile, seconds, Scheduler.Now);
    }

    private void End(InteractionId interaction)
    {
        _index.Ended(interaction);
        Publish(new InteractionEnded(interaction, InteractionEnding.CallerHungUp, Scheduler.Now));
        Scheduler.Advance(TimeSpan.FromSeconds(2));
    }

    private void Publish(object @event) => Sys.EventStream.Publish(@event);

    private RecordingEntry Add(InteractionId interaction, string rawFile)
    {
        var file = new NewRecording(new(Guid.CreateVersion7()), interaction, rawFile, Scheduler.Now);
        return _index.AddAsync(file, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
    }

    private RecordingEntry Entry(string rawFile) => _index.Entries.Single(entry => entry.RawFile == rawFile);

    private RecordingEntry Stored(string rawFile)
    {
        AwaitAssert(() => Entry(rawFile).State.ShouldBe(RecordingState.Stored));
        return Entry(rawFile);
    }
}

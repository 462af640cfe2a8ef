using CrmUms.Recording.Ports;
using CrmUms.Recording.Recordings;
using FsCheck;
using FsCheck.Fluent;

namespace CrmUms.Recording.Tests.Recordings;

public sealed class RecordingLifecycleTests
{
    private static readonly RecordingFact[] Facts = Enum.GetValues<RecordingFact>();

    [Fact]
    public void Whatever_is_told_a_recording_ends_stored_or_failed_and_stays_there() =>
        Prop.ForAll(
            Gen.Elements(Facts).ArrayOf().ToArbitrary(),
            facts =>
            {
                var state = RecordingState.Recording;
                foreach (var fact in facts.Where(fact => IsLegal(state, fact)))
                {
                    (state is RecordingState.Stored or RecordingState.Failed).ShouldBeFalse();
                    state = RecordingLifecycle.Advance(state, fact);
                }
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_is_stored_or_failed_that_the_encoder_did_not_have() =>
        RecordingLifecycle.Moves
            .Where(move => move.Value is RecordingState.Stored or RecordingState.Failed)
            .ShouldAllBe(move => move.Key.From == RecordingState.Encoding);

    [Fact]
    public void Every_state_that_is_not_final_has_a_way_on()
    {
        RecordingState[] open = [RecordingState.Recording, RecordingState.Waiting, RecordingState.Encoding];

        open.ShouldAllBe(state => RecordingLifecycle.Moves.Any(move => move.Key.From == state));
    }

    [Fact]
    public void A_call_that_goes_on_cannot_be_encoded() =>
        Should.Throw<InvalidOperationException>(
            () => RecordingLifecycle.Advance(RecordingState.Recording, RecordingFact.Taken));

    private static bool IsLegal(RecordingState state, RecordingFact fact) =>
        RecordingLifecycle.Moves.ContainsKey((state, fact));
}

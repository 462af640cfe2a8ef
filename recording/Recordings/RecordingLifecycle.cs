using CrmUms.Recording.Ports;

namespace CrmUms.Recording.Recordings;

/// <summary>What can happen to a recording.</summary>
public enum RecordingFact
{
    /// <summary>The call is over and the raw file complete.</summary>
    Completed,

    /// <summary>The encoder took it.</summary>
    Taken,

    /// <summary>The finished file is synced and entered.</summary>
    Entered,

    /// <summary>An attempt failed, or what it needs is away; another one follows.</summary>
    Postponed,

    /// <summary>It cannot be finished.</summary>
    GivenUp,
}

/// <summary>The legal moves of a recording. Anything else is a defect and throws.</summary>
public static class RecordingLifecycle
{
    public static IReadOnlyDictionary<(RecordingState From, RecordingFact Fact), RecordingState> Moves { get; } =
        new Dictionary<(RecordingState, RecordingFact), RecordingState>
        {
            [(RecordingState.Recording, RecordingFact.Completed)] = RecordingState.Waiting,
            [(RecordingState.Waiting, RecordingFact.Taken)] = RecordingState.Encoding,
            [(RecordingState.Encoding, RecordingFact.Entered)] = RecordingState.Stored,
            [(RecordingState.Encoding, RecordingFact.Postponed)] = RecordingState.Waiting,
            [(RecordingState.Encoding, RecordingFact.GivenUp)] = RecordingState.Failed,
        };

    public static RecordingState Advance(RecordingState from, RecordingFact fact) =>
        Moves.TryGetValue((from, fact), out var to)
            ? to
            : throw new InvalidOperationException($"{fact} cannot happen to a recording that is {from}.");

    public static RecordingEntry After(this RecordingEntry entry, RecordingFact fact) =>
        entry with { State = Advance(entry.State, fact) };
}

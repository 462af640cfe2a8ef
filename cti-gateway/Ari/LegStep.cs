namespace CrmUms.CtiGateway.Ari;

/// <summary>
/// What a request has to do with the prompts and recordings that run on channels (see <c>LegWork</c>).
/// </summary>
internal abstract record LegStep
{
    private LegStep()
    {
    }

    /// <summary>
    /// Asterisk carries it out when the channel's prompts are over; until then it stands in the way of all others.
    /// </summary>
    public sealed record Disturbs(params string[] Channels) : LegStep;

    /// <summary>Begins a playback, in place of those before it.</summary>
    public sealed record Plays(string Channel, string Playback) : LegStep;

    /// <summary>Asks whether a playback runs.</summary>
    public sealed record AsksForPlay(string Channel, string Playback) : LegStep;

    /// <summary>Begins a recording, behind its beep. The key ends it, also one pressed into the beep.</summary>
    public sealed record Records(string Channel, string Recording, char? EndOnDigit) : LegStep;

    /// <summary>Ends a recording. Asterisk would lose it before the recording has begun.</summary>
    public sealed record StopsRecording(string Recording) : LegStep;
}

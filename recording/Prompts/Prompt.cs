namespace CrmUms.Recording.Prompts;

/// <summary>Something that callers are told, in as many languages as people gave it.</summary>
/// <param name="Id">What flows and queues call it by.</param>
/// <param name="Name">What people call it by.</param>
/// <param name="Languages">What it sounds like, per language. May be empty.</param>
public sealed record Prompt(
    PromptId Id, string Name, IReadOnlyDictionary<PromptLanguage, PromptAudio> Languages);

/// <summary>A prompt in one language.</summary>
/// <param name="Source">How it came to be.</param>
/// <param name="Duration">How long it plays.</param>
/// <param name="LoudnessLufs">
/// Integrated loudness by EBU R128, measured on what is played; null where nobody measured.
/// </param>
/// <param name="Text">What a synthesised one says; null for others.</param>
/// <param name="Author">The employee who made it; null for one that the program came with.</param>
/// <param name="At">When; null for one that the program came with.</param>
public sealed record PromptAudio(
    PromptSource Source,
    TimeSpan Duration,
    double? LoudnessLufs,
    string? Text,
    PromptAuthor? Author,
    DateTimeOffset? At);

/// <summary>Who made something.</summary>
/// <param name="Employee">His id.</param>
/// <param name="Name">His name as the directory has it; empty until it is read from there.</param>
public sealed record PromptAuthor(Guid Employee, string Name);

/// <summary>How a prompt came to be. The words stand in the index in kebab-case.</summary>
public enum PromptSource
{
    /// <summary>A file that somebody had.</summary>
    Upload,

    /// <summary>Spoken into a browser or a telephone.</summary>
    Recorded,

    /// <summary>Read out by the machine.</summary>
    Synthesised,
}

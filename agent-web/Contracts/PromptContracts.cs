using CrmUms.Recording.Prompts;

namespace CrmUms.AgentWeb.Contracts;

/// <summary>
/// A prompt, as the page lists it: its languages by <c>ru</c>, <c>en</c>, <c>uz</c>, only those that are there. What
/// is built in came with the program in some language; it can be covered, not removed.
/// </summary>
internal sealed record PromptView(
    string Id,
    string Name,
    bool BuiltIn,
    IReadOnlyDictionary<string, PromptAudioView> Languages,
    IReadOnlyList<PromptUseView> UsedBy,
    bool Unused);

/// <summary>
/// One language of a prompt. The loudness is in LUFS, as measured; null for what the program came with. The text is
/// what a synthesised one says.
/// </summary>
internal sealed record PromptAudioView(
    double Seconds, PromptSource Source, double? Loudness, string? Text, PromptAuthorView? Author, DateTimeOffset? At);

internal sealed record PromptAuthorView(string Id, string Name);

internal sealed record PromptUseView(string Kind, string Id, string Name);

internal sealed record MissingPromptView(string Id, string Language, IReadOnlyList<PromptUseView> UsedBy);

/// <summary>What the page must know before it asks for a prompt.</summary>
internal sealed record PromptLimitsView(long BytesMax, double SecondsMax, int TextMax, IReadOnlyList<string> Voices);

internal sealed record RenamePromptRequest(string? Name);

/// <summary>
/// A text to be read out; by the usual voice where none is named. Without a name the prompt keeps the one it has.
/// </summary>
internal sealed record SynthesisePromptRequest(string? Text, string? Voice, string? Name);

/// <summary>Somebody speaks a prompt by telephone. What he has said is a draft until it is taken.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Failure">Why nothing came of it; null otherwise.</param>
/// <param name="SpeaksSince">From the tone on; null before.</param>
/// <param name="Seconds">How long the draft plays; null until there is one.</param>
/// <param name="SecondsMax">Then he is cut short.</param>
internal sealed record DictationView(
    string Id,
    DictationStage Stage,
    DictationFailure? Failure,
    DateTimeOffset? SpeaksSince,
    double? Seconds,
    double SecondsMax);

internal sealed record StartDictationRequest(string? Number);

/// <summary>Without a name the prompt keeps the one it has.</summary>
internal sealed record TakeDictationRequest(string? Name);

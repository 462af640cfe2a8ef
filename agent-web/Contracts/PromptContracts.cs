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

using CrmUms.Recording.Prompts;

namespace CrmUms.AgentWeb.Contracts;

/// <summary>A prompt, as the page lists it.</summary>
/// <param name="BuiltIn">Whether the program came with it in some language; that can be covered, not removed.</param>
/// <param name="Languages">By <c>ru</c>, <c>en</c>, <c>uz</c>; only those that are there.</param>
/// <param name="UsedBy">Who plays it.</param>
/// <param name="Unused">Whether nobody does.</param>
internal sealed record PromptView(
    string Id,
    string Name,
    bool BuiltIn,
    IReadOnlyDictionary<string, PromptAudioView> Languages,
    IReadOnlyList<PromptUseView> UsedBy,
    bool Unused);

/// <summary>One language of a prompt.</summary>
/// <param name="Loudness">LUFS as measured; null for what the program came with.</param>
/// <param name="Text">What a synthesised one says, as it was written.</param>
internal sealed record PromptAudioView(
    double Seconds, PromptSource Source, double? Loudness, string? Text, PromptAuthorView? Author, DateTimeOffset? At);

internal sealed record PromptAuthorView(string Id, string Name);

internal sealed record PromptUseView(string Kind, string Id, string Name);

internal sealed record MissingPromptView(string Id, string Language, IReadOnlyList<PromptUseView> UsedBy);

/// <summary>What the page must know before it asks for a prompt.</summary>
internal sealed record PromptLimitsView(long BytesMax, double SecondsMax, int TextMax, IReadOnlyList<string> Voices);

internal sealed record RenamePromptRequest(string? Name);

/// <param name="Text">What is read out.</param>
/// <param name="Voice">One of the voices of the limits; null for the usual one.</param>
/// <param name="Name">What to call the prompt; null leaves its name.</param>
internal sealed record SynthesisePromptRequest(string? Text, string? Voice, string? Name);

namespace CrmUms.Recording.Prompts;

/// <summary>
/// A sound becomes a prompt: a file that was uploaded, what a browser recorded, or what a leg recorded in the PBX.
/// </summary>
/// <param name="Id">Which prompt; a new one is made.</param>
/// <param name="Language">In which language; what stood there is replaced.</param>
/// <param name="File">A complete file of any kind. It stays where it is.</param>
/// <param name="Source">How it came to be.</param>
/// <param name="Author">Who wants it.</param>
/// <param name="Name">What to call the prompt; null leaves its name.</param>
public sealed record PromptImport(
    PromptId Id, PromptLanguage Language, string File, PromptSource Source, Guid Author, string? Name = null);

/// <summary>A text becomes a prompt, read out by the machine.</summary>
/// <param name="Id">Which prompt; a new one is made.</param>
/// <param name="Language">In which language; what stood there is replaced.</param>
/// <param name="Text">What is read out.</param>
/// <param name="Voice">A name of <c>IPromptVoice.Voices</c>.</param>
/// <param name="Author">Who wants it.</param>
/// <param name="Name">What to call the prompt; null leaves its name.</param>
public sealed record PromptDraft(
    PromptId Id, PromptLanguage Language, string Text, string Voice, Guid Author, string? Name = null);

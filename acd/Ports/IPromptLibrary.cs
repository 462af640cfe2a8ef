namespace CrmUms.Acd.Ports;

/// <summary>
/// What can be played to a caller, in which language. Implemented by recording; asked before a prompt is played, so
/// that which language steps in for another is our decision and not the PBX's.
/// </summary>
public interface IPromptLibrary
{
    /// <summary>
    /// Which sounds to play for these prompts, in their order. Each is taken in the first language that has it: the
    /// one asked for, the flow's, then ru, en, uz. Answered from memory, at once.
    /// </summary>
    /// <param name="prompts">
    /// Ids of prompts that people made, or names of sounds that the PBX came with (<c>digits/1</c>).
    /// </param>
    /// <param name="language">The caller's: <c>ru</c>, <c>uz</c> or <c>en</c>. An unknown one is passed over.</param>
    /// <param name="flowLanguage">The one his flow is written in; null for none.</param>
    PromptChoice PromptsFor(IReadOnlyList<string> prompts, string language, string? flowLanguage = null);
}

/// <summary>What is played, and what cannot be.</summary>
/// <param name="Playable">Everything that is there, in the order asked.</param>
/// <param name="Missing">Prompts that no language has, in the order asked.</param>
public sealed record PromptChoice(IReadOnlyList<PlayablePrompt> Playable, IReadOnlyList<string> Missing);

/// <summary>One sound, as <see cref="ICallControl.PlayAsync"/> takes it.</summary>
/// <param name="Prompt">Its name in the PBX's folder of sounds: <c>crmums/welcome</c>, <c>digits/1</c>.</param>
/// <param name="Language">The language to play it in: <c>ru</c>, <c>uz</c> or <c>en</c>.</param>
public sealed record PlayablePrompt(string Prompt, string Language);

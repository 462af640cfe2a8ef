using CrmUms.Acd.Ports;

namespace CrmUms.TestKit;

/// <summary>Every prompt is there, in the language asked for; those named missing are in none.</summary>
public sealed class FakePrompts(params IEnumerable<string> missing) : IPromptLibrary
{
    private readonly HashSet<string> _missing = [.. missing];

    public PromptChoice PromptsFor(IReadOnlyList<string> prompts, string language, string? flowLanguage = null) => new(
        [.. prompts.Where(prompt => !_missing.Contains(prompt)).Select(prompt => new PlayablePrompt(prompt, language))],
        [.. prompts.Where(_missing.Contains)]);
}

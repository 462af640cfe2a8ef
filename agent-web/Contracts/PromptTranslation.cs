using CrmUms.Recording.Prompts;

namespace CrmUms.AgentWeb.Contracts;

/// <summary>From prompts to what travels.</summary>
internal static class PromptTranslation
{
    public static PromptView ToView(this ShelvedPrompt shelved, IEnumerable<PromptUse> uses)
    {
        PromptUseView[] usedBy = [.. uses.Select(ToView)];
        return new PromptView(
            shelved.Prompt.Id.Value,
            shelved.Prompt.Name,
            shelved.IsBuiltIn,
            shelved.Prompt.Languages.OrderBy(pair => pair.Key).ToDictionary(
                pair => pair.Key.Code(), pair => pair.Value.ToView()),
            usedBy,
            usedBy.Length == 0);
    }

    public static MissingPromptView ToView(this MissingPrompt missing) =>
        new(missing.Prompt, missing.Language.Code(), [.. missing.UsedBy.Select(ToView)]);

    public static PromptUseView ToView(this PromptUse use) => new(use.Kind, use.Id, use.Name);

    private static PromptAudioView ToView(this PromptAudio audio) => new(
        Math.Round(audio.Duration.TotalSeconds, 2),
        audio.Source,
        audio.LoudnessLufs,
        audio.Text,
        audio.Author is { } author ? new PromptAuthorView(author.Employee.ToString("n"), author.Name) : null,
        audio.At);
}

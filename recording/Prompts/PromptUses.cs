namespace CrmUms.Recording.Prompts;

/// <summary>A rule of the centre that plays a prompt.</summary>
/// <param name="Prompt">The id it names; a sound that the PBX came with counts as well.</param>
/// <param name="Kind">What uses it: <c>flow</c>, <c>queue</c>, <c>number</c>…</param>
/// <param name="Id">Which.</param>
/// <param name="Name">What people call that; empty where it has no name.</param>
/// <param name="Languages">Languages that its callers are spoken to in.</param>
public sealed record PromptUse(
    string Prompt, string Kind, string Id, string Name, IReadOnlyList<PromptLanguage> Languages);

/// <summary>A language that somebody needs and nobody made. His callers hear another one, or nothing.</summary>
public sealed record MissingPrompt(string Prompt, PromptLanguage Language, IReadOnlyList<PromptUse> UsedBy);

/// <summary>Compares what is used with what is there.</summary>
public static class PromptUses
{
    public static IReadOnlyList<MissingPrompt> MissingFrom(PromptShelf shelf, IReadOnlyList<PromptUse> uses) =>
        [.. uses.SelectMany(use => use.Languages.Select(language => (use, language)))
            .Where(wanted => !shelf.Has(wanted.use.Prompt, wanted.language))
            .GroupBy(wanted => (wanted.use.Prompt, wanted.language), wanted => wanted.use)
            .OrderBy(group => group.Key.Prompt, StringComparer.Ordinal)
            .ThenBy(group => group.Key.language)
            .Select(group => new MissingPrompt(group.Key.Prompt, group.Key.language, [.. group]))];
}

namespace CrmUms.Recording.Prompts;

/// <summary>What prompts are spoken in. The order is the one in which a language steps in for another.</summary>
public enum PromptLanguage
{
    Ru,
    En,
    Uz,
}

/// <summary>Languages as the wire, the PBX and the folders know them: <c>ru</c>, <c>en</c>, <c>uz</c>.</summary>
public static class PromptLanguages
{
    public static IReadOnlyList<PromptLanguage> All { get; } = Enum.GetValues<PromptLanguage>();

    public static string Code(this PromptLanguage language) => language switch
    {
        PromptLanguage.Ru => "ru",
        PromptLanguage.En => "en",
        PromptLanguage.Uz => "uz",
        _ => throw new NotSupportedException(language.ToString()),
    };

    /// <summary>The language of a code, or null when it is none of ours.</summary>
    public static PromptLanguage? Find(string? code) => code switch
    {
        "ru" => PromptLanguage.Ru,
        "en" => PromptLanguage.En,
        "uz" => PromptLanguage.Uz,
        _ => null,
    };
}

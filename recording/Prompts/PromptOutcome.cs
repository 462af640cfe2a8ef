namespace CrmUms.Recording.Prompts;

/// <summary>How a wish about prompts ended.</summary>
public abstract record PromptOutcome
{
    private PromptOutcome()
    {
    }

    /// <summary>Carried out: from now on callers hear it.</summary>
    public sealed record Done(Prompt Prompt) : PromptOutcome;

    /// <summary>Nothing has changed.</summary>
    public sealed record Refused(PromptRefusal Reason) : PromptOutcome;

    /// <summary>Nothing has changed: somebody plays it.</summary>
    public sealed record InUse(IReadOnlyList<PromptUse> Uses) : PromptOutcome;
}

/// <summary>Why a wish about prompts is refused.</summary>
public enum PromptRefusal
{
    /// <summary>The file holds no sound that can be read.</summary>
    NotAudio,

    /// <summary>It plays longer than a prompt may.</summary>
    TooLong,

    /// <summary>Nobody would hear anything.</summary>
    Silent,

    /// <summary>Too many prompts are being made: try again in a moment.</summary>
    Busy,

    /// <summary>There is no such prompt, or not in that language.</summary>
    NotFound,
}

using CrmUms.Recording.Prompts;

namespace CrmUms.Recording.Ports;

/// <summary>
/// Who plays which prompt. Answered by those who know the rules of the centre; it decides what may be removed and
/// what is missing.
/// </summary>
public interface IPromptUsage
{
    /// <summary>Every use of every prompt, as the rules in force have it.</summary>
    Task<IReadOnlyList<PromptUse>> ListAsync(CancellationToken cancellation);
}

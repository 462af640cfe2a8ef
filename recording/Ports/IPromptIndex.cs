using CrmUms.Recording.Prompts;

namespace CrmUms.Recording.Ports;

/// <summary>Where the facts about prompts are kept. The sounds lie in files.</summary>
public interface IPromptIndex
{
    /// <summary>Every prompt that people made, in no particular order. Read once, at the start.</summary>
    Task<IReadOnlyList<Prompt>> ListAsync(CancellationToken cancellation);

    /// <summary>
    /// Writes one language of a prompt over what stood there. A new prompt is named; an existing one keeps its name
    /// unless another is given.
    /// </summary>
    /// <param name="id">Which prompt.</param>
    /// <param name="name">Its name; null leaves it as it is, or makes it the id.</param>
    /// <param name="language">Which language.</param>
    /// <param name="audio">What is true of the file now.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>The prompt as it stands now, with the names of authors.</returns>
    Task<Prompt> SaveAsync(
        PromptId id, string? name, PromptLanguage language, PromptAudio audio, CancellationToken cancellation);

    /// <summary>Names a prompt; one that is not there yet begins without a language.</summary>
    Task<Prompt> RenameAsync(PromptId id, string name, CancellationToken cancellation);

    /// <summary>Removes one language. A prompt without any stays, with its name. Nothing to remove is fine.</summary>
    Task RemoveAsync(PromptId id, PromptLanguage language, CancellationToken cancellation);

    /// <summary>Removes a prompt with all its languages. Nothing to remove is fine.</summary>
    Task RemoveAsync(PromptId id, CancellationToken cancellation);
}

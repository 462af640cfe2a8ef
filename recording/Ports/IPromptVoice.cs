using CrmUms.Recording.Prompts;

namespace CrmUms.Recording.Ports;

/// <summary>Reads a text out: a draft, until somebody speaks it.</summary>
public interface IPromptVoice
{
    /// <summary>Names of voices, the usual one first. Each can read every language.</summary>
    IReadOnlyList<string> Voices { get; }

    /// <summary>Reads a text out into a file that the converter takes.</summary>
    /// <param name="text">Plain text; it is read, never interpreted.</param>
    /// <param name="language">What it is written in.</param>
    /// <param name="voice">One of <see cref="Voices"/>.</param>
    /// <param name="target">Written anew.</param>
    /// <param name="cancellation">Ends the work and leaves the target incomplete.</param>
    /// <exception cref="PromptException">The voice fails: missing, too slow, no space.</exception>
    Task SpeakAsync(
        string text, PromptLanguage language, string voice, string target, CancellationToken cancellation);
}

using CrmUms.Recording.Ports;
using CrmUms.Recording.Prompts;

namespace CrmUms.Recording.Storage;

/// <summary>espeak-ng: speaks all three languages and needs nobody's permission. Good for a draft, no better.</summary>
public sealed class EspeakVoice(PromptOptions options, TimeProvider time) : IPromptVoice
{
    private const string WordsPerMinute = "150";

    private static readonly Dictionary<string, string> Variants =
        new() { ["standard"] = "", ["female"] = "+f3", ["male"] = "+m3" };

    private readonly ToolProcess _espeak = new(options.VoicePath, options.WorkMax, time);

    public IReadOnlyList<string> Voices { get; } = [.. Variants.Keys];

    // The text goes in by its input: as an argument it could pass for an option. Without -m it is never markup.
    public async Task SpeakAsync(
        string text, PromptLanguage language, string voice, string target, CancellationToken cancellation)
    {
        string[] arguments =
            ["-b", "1", "-v", language.Code() + Variants[voice], "-s", WordsPerMinute, "--stdin", "-w", target];
        var result = await _espeak.RunAsync(arguments, text, cancellation);
        if (result.ExitCode != 0 || !File.Exists(target))
        {
            throw new PromptException(PromptErrorCode.ToolFailed, $"espeak-ng: {result.LastLine}");
        }
    }
}

using CrmUms.Recording.Ports;
using CrmUms.Recording.Prompts;

namespace CrmUms.Recording.Tests.Prompts;

/// <summary>Copies what it is given; a file that holds a word of the table ends as that word says.</summary>
internal sealed class FakeConverter : IPromptConverter
{
    private TaskCompletionSource? _closed;

    public int Running { get; private set; }

    /// <summary>Holds everybody inside until it is opened.</summary>
    public TaskCompletionSource Close() => _closed = new TaskCompletionSource();

    public async Task<Conversion> ConvertAsync(string source, string target, CancellationToken cancellation)
    {
        Running++;
        if (_closed is not null)
        {
            await _closed.Task;
        }

        var text = await File.ReadAllTextAsync(source, cancellation);
        await File.WriteAllTextAsync(target, text, cancellation);
        return text switch
        {
            "no sound" => new Conversion.NotAudio(),
            "an hour" => new Conversion.TooLong(),
            "silence" => new Conversion.Silent(),
            "broken" => throw new PromptException(PromptErrorCode.ToolFailed, "broken"),
            _ => new Conversion.Done(TimeSpan.FromSeconds(text.Length), -19.04),
        };
    }
}

/// <summary>Writes the text down.</summary>
internal sealed class FakeVoice : IPromptVoice
{
    public IReadOnlyList<string> Voices => ["standard"];

    public Task SpeakAsync(
        string text, PromptLanguage language, string voice, string target, CancellationToken cancellation) =>
        File.WriteAllTextAsync(target, text, cancellation);
}

using CrmUms.Recording.Ports;
using CrmUms.Recording.Prompts;
using CrmUms.Recording.Storage;
using CrmUms.Recording.Tests.Prompts;

namespace CrmUms.Recording.Tests.Storage;

/// <summary>The real espeak-ng.</summary>
public sealed class EspeakVoiceTests : IDisposable
{
    private readonly PromptFolder _folder = new();
    private readonly EspeakVoice _voice;

    public EspeakVoiceTests() => _voice = new EspeakVoice(_folder.Options, TimeProvider.System);

    [Theory]
    [InlineData(PromptLanguage.Ru, "Здравствуйте! Вы позвонили в контактный центр.")]
    [InlineData(PromptLanguage.Uz, "Assalomu alaykum! Siz aloqa markaziga qo'ng'iroq qildingiz.")]
    [InlineData(PromptLanguage.En, "Welcome to the contact centre.")]
    public async Task Every_language_is_read_out_by_every_voice(PromptLanguage language, string text)
    {
        foreach (var voice in _voice.Voices)
        {
            (await SpeakAsync(text, language, voice)).ShouldBeGreaterThan(1.0, voice);
        }
    }

    [Fact]
    public async Task A_text_that_looks_like_an_option_or_a_command_is_read_out_all_the_same()
    {
        (await SpeakAsync("--version; $(touch x) `id` | cat -f /etc/passwd", PromptLanguage.En, "standard"))
            .ShouldBeGreaterThan(2.0);
        (await SpeakAsync("<audio src=\"/etc/passwd\"/> five", PromptLanguage.En, "standard"))
            .ShouldBeGreaterThan(1.0);
    }

    [Fact]
    public async Task A_long_text_is_read_to_its_end()
    {
        var text = string.Concat(Enumerable.Repeat("Пожалуйста, подождите. ", 80));

        (await SpeakAsync(text, PromptLanguage.Ru, "standard")).ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task A_voice_that_is_not_installed_is_said_by_code()
    {
        _folder.Options.VoicePath = "/nowhere/espeak-ng";
        var voice = new EspeakVoice(_folder.Options, TimeProvider.System);

        var failure = await Should.ThrowAsync<PromptException>(() => voice.SpeakAsync(
            "x", PromptLanguage.En, "standard", _folder.Brought("x.wav"), TestContext.Current.CancellationToken));

        failure.Code.ShouldBe(PromptErrorCode.ToolMissing);
    }

    public void Dispose() => _folder.Dispose();

    // Seconds of 22,050 samples of 16 bit each.
    private async Task<double> SpeakAsync(string text, PromptLanguage language, string voice)
    {
        var spoken = _folder.Brought("spoken.wav");
        await _voice.SpeakAsync(text, language, voice, spoken, TestContext.Current.CancellationToken);
        return (new FileInfo(spoken).Length - 44) / 44_100.0;
    }
}

using CrmUms.Acd.Ports;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Prompts;
using CrmUms.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrmUms.Recording.Tests.Prompts;

public sealed class PromptLibraryTests : IAsyncLifetime
{
    private static readonly PromptId Welcome = PromptId.Parse("welcome");
    private static readonly Guid Author = Guid.NewGuid();

    private readonly PromptFolder _folder = new();
    private readonly FakePromptIndex _index = new();
    private readonly FakePromptUsage _usage = new();
    private readonly FakeConverter _converter = new();
    private PromptLibrary _library = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await OpenAsync();

    public ValueTask DisposeAsync()
    {
        _library.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_imported_file_is_what_callers_hear_from_now_on()
    {
        var done = (await ImportAsync("hello", PromptLanguage.Ru)).ShouldBeOfType<PromptOutcome.Done>();

        _library.PromptsFor(["welcome"], "uz").Playable.ShouldBe([new PlayablePrompt("crmums/welcome", "ru")]);
        Heard(PromptLanguage.Ru).ShouldBe("hello");
        var audio = done.Prompt.Languages[PromptLanguage.Ru];
        (audio.Source, audio.Duration, audio.LoudnessLufs, audio.Author!.Employee)
            .ShouldBe((PromptSource.Upload, TimeSpan.FromSeconds(5), -19, Author));
        _folder.WorkFiles.ShouldBeEmpty();
        File.Exists(_folder.Brought("brought")).ShouldBeTrue("what was recorded elsewhere belongs to others");
    }

    [Fact]
    public async Task Whoever_hears_the_old_prompt_hears_it_to_its_end()
    {
        await ImportAsync("the old words", PromptLanguage.Ru);
        using var caller = new StreamReader(_folder.Files.PathOf(Welcome, PromptLanguage.Ru));
        var heard = new char[4];
        await caller.ReadAsync(heard, Cancellation);

        await ImportAsync("new", PromptLanguage.Ru);

        (new string(heard) + await caller.ReadToEndAsync(Cancellation)).ShouldBe("the old words");
        Heard(PromptLanguage.Ru).ShouldBe("new");
    }

    [Theory]
    [InlineData("no sound", PromptRefusal.NotAudio)]
    [InlineData("an hour", PromptRefusal.TooLong)]
    [InlineData("silence", PromptRefusal.Silent)]
    public async Task A_refused_file_changes_nothing(string brought, PromptRefusal reason)
    {
        await ImportAsync("good", PromptLanguage.Ru);

        (await ImportAsync(brought, PromptLanguage.Ru)).ShouldBe(new PromptOutcome.Refused(reason));

        Heard(PromptLanguage.Ru).ShouldBe("good");
        _folder.WorkFiles.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_converter_or_an_index_that_fails_leaves_nothing_half_done()
    {
        await Should.ThrowAsync<PromptException>(() => ImportAsync("broken", PromptLanguage.Ru));
        _index.IsAway = true;
        await Should.ThrowAsync<InvalidOperationException>(() => ImportAsync("hello", PromptLanguage.Ru));

        _library.PromptsFor(["welcome"], "ru").Missing.ShouldBe(["welcome"]);
        _folder.WorkFiles.ShouldBeEmpty();
        _index.IsAway = false;
        (await ImportAsync("hello", PromptLanguage.Ru)).ShouldBeOfType<PromptOutcome.Done>();
    }

    [Fact]
    public async Task A_text_is_read_out_and_remembered()
    {
        var draft = new PromptDraft(Welcome, PromptLanguage.Uz, "Salom", "standard", Author, "Salomlashish");

        var done = (await _library.SynthesiseAsync(draft, Cancellation)).ShouldBeOfType<PromptOutcome.Done>();

        done.Prompt.Name.ShouldBe("Salomlashish");
        done.Prompt.Languages[PromptLanguage.Uz].Text.ShouldBe("Salom");
        done.Prompt.Languages[PromptLanguage.Uz].Source.ShouldBe(PromptSource.Synthesised);
        Heard(PromptLanguage.Uz).ShouldBe("Salom");
        _folder.WorkFiles.ShouldBeEmpty();
    }

    [Fact]
    public async Task More_than_may_wait_are_told_that_it_is_busy()
    {
        _folder.Options.AtOnceMax = 1;
        _folder.Options.WaitingMax = 1;
        await OpenAsync();
        var closed = _converter.Close();
        var first = ImportAsync("first", PromptLanguage.Ru);
        var second = ImportAsync("second", PromptLanguage.En);

        (await ImportAsync("third", PromptLanguage.Uz)).ShouldBe(new PromptOutcome.Refused(PromptRefusal.Busy));
        _converter.Running.ShouldBe(1);

        closed.SetResult();
        (await first).ShouldBeOfType<PromptOutcome.Done>();
        (await second).ShouldBeOfType<PromptOutcome.Done>();
        (await ImportAsync("third", PromptLanguage.Uz)).ShouldBeOfType<PromptOutcome.Done>();
    }

    [Fact]
    public async Task The_last_language_of_a_prompt_that_somebody_plays_cannot_be_removed()
    {
        await ImportAsync("privet", PromptLanguage.Ru);
        await ImportAsync("hello", PromptLanguage.En);
        _usage.Add(new PromptUse("welcome", "flow", "main", "Главное меню", [PromptLanguage.Ru]));

        (await RemoveAsync(PromptLanguage.Ru)).ShouldBeOfType<PromptOutcome.Done>();
        (await RemoveAsync(PromptLanguage.En)).ShouldBeOfType<PromptOutcome.InUse>().Uses.Count.ShouldBe(1);
        (await _library.RemoveAsync(Welcome, Cancellation)).ShouldBeOfType<PromptOutcome.InUse>();
        _library.PromptsFor(["welcome"], "ru").Playable.ShouldBe([new PlayablePrompt("crmums/welcome", "en")]);

        _usage.Forget("welcome");
        (await _library.RemoveAsync(Welcome, Cancellation)).ShouldBeOfType<PromptOutcome.Done>();
        _library.PromptsFor(["welcome"], "ru").Missing.ShouldBe(["welcome"]);
        Directory.GetFiles(_folder.Options.Folder, "*.wav", SearchOption.AllDirectories).ShouldBeEmpty();
        (await _library.RemoveAsync(Welcome, Cancellation))
            .ShouldBe(new PromptOutcome.Refused(PromptRefusal.NotFound));
    }

    [Fact]
    public async Task What_covers_an_announcement_of_ours_can_be_removed_although_it_is_played()
    {
        await File.WriteAllTextAsync(_folder.Sound("ru", "welcome"), "ours", Cancellation);
        await OpenAsync();
        await ImportAsync("theirs", PromptLanguage.Ru);
        _usage.Add(new PromptUse("welcome", "flow", "main", "Главное меню", [PromptLanguage.Ru]));

        (await _library.RemoveAsync(Welcome, Cancellation)).ShouldBeOfType<PromptOutcome.Done>();

        _library.PromptsFor(["welcome"], "ru").Playable.ShouldBe([new PlayablePrompt("welcome", "ru")]);
    }

    [Fact]
    public async Task After_a_restart_everything_is_there_and_what_was_half_done_is_gone()
    {
        await ImportAsync("hello", PromptLanguage.Ru);
        await ImportAsync("salom", PromptLanguage.Uz);
        await File.WriteAllTextAsync(_folder.Files.NewWorkFile(".wav"), "half", Cancellation);
        // A disk that was brought back from an old copy.
        File.Delete(_folder.Files.PathOf(Welcome, PromptLanguage.Uz));

        await OpenAsync();

        _library.PromptsFor(["welcome"], "uz").Playable.ShouldBe([new PlayablePrompt("crmums/welcome", "ru")]);
        _folder.WorkFiles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Sounds_that_the_PBX_came_with_are_found_by_their_names()
    {
        await File.WriteAllTextAsync(_folder.Sound("ru", "digits/1"), "one", Cancellation);
        await File.WriteAllBytesAsync(_folder.Sound("en", "crmums-busy"), new byte[44 + 16_000], Cancellation);
        await File.WriteAllTextAsync(_folder.Sound("ru", "crmums/stray"), "not in the index", Cancellation);

        await OpenAsync();

        _library.PromptsFor(["digits/1", "crmums-busy", "crmums/stray"], "ru").Playable.ShouldBe(
            [new PlayablePrompt("digits/1", "ru"), new PlayablePrompt("crmums-busy", "en")]);
        var shown = _library.Shelf.Prompts.ShouldHaveSingleItem();
        shown.Prompt.Languages[PromptLanguage.En].Duration.ShouldBe(TimeSpan.FromSeconds(1));
    }

    private async Task OpenAsync()
    {
        _library?.Dispose();
        _library = new PromptLibrary(new PromptTools(
            _index, _usage, _converter, new FakeVoice(), _folder.Files, _folder.Options, TimeProvider.System,
            NullLogger.Instance));
        await _library.OpenAsync(Cancellation);
    }

    private async Task<PromptOutcome> ImportAsync(string words, PromptLanguage language)
    {
        var brought = _folder.Brought("brought");
        if (words is "first" or "second" or "third")
        {
            brought += "-" + words;
        }

        await File.WriteAllTextAsync(brought, words, Cancellation);
        return await _library.ImportAsync(
            new PromptImport(Welcome, language, brought, PromptSource.Upload, Author), Cancellation);
    }

    private Task<PromptOutcome> RemoveAsync(PromptLanguage language) =>
        _library.RemoveAsync(Welcome, language, Cancellation);

    private string Heard(PromptLanguage language) => File.ReadAllText(_folder.Files.PathOf(Welcome, language));
}

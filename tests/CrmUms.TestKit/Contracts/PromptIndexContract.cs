using CrmUms.Recording.Ports;
using CrmUms.Recording.Prompts;

namespace CrmUms.TestKit.Contracts;

/// <summary>What every index of prompts does.</summary>
public abstract class PromptIndexContract
{
    protected static readonly PromptId Welcome = PromptId.Parse("welcome");

    private static readonly PromptAudio Uploaded = new(
        PromptSource.Upload,
        TimeSpan.FromMilliseconds(4250),
        -19.2,
        Text: null,
        new PromptAuthor(Guid.NewGuid(), ""),
        new DateTimeOffset(2026, 7, 14, 9, 0, 0, TimeSpan.Zero));

    private static readonly PromptAudio Spoken =
        Uploaded with { Source = PromptSource.Synthesised, Text = "Assalomu alaykum! 'quoted' \\ \"text\"" };

    protected abstract IPromptIndex Index { get; }

    [Fact]
    public async Task A_prompt_is_read_back_with_each_of_its_languages()
    {
        await Index.SaveAsync(Welcome, "Приветствие", PromptLanguage.Ru, Uploaded, Cancellation);
        var saved = await Index.SaveAsync(Welcome, null, PromptLanguage.Uz, Spoken, Cancellation);

        var listed = (await Index.ListAsync(Cancellation)).ShouldHaveSingleItem();
        foreach (var prompt in new[] { saved, listed })
        {
            prompt.Name.ShouldBe("Приветствие");
            prompt.Languages.ShouldBe(
                new Dictionary<PromptLanguage, PromptAudio>
                {
                    [PromptLanguage.Ru] = Uploaded,
                    [PromptLanguage.Uz] = Spoken,
                },
                ignoreOrder: true);
        }
    }

    [Fact]
    public async Task A_language_made_anew_takes_the_place_of_the_old_one()
    {
        await Index.SaveAsync(Welcome, null, PromptLanguage.Uz, Spoken, Cancellation);

        var saved = await Index.SaveAsync(Welcome, null, PromptLanguage.Uz, Uploaded, Cancellation);

        saved.Languages.ShouldHaveSingleItem().Value.ShouldBe(Uploaded);
    }

    [Fact]
    public async Task A_prompt_that_nobody_named_is_called_by_its_id_until_somebody_does()
    {
        (await Index.SaveAsync(Welcome, null, PromptLanguage.Ru, Uploaded, Cancellation)).Name.ShouldBe("welcome");

        (await Index.RenameAsync(Welcome, "Приветствие", Cancellation)).Languages.Count.ShouldBe(1);

        (await Index.ListAsync(Cancellation)).ShouldHaveSingleItem().Name.ShouldBe("Приветствие");
    }

    [Fact]
    public async Task A_prompt_may_have_a_name_before_it_has_a_sound()
    {
        (await Index.RenameAsync(Welcome, "Приветствие", Cancellation)).Languages.ShouldBeEmpty();

        (await Index.ListAsync(Cancellation)).ShouldHaveSingleItem().Languages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Removing_takes_one_language_or_all_and_may_be_repeated()
    {
        await Index.SaveAsync(Welcome, null, PromptLanguage.Ru, Uploaded, Cancellation);
        await Index.SaveAsync(Welcome, null, PromptLanguage.En, Uploaded, Cancellation);

        await Index.RemoveAsync(Welcome, PromptLanguage.Ru, Cancellation);
        await Index.RemoveAsync(Welcome, PromptLanguage.Ru, Cancellation);
        (await Index.ListAsync(Cancellation)).ShouldHaveSingleItem().Languages.Keys.ShouldBe([PromptLanguage.En]);

        await Index.RemoveAsync(Welcome, Cancellation);
        await Index.RemoveAsync(Welcome, Cancellation);
        (await Index.ListAsync(Cancellation)).ShouldBeEmpty();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}

using CrmUms.Acd.Ports;
using CrmUms.Recording.Prompts;

namespace CrmUms.Recording.Tests.Prompts;

public sealed class PromptShelfTests
{
    private static readonly PromptAudio Audio = new(
        PromptSource.Upload, TimeSpan.FromSeconds(2), -19, null, null, null);

    private static readonly PromptShelf Shelf = new(
        [
            Prompt("welcome", PromptLanguage.Ru, PromptLanguage.Uz),
            Prompt("offer", PromptLanguage.Uz),
            Prompt("crmums-busy", PromptLanguage.En),
            Prompt("nothing-yet"),
        ],
        [
            new BuiltInSound("digits/1", PromptLanguage.Ru, null),
            new BuiltInSound("digits/1", PromptLanguage.En, null),
            new BuiltInSound("crmums-busy", PromptLanguage.En, TimeSpan.FromSeconds(4)),
            new BuiltInSound("crmums-busy", PromptLanguage.Ru, TimeSpan.FromSeconds(5)),
            new BuiltInSound("beep", PromptLanguage.En, null),
        ]);

    [Theory]
    [InlineData("welcome", "uz", null, "crmums/welcome", "uz")]
    [InlineData("welcome", "en", null, "crmums/welcome", "ru")] // Nobody spoke English: Russian steps in first.
    [InlineData("welcome", "en", "uz", "crmums/welcome", "uz")] // The flow's own language goes before Russian.
    [InlineData("offer", "ru", null, "crmums/offer", "uz")] // Any language is better than silence.
    [InlineData("welcome", "kk", null, "crmums/welcome", "ru")] // A language that we do not have.
    [InlineData("digits/1", "uz", null, "digits/1", "ru")]
    [InlineData("digits/1", "uz", "en", "digits/1", "en")]
    [InlineData("crmums-busy", "en", null, "crmums/crmums-busy", "en")] // What people made covers ours.
    [InlineData("crmums-busy", "ru", null, "crmums-busy", "ru")] // But only in its own language.
    public void The_language_that_steps_in_is_decided_before_playing(
        string prompt, string language, string? flowLanguage, string sound, string played)
    {
        var choice = Shelf.PromptsFor([prompt], language, flowLanguage);

        choice.Playable.ShouldBe([new PlayablePrompt(sound, played)]);
        choice.Missing.ShouldBeEmpty();
    }

    [Fact]
    public void What_nobody_has_is_named_and_the_rest_is_played_in_its_order()
    {
        var choice = Shelf.PromptsFor(["welcome", "nothing-yet", "../etc/passwd", "digits/1"], "ru", null);

        choice.Playable.Select(playable => playable.Prompt).ShouldBe(["crmums/welcome", "digits/1"]);
        choice.Missing.ShouldBe(["nothing-yet", "../etc/passwd"]);
    }

    [Fact]
    public void People_see_their_prompts_and_our_announcements_but_not_the_digits()
    {
        var prompts = Shelf.Prompts;

        prompts.Select(prompt => prompt.Prompt.Id.Value).ShouldBe(["crmums-busy", "nothing-yet", "offer", "welcome"]);
        prompts[0].IsBuiltIn.ShouldBeTrue();
        prompts[0].Prompt.Languages[PromptLanguage.En].ShouldBe(Audio);
        prompts[0].Prompt.Languages[PromptLanguage.Ru].Duration.ShouldBe(TimeSpan.FromSeconds(5));
        prompts[1].Prompt.Languages.ShouldBeEmpty();
    }

    [Fact]
    public void A_changed_shelf_leaves_the_old_one_as_it_was()
    {
        var without = Shelf.Without(PromptId.Parse("welcome"));

        without.PromptsFor(["welcome"], "ru", null).Missing.ShouldBe(["welcome"]);
        Shelf.PromptsFor(["welcome"], "ru", null).Missing.ShouldBeEmpty();
        without.With(Prompt("welcome", PromptLanguage.En)).Has("welcome", PromptLanguage.En).ShouldBeTrue();
    }

    [Fact]
    public void Missing_is_what_somebody_plays_in_a_language_that_nobody_made()
    {
        static PromptUse Use(string prompt, params PromptLanguage[] languages) =>
            new(prompt, "flow", "main", "Главное меню", languages);
        PromptUse[] uses =
        [
            Use("welcome", PromptLanguage.Ru, PromptLanguage.En),
            Use("welcome", PromptLanguage.En),
            Use("crmums-busy", PromptLanguage.Ru, PromptLanguage.En),
            Use("never-made", PromptLanguage.Uz),
        ];

        var missing = PromptUses.MissingFrom(Shelf, uses);

        missing.Select(each => (each.Prompt, each.Language, each.UsedBy.Count)).ShouldBe(
            [("never-made", PromptLanguage.Uz, 1), ("welcome", PromptLanguage.En, 2)]);
    }

    [Theory]
    [InlineData("welcome-2", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("Welcome", false)]
    [InlineData("../welcome", false)]
    [InlineData("a/b", false)]
    [InlineData("a.b", false)]
    [InlineData("привет", false)]
    [InlineData("welcome\n", false)]
    [InlineData("a\0b", false)]
    [InlineData("0123456789012345678901234567890123456789", true)]
    [InlineData("01234567890123456789012345678901234567890", false)]
    public void Only_a_key_is_an_id(string? text, bool isId) => PromptId.TryParse(text, out _).ShouldBe(isId);

    private static Prompt Prompt(string id, params PromptLanguage[] languages) => new(
        PromptId.Parse(id), id, languages.ToDictionary(language => language, _ => Audio));
}

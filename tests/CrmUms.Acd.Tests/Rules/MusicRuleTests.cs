using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Tests.Rules;

public sealed class MusicRuleTests
{
    private static readonly MusicRule Jazz = new() { Id = "jazz", Name = "Jazz", Tracks = ["take-five"] };
    private static readonly QueueRule Support = new() { Id = "support", Name = "Support", Music = "jazz" };

    [Fact]
    public void A_queue_may_name_music_of_the_rules_and_that_of_the_PBX()
    {
        ProblemsOf(RuleChange.To(Jazz), RuleChange.To(Support)).ShouldBeEmpty();
        ProblemsOf(RuleChange.To(Support with { Music = "default" })).ShouldBeEmpty();
        ProblemsOf(RuleChange.To(Support with { Music = "soft" })).ShouldBeEmpty();
    }

    [Fact]
    public void A_queue_that_names_unknown_music_is_refused()
    {
        var problem = ProblemsOf(RuleChange.To(Support)).ShouldHaveSingleItem();

        (problem.Code, problem.Field, problem.Args["id"]).ShouldBe((RuleCodes.UnknownReference, "music", "jazz"));
    }

    [Fact]
    public void Music_that_a_queue_names_cannot_be_removed()
    {
        var rules = CentreRules.Empty.With(RuleCatalog.Of<MusicRule>(), Jazz)
            .With(RuleCatalog.Of<QueueRule>(), Support);

        var verdict = RuleReview.Of(rules, [new RuleChange("music", "jazz", null)]);

        var problem = verdict.ShouldBeOfType<RuleVerdict.Refused>().Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(RuleCodes.InUse);
        problem.Args["users"].ShouldContain("queue/support");
    }

    [Theory]
    [InlineData("default")]
    [InlineData("soft")]
    [InlineData("general")]
    public void Music_cannot_have_a_name_that_means_something_else_in_the_PBX(string id) =>
        ProblemsOf(RuleChange.To(Jazz with { Id = id })).ShouldHaveSingleItem().Code.ShouldBe(RuleCodes.IdInvalid);

    [Fact]
    public void Music_without_a_track_is_refused() =>
        ProblemsOf(RuleChange.To(Jazz with { Tracks = [] })).ShouldHaveSingleItem().Field.ShouldBe("tracks");

    [Fact]
    public void Music_plays_the_tracks_that_are_there_in_any_language()
    {
        var rules = CentreRules.Empty.With(
            RuleCatalog.Of<MusicRule>(), Jazz with { Tracks = ["take-five", "gone"], Shuffled = true });
        var silent = rules.With(RuleCatalog.Of<MusicRule>(), new MusicRule { Id = "silent", Tracks = ["gone"] });

        MusicRule.PlayableIn(silent, new OnlyInUzbek("take-five")).ShouldBe(
            [new MusicClass("jazz", IsShuffled: true, [new PlayablePrompt("crmums/take-five", "uz")])]);
    }

    [Fact]
    public void A_prompt_that_is_a_track_is_in_use() =>
        RulePrompts.Of(CentreRules.Empty.With(RuleCatalog.Of<MusicRule>(), Jazz), "unknown")
            .ShouldContain(use => use.Prompt == "take-five" && use.Kind == "music" && use.Name == "Jazz");

    private static IReadOnlyList<RuleProblem> ProblemsOf(params RuleChange[] changes) =>
        RuleReview.Of(CentreRules.Empty, changes) is RuleVerdict.Refused refused ? refused.Problems : [];

    private sealed class OnlyInUzbek(string prompt) : IPromptLibrary
    {
        public PromptChoice PromptsFor(IReadOnlyList<string> prompts, string language, string? flowLanguage = null) =>
            new(
                [.. prompts.Where(each => each == prompt).Select(each => new PlayablePrompt($"crmums/{each}", "uz"))],
                [.. prompts.Where(each => each != prompt)]);
    }
}

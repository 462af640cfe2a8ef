using System.Text.Json;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ivr.Checking;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Tests.Rules;

/// <summary>What keeps a drawn flow from being published, and what somebody should only look at.</summary>
public sealed class FlowRuleCheckTests
{
    private static readonly CentreRules Rules = CentreRules.Empty.With(
        RuleCatalog.Of<QueueRule>(), new QueueRule { Id = "support", Name = "Support" });

    [Fact]
    public void A_prompt_that_no_language_has_keeps_the_flow_from_being_published()
    {
        var problem = ProblemsOf(prompt: "gone").ShouldHaveSingleItem();

        (problem.Code, problem.Field, problem.Node).ShouldBe(
            (FlowCodes.PromptMissing, "nodes[0].settings.prompts", "hello"));
        FlowValidator.IsPublishable([problem]).ShouldBeFalse();
    }

    [Fact]
    public void A_prompt_for_which_another_language_steps_in_is_a_warning()
    {
        var problem = ProblemsOf(prompt: "only-en").ShouldHaveSingleItem();

        (problem.Code, problem.Args["id"], problem.Args["language"]).ShouldBe(
            (FlowCodes.PromptLanguageMissing, "only-en", "ru"));
        FlowValidator.IsPublishable([problem]).ShouldBeTrue();
    }

    [Fact]
    public void A_prompt_in_the_language_of_the_flow_is_no_finding() => ProblemsOf(prompt: "only-ru").ShouldBeEmpty();

    private static IReadOnlyList<FlowProblem> ProblemsOf(string prompt)
    {
        var draft = JsonSerializer.SerializeToElement(new
        {
            id = "main",
            name = "Main",
            language = "ru",
            start = "hello",
            nodes = new object[]
            {
                new
                {
                    id = "hello", type = "play", settings = new { prompts = new[] { prompt } },
                    exits = new { done = "wait" },
                },
                new { id = "wait", type = "queue", settings = new { queue = "support" }, exits = new { } },
            },
        });
        return FlowRuleCheck.ProblemsOfDraft(
            new FlowRule { Id = "main", Name = "Main", Draft = draft }, Rules, new TwoPrompts());
    }

    // As the shelf answers: in another language rather than not at all.
    private sealed class TwoPrompts : IPromptLibrary
    {
        public PromptChoice PromptsFor(IReadOnlyList<string> prompts, string language, string? flowLanguage = null) =>
            prompts.Single() switch
            {
                "only-ru" => new PromptChoice([new PlayablePrompt("crmums/only-ru", "ru")], []),
                "only-en" => new PromptChoice([new PlayablePrompt("crmums/only-en", "en")], []),
                var gone => new PromptChoice([], [gone]),
            };
    }
}

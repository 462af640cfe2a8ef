using System.Text.Json;
using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Tests.Rules;

public sealed class RulePromptsTests
{
    private static readonly QueueRule Support = new() { Id = "support", Name = "Support", Language = "uz" };

    [Fact]
    public void A_flow_plays_what_its_nodes_name_in_every_language_it_can_change_to()
    {
        var flow = Flow("""
            {
              "name": "Main", "language": "ru", "start": "hello",
              "nodes": [
                { "id": "hello", "type": "play", "settings": { "prompts": ["welcome", "${client.name}"] } },
                { "id": "uzbek", "type": "language", "settings": { "language": "uz" } },
                { "id": "ask", "type": "menu",
                  "settings": { "prompts": ["choose"], "noInputPrompts": ["again"], "noMatchPrompts": ["again"] } }
              ]
            }
            """);

        var heard = Heard(flow).Where(use => use.Kind == "flow").ToList();

        heard.Select(use => use.Prompt).ShouldBe(["welcome", "choose", "again"]);
        heard.ShouldAllBe(use => use.Id == "main" && use.Name == "Main");
        heard.ShouldAllBe(use => use.Languages.SequenceEqual(new[] { "ru", "uz" }));
    }

    [Fact]
    public void A_draft_counts_as_well_as_what_callers_walk()
    {
        var flow = Flow("""{ "nodes": [{ "id": "a", "type": "play", "settings": { "prompts": ["old"] } }] }""") with
        {
            Draft = Json("""{ "nodes": [{ "id": "a", "type": "play", "settings": { "prompts": ["new"] } }] }"""),
        };

        Heard(flow).Where(use => use.Kind == "flow").Select(use => use.Prompt).ShouldBe(["old", "new"]);
    }

    [Fact]
    public void A_flow_that_says_values_plays_the_words_of_its_language()
    {
        var flow = Flow("""
            { "language": "en", "nodes": [{ "id": "a", "type": "say", "settings": { "value": "5" } }] }
            """);

        Heard(flow).ShouldContain(use => use.Prompt == "say-5" && use.Id == "main" && use.Languages.Single() == "en");
    }

    [Fact]
    public void A_queue_plays_what_it_says_before_callers_go_elsewhere()
    {
        var queue = Support with
        {
            Overflow =
            [
                new OverflowRule { When = OverflowWhen.NoAgents, Prompt = "nobody-here" },
                new OverflowRule { When = OverflowWhen.Length, Threshold = 3 },
            ],
        };

        var use = Heard(queue).Where(use => use.Kind == "queue").ShouldHaveSingleItem();

        (use.Prompt, use.Id, use.Name, use.Languages.Single()).ShouldBe(("nobody-here", "support", "Support", "uz"));
    }

    [Fact]
    public void A_queue_plays_the_words_of_its_announcements_and_of_calls_back()
    {
        Heard(Support).ShouldNotContain(use => use.Kind == "queue");

        var place = Names(Support with { WaitingMax = 5, Announcement = new AnnouncementRule() });
        var wait = Names(Support with
        {
            Announcement = new AnnouncementRule { Position = false, EstimatedWait = true },
        });
        var callback = Names(Support with { Callback = new CallbackRule { OfferAfterSeconds = 60 } });

        place.ShouldBe(["say-next", "say-position", "say-2", "say-3", "say-4", "say-5"]);
        wait.ShouldContain("say-wait");
        wait.ShouldContain("say-wait-short");
        wait.ShouldContain("say-wait-long");
        wait.ShouldNotContain("say-position");
        callback.ShouldBe(["say-callback-offer", "say-callback-agreed"]);

        static IEnumerable<string> Names(QueueRule queue) =>
            Heard(queue).Where(use => use.Kind == "queue").Select(use => use.Prompt);
    }

    [Fact]
    public void A_caller_keeps_the_language_of_the_flow_that_brings_him_to_a_queue()
    {
        var queue = Support with { Callback = new CallbackRule { OfferAfterSeconds = 60 } };
        var flow = Flow("""
            {
              "language": "ru",
              "nodes": [
                { "id": "english", "type": "language", "settings": { "language": "en" } },
                { "id": "wait", "type": "queue", "settings": { "queue": "support" } }
              ]
            }
            """);

        Heard(queue, flow).Where(use => use.Kind == "queue")
            .ShouldAllBe(use => use.Languages.SequenceEqual(new[] { "uz", "ru", "en" }));
    }

    [Fact]
    public void A_number_greets_in_the_language_of_its_queue()
    {
        var greeted = new NumberRule
        {
            Id = "1000", Name = "City", Greeting = "hello", Target = RuleTarget.Queue("support"),
        };
        var toFlow = greeted with { Id = "1001", Target = RuleTarget.Flow("main") };

        var use = Heard(Support, greeted, toFlow).Where(use => use.Kind == "number").ShouldHaveSingleItem();

        (use.Prompt, use.Id, use.Name, use.Languages.Single()).ShouldBe(("hello", "1000", "City", "uz"));
    }

    [Fact]
    public void Only_those_in_the_black_list_who_are_spoken_to_hear_a_prompt()
    {
        var told = new BlackListRule
        {
            Id = "a", Number = "+998901112233", Prompt = "not-served", Treatment = BlackListTreatment.Prompt,
        };
        var settings = new SettingsRule { Id = SettingsRule.TheOne, Language = "en" };

        var use = Heard(settings, told, told with { Id = "b", Treatment = BlackListTreatment.Busy })
            .Where(use => use.Kind == "black-list").ShouldHaveSingleItem();

        (use.Prompt, use.Name, use.Languages.Single()).ShouldBe(("not-served", "+998901112233", "en"));
    }

    [Fact]
    public void The_centre_itself_tells_callers_of_unknown_numbers()
    {
        var use = Heard().ShouldHaveSingleItem();

        (use.Prompt, use.Kind, use.Id, use.Languages.Single()).ShouldBe(("unknown", "settings", "centre", "ru"));
    }

    private static IReadOnlyList<RulePrompt> Heard(params IEnumerable<IRule> items)
    {
        var rules = items.Aggregate(
            CentreRules.Empty, (rules, rule) => rules.With(RuleCatalog.Kinds.Single(IsOf(rule)), rule));
        return RulePrompts.Of(rules, "unknown");

        static Func<RuleKind, bool> IsOf(IRule rule) => kind => kind.Type == rule.GetType();
    }

    private static FlowRule Flow(string graph) =>
        new() { Id = "main", Name = "Main", Published = Json(graph), PublishedVersion = 1 };

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}

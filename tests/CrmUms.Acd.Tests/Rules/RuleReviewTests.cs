using System.Text.Json;
using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Tests.Rules;

public sealed class RuleReviewTests
{
    private static readonly QueueRule Support = new() { Id = "support", Name = "Support" };

    [Theory]
    [InlineData("""{ "fallbackQueue": "support", "nodes": [] }""")]
    [InlineData("""{ "nodes": [{ "id": "a", "type": "queue", "settings": { "queue": "support" } }] }""")]
    public void A_queue_that_a_flow_leads_to_cannot_be_removed(string published)
    {
        var flow = new FlowRule
        {
            Id = "main", Name = "Main", Published = JsonDocument.Parse(published).RootElement, PublishedVersion = 1,
        };
        var rules = After(CentreRules.Empty, RuleChange.To(Support), RuleChange.To(flow));

        var refused = RuleReview.Of(rules, [new RuleChange("queue", "support", Content: null)])
            .ShouldBeOfType<RuleVerdict.Refused>();

        var problem = refused.Problems.ShouldHaveSingleItem();
        (problem.Code, problem.Args["users"]).ShouldBe((RuleCodes.InUse, "flow/main"));
    }

    private static CentreRules After(CentreRules rules, params RuleChange[] changes)
    {
        var accepted = RuleReview.Of(rules, changes).ShouldBeOfType<RuleVerdict.Accepted>();
        return accepted.Changes.Aggregate(rules, (before, change) =>
        {
            var kind = RuleCatalog.Find(change.Kind)!;
            return before.With(kind, kind.Read(change.Id, change.Content!.Value).Rule!);
        });
    }
}

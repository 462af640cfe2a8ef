using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Rules;

/// <summary>Which number those see whom we call: the first rule whose conditions hold, or the usual one.</summary>
public sealed class CallerIdRulesTests
{
    private const string Client = "+998901234567";
    private const string Ours = "+998712000001";
    private static readonly AgentId Agent = new(Guid.Parse("01970000-0000-7000-8000-0000000000a1"));

    public static TheoryData<CallerIdRule, string, string> Conditions => new()
    {
        { Rule() with { Prefixes = ["+99891", "+99890"] }, "+998935550000", "debt" },
        { Rule() with { Queues = ["debt", "sales"] }, Client, "support" },
        { Rule() with { Queues = ["debt"] }, Client, "" },
        { Rule() with { Prefixes = ["+99890"], Queues = ["debt"], Groups = ["vip"] }, Client, "support" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_counts_for_whom_it_names(CallerIdRule rule, string otherNumber, string otherQueue)
    {
        var rules = With(rule);

        CallerIds.For(rules, Agent, Client, "debt").ShouldBe(new CallerIdChoice(Ours, "Rule"));
        CallerIds.For(rules, Agent, otherNumber, otherQueue).ShouldBe(new CallerIdChoice("1000", Rule: null));
    }

    [Fact]
    public void A_group_counts_for_its_agents_only()
    {
        var rules = With(Rule() with { Groups = ["vip"] });

        CallerIds.For(rules, Agent, Client, "").Rule.ShouldBe("Rule");
        CallerIds.For(rules, new AgentId(Guid.NewGuid()), Client, "").Rule.ShouldBeNull();
    }

    [Fact]
    public void The_first_in_order_wins_and_of_equal_ones_the_first_key()
    {
        var any = Rule() with { Prefixes = ["+998"] };
        var rules = With(
            any with { Id = "c", Name = "Late", Order = 20 },
            any with { Id = "b", Name = "Second", Order = 10 },
            any with { Id = "a", Name = "First", Order = 10 });

        CallerIds.For(rules, Agent, Client, "").Rule.ShouldBe("First");
    }

    [Fact]
    public void Who_is_called_back_sees_the_number_he_has_called_unless_a_rule_says_otherwise()
    {
        var rules = With(Rule() with { Queues = ["debt"] });

        CallerIds.ForCallback(rules, Agent, Client, "support", dialled: "1001")
            .ShouldBe(new CallerIdChoice("1001", Rule: null));
        CallerIds.ForCallback(rules, Agent, Client, "debt", dialled: "1001")
            .ShouldBe(new CallerIdChoice(Ours, "Rule"));
    }

    [Fact]
    public void A_rule_without_a_condition_is_refused() =>
        ProblemsOf(Rule()).ShouldHaveSingleItem().Code.ShouldBe(RuleCodes.ConditionMissing);

    [Theory]
    [InlineData("90")]
    [InlineData("+")]
    [InlineData("+99890x")]
    [InlineData("+9989012345678901")]
    public void The_beginning_of_a_number_is_a_plus_and_digits(string prefix)
    {
        var problem = ProblemsOf(Rule() with { Prefixes = ["+99890", prefix] }).ShouldHaveSingleItem();

        (problem.Code, problem.Field).ShouldBe((RuleCodes.NumberInvalid, "prefixes[1]"));
    }

    [Fact]
    public void A_number_that_nobody_can_show_an_order_out_of_range_and_what_is_not_there_are_refused() =>
        ProblemsOf(Rule() with { CallerId = "none of ours", Order = 0, Queues = ["gone"] })
            .Select(problem => problem.Field).ShouldBe(["callerId", "order", "queues[0]"], ignoreOrder: true);

    [Fact]
    public void A_group_that_a_rule_names_cannot_be_removed()
    {
        var verdict = RuleReview.Of(
            With(Rule() with { Groups = ["vip"] }),
            [new RuleChange("group", "vip", null)]);

        var problems = verdict.ShouldBeOfType<RuleVerdict.Refused>().Problems;
        problems.ShouldContain(problem =>
            problem.Code == RuleCodes.InUse && problem.Args["users"].Contains("caller-id/rule"));
    }

    private static CallerIdRule Rule() => new() { Id = "rule", Name = "Rule", CallerId = Ours };

    private static IReadOnlyList<RuleProblem> ProblemsOf(CallerIdRule rule) =>
        RuleReview.Of(CentreRules.Empty, [RuleChange.To(rule)]) is RuleVerdict.Refused refused ? refused.Problems : [];

    private static CentreRules With(params CallerIdRule[] callerIds) => callerIds.Aggregate(
        CentreRules.Empty
            .With(RuleCatalog.Of<SettingsRule>(), SettingsRule.Default with { CallerId = "1000" })
            .With(RuleCatalog.Of<GroupRule>(), new GroupRule { Id = "vip", Name = "VIP" })
            .With(RuleCatalog.Of<AgentRule>(), new AgentRule { Id = AgentRule.IdOf(Agent), Groups = ["vip"] }),
        (rules, rule) => rules.With(RuleCatalog.Of<CallerIdRule>(), rule));
}

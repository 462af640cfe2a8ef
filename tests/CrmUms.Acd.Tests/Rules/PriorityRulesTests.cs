using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Tests.Rules;

/// <summary>Every condition of a priority rule holds for whom it names, and for nobody else.</summary>
public sealed class PriorityRulesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.FromHours(5));

    private static readonly PriorityFacts Caller =
        new("1000", IsVip: true, ClientKind.Organization, HasDebt: true, Topic: "debt", Noon);

    public static TheoryData<PriorityRule, PriorityFacts> Conditions => new()
    {
        { Rule() with { Numbers = ["1000"] }, Caller with { Dialled = "1001" } },
        { Rule() with { Vip = true }, Caller with { IsVip = false } },
        { Rule() with { ClientKind = ClientKind.Organization }, Caller with { Kind = ClientKind.Individual } },
        { Rule() with { ClientKind = ClientKind.Organization }, Caller with { Kind = null } },
        { Rule() with { Debt = true }, Caller with { HasDebt = false } },
        { Rule() with { Topics = ["debt", "tariff"] }, Caller with { Topic = "complaint" } },
        { Rule() with { Topics = ["debt"] }, Caller with { Topic = null } },
        { Rule() with { Calendar = "day" }, Caller with { At = Noon.AddHours(10) } },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_counts_for_whom_it_names(PriorityRule rule, PriorityFacts other)
    {
        var rules = With(rule);

        PriorityRules.For(rules, Caller).ShouldBe(20);
        PriorityRules.For(rules, other).ShouldBe(0);
    }

    [Fact]
    public void Points_add_up_and_stay_within_their_bounds()
    {
        PriorityRules.For(With(Rule() with { Id = "one" }, Rule() with { Id = "two" }), Caller).ShouldBe(40);
        PriorityRules.For(With(Rule() with { Points = 90 }, Rule() with { Id = "two" }), Caller).ShouldBe(100);
    }

    private static PriorityRule Rule() => new() { Id = "rule", Name = "Rule", Points = 20 };

    private static CentreRules With(params PriorityRule[] priorities) => priorities.Aggregate(
        CentreRules.Empty.With(RuleCatalog.Of<CalendarRule>(), new CalendarRule
        {
            Id = "day", Name = "Day", Week = [new(DayOfWeek.Monday, "09:00", "18:00")],
        }),
        (rules, priority) => rules.With(RuleCatalog.Of<PriorityRule>(), priority));
}

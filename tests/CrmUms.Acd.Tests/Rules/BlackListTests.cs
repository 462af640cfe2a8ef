using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Rules;

public sealed class BlackListTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    private static readonly BlackList List = new(new[]
    {
        new BlackListRule { Id = "country", Number = "+7", Prefix = true },
        new BlackListRule { Id = "region", Number = "+7495", Prefix = true },
        new BlackListRule { Id = "one", Number = "+74951234567" },
        new BlackListRule { Id = "over", Number = "+998901234567", ExpiresAt = Now },
        new BlackListRule { Id = "until", Number = "+998907654321", ExpiresAt = Now.AddSeconds(1) },
    }.Aggregate(CentreRules.Empty, (rules, entry) => rules.With(RuleCatalog.Of<BlackListRule>(), entry)));

    [Theory]
    [InlineData("+74951234567", "one")]
    [InlineData("+74957654321", "region")]
    [InlineData("+73431234567", "country")]
    [InlineData("+998907654321", "until")]
    [InlineData("+998901234567", null)] // It has expired.
    [InlineData("+998900000000", null)]
    public void The_narrowest_entry_that_has_not_expired_holds(string number, string? entry) =>
        (List.Find(Caller(number), Now)?.Id).ShouldBe(entry);

    [Fact]
    public void Whoever_hides_his_number_is_in_no_list() => List.Find(CallerNumber.Anonymous, Now).ShouldBeNull();

    private static CallerNumber Caller(string number) => CallerNumber.Read(number, new NumberingPlan("998", 9));
}

using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Rules;

public sealed class ScreenPopTests
{
    private static readonly InteractionId Call = new(Guid.Parse("0197aaaa-0000-7000-8000-00000000000a"));

    [Fact]
    public void What_a_caller_brings_along_is_encoded() => ScreenPop.UrlFor(
            "https://crm.example/clients?phone={number}&case={caseId}", CallerOf("+998 90&x=1#/../"))
        .ShouldBe(
            "https://crm.example/clients?phone=%2B998%2090%26x%3D1%23%2F..%2F&case=0197aaaa00007000800000000000000a");

    [Fact]
    public void What_is_not_known_is_empty() =>
        ScreenPop.UrlFor("https://crm.example/{clientId}?q={queueId}", CallerOf("1"))
            .ShouldBe("https://crm.example/?q=");

    [Fact]
    public void Without_a_rule_nothing_opens() => ScreenPop.UrlFor("", CallerOf("1")).ShouldBeNull();

    [Theory]
    [InlineData("", null)]
    [InlineData("https://crm.example/{number}", null)]
    [InlineData("http://crm.example?n={number}", null)]
    [InlineData("https://{number}.example/", RuleCodes.AddressInvalid)]
    [InlineData("https://crm.example{number}/", RuleCodes.AddressInvalid)]
    [InlineData("https://crm.example:{number}/", RuleCodes.AddressInvalid)]
    [InlineData("https://user@crm.example/", RuleCodes.AddressInvalid)]
    [InlineData("javascript:alert({number})", RuleCodes.AddressInvalid)]
    [InlineData("{number}", RuleCodes.AddressInvalid)]
    [InlineData("https://crm.example/{shoeSize}", RuleCodes.UnknownWord)]
    public void An_address_leads_to_one_host_and_names_only_what_there_is(string template, string? code)
    {
        var findings = new RuleFindings();

        ScreenPop.Judge("screenPopUrl", template, findings);

        findings.Problems.Select(problem => problem.Code).ShouldBe(code is null ? [] : [code]);
    }

    private static CallerFacts CallerOf(string number) =>
        new(Call, new CallerNumber(CallerNumberKind.Malformed, null, number), null, null, "1000");
}

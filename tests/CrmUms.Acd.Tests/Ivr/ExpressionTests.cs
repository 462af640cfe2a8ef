using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ivr.Values;

namespace CrmUms.Acd.Tests.Ivr;

public sealed class ExpressionTests
{
    private static readonly Dictionary<string, string> Values = new()
    {
        ["client.vip"] = "true", ["debt"] = "150000", ["topic"] = "Bank card", ["empty"] = "", ["no"] = "false",
    };

    [Theory]
    [InlineData("client.vip", true)]
    [InlineData("no", false)]
    [InlineData("unknown", false)]
    [InlineData("not unknown", true)]
    [InlineData("client.vip = true", true)]
    [InlineData("debt > 99999.5", true)]
    [InlineData("debt = 150000.0", true)]
    [InlineData("debt <= 9", false)]
    [InlineData("topic < 5", false)]
    [InlineData("topic = 'bank CARD'", true)]
    [InlineData("topic contains \"card\"", true)]
    [InlineData("${topic} starts-with 'bank' and not topic ends-with 'x'", true)]
    [InlineData("no or empty or debt != 150000", false)]
    [InlineData("no and no or client.vip", true)]
    [InlineData("no and (no or client.vip)", false)]
    [InlineData("not no and client.vip", true)]
    [InlineData("debt>1 AND debt<200000", true)]
    [InlineData("topic = '${debt}'", false)]
    [InlineData("-1 < 0", true)]
    public void A_condition_holds_or_not(string text, bool holds)
    {
        var (expression, error) = FlowExpression.Parse(text);
        error.ShouldBeNull();
        expression!.Holds(name => Values.GetValueOrDefault(name, "")).ShouldBe(holds);
    }

    [Theory]
    [InlineData("", FlowCodes.ExpressionEmpty, 0)]
    [InlineData("debt >", FlowCodes.ExpressionUnexpected, 6)]
    [InlineData("debt > 1 2", FlowCodes.ExpressionUnexpected, 9)]
    [InlineData("(debt", FlowCodes.ExpressionUnexpected, 5)]
    [InlineData("debt = 'x", FlowCodes.ExpressionTextUnclosed, 7)]
    [InlineData("a ! b", FlowCodes.ExpressionUnexpected, 2)]
    [InlineData("${a b}", FlowCodes.ExpressionUnexpected, 0)]
    [InlineData("and", FlowCodes.ExpressionUnexpected, 0)]
    [InlineData("долг > 1", FlowCodes.ExpressionUnexpected, 0)]
    public void What_cannot_be_read_is_told_with_its_place(string text, string code, int at)
    {
        var (expression, error) = FlowExpression.Parse(text);
        expression.ShouldBeNull();
        (error!.Code, error.At).ShouldBe((code, at));
    }

    [Fact]
    public void Length_and_depth_are_bounded()
    {
        FlowExpression.Parse(new string('(', 100)).Error!.Code.ShouldBe(FlowCodes.ExpressionTooDeep);
        FlowExpression.Parse(string.Concat(Enumerable.Repeat("not ", 100)) + "a").Error!.Code
            .ShouldBe(FlowCodes.ExpressionTooDeep);
        FlowExpression.Parse(new string('a', 501)).Error!.Code.ShouldBe(FlowCodes.ExpressionTooLong);
    }

    [Fact]
    public void A_condition_says_what_it_asks_for() =>
        FlowExpression.Parse("a = b or not (c > 1)").Expression!.Names.ShouldBe(["a", "b", "c"]);

    [Fact]
    public void Any_text_can_be_read_or_refused()
    {
        var random = new Random(20261125);
        string[] parts = ["a", "(", ")", "and", "or", "not", "=", "<", "'", "\"", "${", "}", "1", " ", "!", "contains"];
        for (var run = 0; run < 20_000; run++)
        {
            var text = string.Concat(random.GetItems(parts, random.Next(12)));
            var (expression, error) = FlowExpression.Parse(text);
            (expression is null).ShouldBe(error is not null, text);
            expression?.Holds(static _ => "");
        }
    }

    [Theory]
    [InlineData("Hello ${name}, ${ and ${x y} $", "Hello Aziza, ${ and ${x y} $", false)]
    [InlineData("${name}${name}", "AzizaAziza", true)]
    [InlineData("", "", true)]
    public void A_template_is_filled_and_the_rest_stays(string text, string filled, bool isValid)
    {
        var template = FlowTemplate.Parse(text);
        template.Expand(name => name == "name" ? "Aziza" : "").ShouldBe(filled);
        template.IsValid.ShouldBe(isValid);
    }
}

using CrmUms.Acd.Routing.Skills;

namespace CrmUms.Acd.Tests.Routing.Skills;

public sealed class SkillExpressionTests
{
    private static readonly Dictionary<string, int> Aziza = new() { ["russian"] = 7, ["debt"] = 3, ["sales-2"] = 10 };

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("russian")]
    [InlineData("russian >= 5 and (debt or retention)")]
    [InlineData("russian>=5 and debt<=3 and sales-2=10")]
    [InlineData("not retention")]
    [InlineData("not (retention and debt)")]
    [InlineData("retention or debt and russian")]
    [InlineData("retention < 1 or retention<5")]
    [InlineData("not not debt")]
    public void She_will_do(string text) => SkillParser.Parse(text).IsMetBy(Aziza).ShouldBeTrue();

    [Theory]
    [InlineData("retention")]
    [InlineData("russian > 7")]
    [InlineData("russian >= 5 and (debt > 3 or retention)")]
    [InlineData("not debt")]
    [InlineData("(retention or debt) and uzbek")]
    [InlineData("debt < 3")]
    public void She_will_not_do(string text) => SkillParser.Parse(text).IsMetBy(Aziza).ShouldBeFalse();

    [Theory]
    [InlineData("russian >= 11", "level-out-of-range", 11, "11")]
    [InlineData("russian >= 0", "level-out-of-range", 11, "0")]
    [InlineData("russian >= 99999999999", "level-out-of-range", 11, "99999999999")]
    [InlineData("russian >=", "level-expected", 10, "")]
    [InlineData("russian >= high", "level-expected", 11, "high")]
    [InlineData("russian and", "skill-expected", 11, "")]
    [InlineData("and russian", "skill-expected", 0, "and")]
    [InlineData("russian & debt", "text-after-end", 8, "&")]
    [InlineData("russian debt", "text-after-end", 8, "debt")]
    [InlineData("(russian or debt", "parenthesis-not-closed", 16, "")]
    [InlineData("russian)", "parenthesis-not-opened", 7, ")")]
    [InlineData("()", "skill-expected", 1, ")")]
    [InlineData("Russian", "skill-key-invalid", 0, "Russian")]
    [InlineData("русский", "skill-key-invalid", 0, "русский")]
    [InlineData("debt and a23456789b123456789c123456789d123456789e1", "skill-key-invalid", 9, null)]
    [InlineData("=> 5", "skill-expected", 0, "=")]
    public void A_mistake_is_named_with_its_place(string text, string code, int position, string? found)
    {
        var mistake = SkillParser.Read(text).Mistake.ShouldNotBeNull();

        mistake.Code.ShouldBe(code);
        mistake.Position.ShouldBe(position);
        mistake.Found.ShouldBe(found ?? text[position..]);
    }

    [Fact]
    public void A_text_without_end_is_refused_before_it_is_read()
    {
        SkillParser.Read(new string('(', 2_000)).Mistake!.Code.ShouldBe("expression-too-long");
        SkillParser.Read(new string('(', 900)).Mistake!.Code.ShouldBe("expression-too-deep");
        SkillParser.Read(string.Concat(Enumerable.Repeat("not ", 200)) + "a").Mistake!.Code
            .ShouldBe("expression-too-deep");
    }

    [Theory]
    [InlineData("((russian)>=5)and debt", null)]
    [InlineData("  russian   >=1 ", "russian")]
    [InlineData("(a and b) and c or (d)", "a and b and c or d")]
    [InlineData("a and (b and c)", "a and (b and c)")]
    [InlineData("(a or b) and not (c and d)", "(a or b) and not (c and d)")]
    [InlineData("a or (b or c)", "a or (b or c)")]
    [InlineData("not (not a)", "not not a")]
    public void It_is_written_with_no_more_parentheses_than_it_needs(string text, string? written) =>
        SkillParser.Read(text).Expression?.ToString().ShouldBe(written);

    [Fact]
    public void What_is_written_reads_as_what_it_was()
    {
        var random = new Random(20260105);
        for (var round = 0; round < 5_000; round++)
        {
            var expression = Any(random, depth: 5);

            SkillParser.Parse(expression.ToString()).ShouldBe(expression, expression.ToString());
        }
    }

    [Theory]
    [InlineData("russian", 0.7)]
    [InlineData("russian and debt", 0.5)]
    [InlineData("russian and (debt or sales-2)", 0.85)]
    [InlineData("russian and not retention", 0.7)]
    [InlineData("(russian and debt) and sales-2", 2.0 / 3)]
    public void How_well_she_fits_is_the_mean_of_what_is_asked_and_the_best_of_alternatives(string text, double fit) =>
        SkillParser.Parse(text).FitOf(Aziza)!.Value.ShouldBe(fit, tolerance: 1e-9);

    [Fact]
    public void Where_nothing_is_asked_nobody_fits_better() =>
        SkillParser.Parse("not debt").FitOf(Aziza).ShouldBeNull();

    private static SkillExpression Any(Random random, int depth) => (depth == 0 ? 0 : random.Next(4)) switch
    {
        1 => new SkillExpression.Not(Any(random, depth - 1)),
        2 => new SkillExpression.And(Any(random, depth - 1), Any(random, depth - 1)),
        3 => new SkillExpression.Or(Any(random, depth - 1), Any(random, depth - 1)),
        _ => new SkillExpression.Has(
            $"skill-{random.Next(9)}", (LevelComparison)random.Next(5), random.Next(1, SkillExpression.LevelMax + 1)),
    };
}

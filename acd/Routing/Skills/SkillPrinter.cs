namespace CrmUms.Acd.Routing.Skills;

/// <summary>Writes an expression as a person would.</summary>
internal static class SkillPrinter
{
    public static readonly IReadOnlyDictionary<string, LevelComparison> Signs =
        new Dictionary<string, LevelComparison>
        {
            [">="] = LevelComparison.AtLeast,
            [">"] = LevelComparison.Above,
            ["="] = LevelComparison.Exactly,
            ["<="] = LevelComparison.AtMost,
            ["<"] = LevelComparison.Below,
        };

    private enum Binding
    {
        Or,
        And,
        Not,
    }

    public static string Print(SkillExpression expression) => Print(expression, Binding.Or);

    private static string Print(SkillExpression expression, Binding around) => expression switch
    {
        SkillExpression.Anybody => "",
        SkillExpression.Has { Comparison: LevelComparison.AtLeast, Level: 1 } has => has.Skill,
        SkillExpression.Has has =>
            $"{has.Skill} {Signs.First(sign => sign.Value == has.Comparison).Key} {has.Level}",
        SkillExpression.Not not => $"not {Print(not.Operand, Binding.Not)}",
        // What is nested on the right was put there by parentheses.
        SkillExpression.And and =>
            Enclose($"{Print(and.Left, Binding.And)} and {Print(and.Right, Binding.Not)}", around > Binding.And),
        SkillExpression.Or or =>
            Enclose($"{Print(or.Left, Binding.Or)} or {Print(or.Right, Binding.And)}", around > Binding.Or),
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    private static string Enclose(string text, bool enclose) => enclose ? $"({text})" : text;
}
